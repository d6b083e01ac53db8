import { describe, expect, it } from 'vitest';
import { ACTIONS, MORE } from '../../src/slack/action-ids.ts';
import { LISTENERS } from '../../src/slack/actions/listeners.ts';
import { CASE_FORMS } from '../../src/slack/modals/case-forms.ts';
import { OPEN_FORM } from '../../src/slack/modals/open/view.ts';
import { registerListeners } from '../../src/slack/register.ts';
import type { Registrar } from '../../src/slack/registrar.ts';
import { SETUP, SETUP_FORMS } from '../../src/slack/setup/ids.ts';
import { STORE_FORM, STORES } from '../../src/slack/stores/ids.ts';
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
    const ofTheTeam = [...Object.values(SETUP), ...Object.values(STORES)];
    expect(registered()['action']).toEqual(expect.arrayContaining(ofTheTeam));
    expect(Object.keys(LISTENERS).sort()).toEqual(Object.values(ACTIONS).sort());
  });

  it('stand behind every form', () => {
    expect(registered()['view']).toEqual([
      OPEN_FORM,
      ...CASE_FORMS.map((form) => form.id),
      ...Object.values(SETUP_FORMS),
      STORE_FORM,
    ]);
  });

  it('are registered once each', () => {
    for (const ids of Object.values(registered())) expect(new Set(ids).size).toBe(ids.length);
  });

  it('hear the command and the mention', () => {
    expect(registered()).toMatchObject({ command: ['/case'], event: ['app_mention'] });
  });
});
