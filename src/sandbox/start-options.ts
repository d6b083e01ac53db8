import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FIRST_SCENE, SCENES, sceneNamed } from './scenes/all.ts';
import type { Scene } from './scenes/scene.ts';

const NAMES = SCENES.map(({ name }) => name).join(', ');

export const USAGE = [
  'Usage: npm run sandbox [-- [--scene NAME] [--keep]]',
  `  --scene   what has happened before you look: ${NAMES} (usually ${FIRST_SCENE.name})`,
  '  --keep    leaves the data in data/sandbox, and goes on there the next time',
  '  SANDBOX_PORT chooses the port.',
].join('\n');

export type StartOptions =
  | {
      readonly ok: true;
      readonly keep: boolean /** None where a kept world goes on. */;
      readonly scene?: Scene;
    }
  | { readonly ok: false; readonly problem: string };

/** Reads the words after `npm run sandbox --`. `folder` is where a kept world lies, if there is one. */
export function readStartOptions(given: readonly string[], folder: string): StartOptions {
  const read = parsed(given);
  if (!read) return { ok: false, problem: USAGE };
  const { keep = false, scene: name } = read;
  const scene = name === undefined ? FIRST_SCENE : sceneNamed(name);
  if (!scene) return { ok: false, problem: `There is no scene ${name}. Choose one of ${NAMES}.` };
  const holdsWorld = ['pgdata', 'slack.json'].some((part) => existsSync(join(folder, part)));
  if (!keep || !holdsWorld) return { ok: true, keep, scene };
  if (name === undefined) return { ok: true, keep };
  const problem = `${folder} holds a sandbox already, and --scene would replace it. Leave out --scene to go on with it, delete the folder to start afresh, or leave out --keep.`;
  return { ok: false, problem };
}

function parsed(given: readonly string[]): { keep?: boolean; scene?: string } | null {
  const options = { keep: { type: 'boolean' }, scene: { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...given], options, strict: true }).values;
  } catch {
    return null;
  }
}
