import { readdirSync, readFileSync } from 'node:fs';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { COMMAND, EVENTS } from '../../src/slack/hears.ts';
import { manifest, SCOPES } from '../../src/slack/manifest.ts';
import { registerListeners } from '../../src/slack/register.ts';
import type { Registrar } from '../../src/slack/registrar.ts';
import { METHOD_SCOPES } from '../../src/slack/scopes.ts';
import { SHORTCUTS } from '../../src/slack/shortcuts/ids.ts';
import type { Surface } from '../../src/slack/surface.ts';
import { memberPath, parseTree } from '../architecture/source-file.ts';

const ROOT = `${import.meta.dirname}/../../`;

/** The methods of Slack that a client's member paths name, such as `surface.client.views.open`. */
function methodsIn(paths: readonly string[]): string[] {
  const client: unknown = new WebClient();
  const memberOf = (of: unknown, name: string): unknown =>
    typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
  const methodAt = (parts: readonly string[]): string[] =>
    parts.flatMap((_, start) => {
      let there: unknown = client;
      for (let end = start; end < parts.length; end += 1) {
        there = memberOf(there, parts[end] ?? '');
        if (typeof there === 'function' && end > start) return [parts.slice(start, end + 1).join('.')];
      }
      return [];
    });
  return [...new Set(paths.flatMap((path) => methodAt(path.split('.'))))].toSorted();
}

function callsIn(tree: Readonly<Record<string, string>>): string[] {
  const nodes = parseTree(tree).flatMap(({ nodes }) => nodes);
  return methodsIn(nodes.flatMap((node) => memberPath(node) ?? []));
}

const sources = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(`${ROOT}src/slack`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => [path, readFileSync(`${ROOT}src/slack/${path}`, 'utf8')]),
  );

/** As the formatter wants it: a list that fits stands on one line. */
const written = (what: object): string =>
  `${JSON.stringify(what, null, 2)}\n`.replace(
    /^(.*)\[\n((?:\s+"[^"]*",?\n)+)\s+\](,?)$/gm,
    (all, head: string, items: string, tail: string) => {
      const line = `${head}[${items
        .trim()
        .split(/\s*\n\s*/)
        .join(' ')}]${tail}`;
      return line.length <= 110 ? line : all;
    },
  );

function registered(kind: 'command' | 'event' | 'shortcut'): string[] {
  const ids: Record<string, string[]> = {};
  const note = (of: string) => (id: unknown) => void (ids[of] ??= []).push(String(id));
  const kinds = ['command', 'action', 'view', 'event', 'shortcut'];
  const app = Object.fromEntries(kinds.map((one) => [one, note(one)]));
  registerListeners(app as unknown as Registrar, {} as Surface);
  return ids[kind] ?? [];
}

describe('the manifest', () => {
  it('is what manifest.json holds (npx vitest run test/slack/manifest.test.ts --update writes it)', async () => {
    await expect(written(manifest())).toMatchFileSnapshot(`${ROOT}manifest.json`);
  });

  it('names every command, event and shortcut that is listened to, and no other', () => {
    expect(registered('command')).toEqual([COMMAND]);
    expect(registered('event').toSorted()).toEqual(Object.keys(EVENTS).toSorted());
    expect(registered('shortcut')).toEqual(SHORTCUTS.map(({ id }) => id));
  });

  it('knows the scopes of every method that is called, and of no other', () => {
    expect(callsIn(sources())).toEqual(Object.keys(METHOD_SCOPES).toSorted());
  });

  it('has every such call found, however the client is called, and none made by name', () => {
    expect(callsIn({ 'a.ts': 'await app.client.views.publish({}); client.conversations.list' })).toEqual([
      'conversations.list',
      'views.publish',
    ]);
    for (const [path, text] of Object.entries(sources()))
      expect(/\bapiCall\(|\}\s*=\s*[\w.]*client\b/i.test(text), path).toBe(false);
  });

  it('stays within Slack’s limits', () => {
    for (const { name, description } of SHORTCUTS) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    const { display_information: shown, features } = manifest();
    expect(shown.description.length).toBeLessThanOrEqual(140);
    for (const one of features.slash_commands) expect(one.description.length).toBeLessThanOrEqual(2_000);
  });

  it('asks for what was promised, and for no more', () => {
    expect(SCOPES).toEqual([
      'app_mentions:read',
      'channels:history',
      'channels:read',
      'chat:write',
      'commands',
      'groups:history',
      'groups:read',
      'im:history',
      'im:write',
      'users:read',
    ]);
  });
});
