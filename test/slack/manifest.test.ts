import { readdirSync, readFileSync } from 'node:fs';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { SCOPE_WORDS } from '../../src/i18n/scopes.ts';
import { COMMAND, EVENTS, heardAs } from '../../src/slack/hears.ts';
import { manifest, SCOPES } from '../../src/slack/manifest.ts';
import { registerListeners } from '../../src/slack/register.ts';
import type { Registrar } from '../../src/slack/registrar.ts';
import { FILES_SCOPE, METHOD_SCOPES, PRIVATE_SCOPES, VITAL_SCOPES } from '../../src/slack/scopes.ts';
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
    expect(registered('event').toSorted()).toEqual(Object.keys(EVENTS).map(heardAs).toSorted());
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

  it('asks to read files as long as a form asks for them', () => {
    const asks = Object.values(sources()).some((text) => /'file_input'/.test(text));
    expect(SCOPES.includes(FILES_SCOPE)).toBe(asks);
  });

  it('shows Home, and a conversation that people can write in', () => {
    expect(manifest().features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('says of every scope that a team may lack for a while what does not work without it', () => {
    const optional = SCOPES.filter((scope) => !VITAL_SCOPES.includes(scope));
    for (const locale of LOCALES)
      expect(Object.keys(SCOPE_WORDS[locale].without).toSorted()).toEqual(optional);
    expect([...VITAL_SCOPES, ...PRIVATE_SCOPES].filter((scope) => !SCOPES.includes(scope))).toEqual([]);
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
      'channels:join',
      'channels:read',
      'chat:write',
      'commands',
      'files:read',
      'groups:history',
      'groups:read',
      'im:history',
      'im:write',
      'users:read',
    ]);
  });
});
