import { describe, expect, it } from 'vitest';
import { ACTIONS, MORE } from '../../src/slack/action-ids.ts';
import { LISTENERS } from '../../src/slack/actions/listeners.ts';
import { CASE_FORMS } from '../../src/slack/modals/case-forms.ts';
import { OPEN_FORM } from '../../src/slack/modals/open/view.ts';
import { type Registrar, registerListeners } from '../../src/slack/register.ts';
import type { Surface } from '../../src/slack/surface.ts';

/** What is registered with Bolt, by kind. */
function registered() {
  const ids = { command: [], action: [], view: [], event: [] } as Record<string, string[]>;
  const note = (kind: string) => (id: unknown) => void ids[kind]?.push(String(id));
  const app = { command: note('command'), action: note('action'), view: note('view'), event: note('event') };
  registerListeners(app as unknown as Registrar, {} as Surface);
  return ids;
}

describe('listeners', () => {
  it('stand behind every id that a person can click, the menu included', () => {
    expect(registered()['action']).toEqual(expect.arrayContaining([...Object.values(ACTIONS), MORE]));
    expect(Object.keys(LISTENERS).sort()).toEqual(Object.values(ACTIONS).sort());
  });

  it('stand behind every form', () => {
    expect(registered()['view']).toEqual(
      expect.arrayContaining([OPEN_FORM, ...CASE_FORMS.map((form) => form.id)]),
    );
  });

  it('are registered once each', () => {
    for (const ids of Object.values(registered())) expect(new Set(ids).size).toBe(ids.length);
  });

  it('hear the command and the mention', () => {
    expect(registered()).toMatchObject({ command: ['/case'], event: ['app_mention'] });
  });
});
