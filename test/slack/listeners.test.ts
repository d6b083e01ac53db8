import { describe, expect, it } from 'vitest';
import { ACTIONS, MORE, SETTINGS_BUTTON } from '../../src/slack/action-ids.ts';
import { LISTENERS } from '../../src/slack/actions/listeners.ts';
import { AWAY_BACK, AWAY_FORM, AWAY_OPEN } from '../../src/slack/away/ids.ts';
import { SETTINGS_FORM } from '../../src/slack/briefings/settings-form.ts';
import { HOME_STORES } from '../../src/slack/home/ids.ts';
import { IMPORT_FORM } from '../../src/slack/import/ids.ts';
import { CASE_FORMS } from '../../src/slack/modals/case-forms.ts';
import { OPEN_FORM } from '../../src/slack/modals/open/view.ts';
import { PICK_FORM } from '../../src/slack/modals/pick-case.ts';
import { registerListeners } from '../../src/slack/register.ts';
import type { Registrar } from '../../src/slack/registrar.ts';
import { SETUP, SETUP_FORMS } from '../../src/slack/setup/ids.ts';
import { STORE_FORM, STORES } from '../../src/slack/stores/ids.ts';
import type { Surface } from '../../src/slack/surface.ts';

/** What is registered with Bolt, by kind. */
function registered() {
  const kinds = ['command', 'action', 'view', 'event', 'shortcut'] as const;
  const ids: Record<string, string[]> = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const note = (kind: string) => (id: unknown) => void ids[kind]?.push(String(id));
  const app = Object.fromEntries(kinds.map((kind) => [kind, note(kind)]));
  registerListeners(app as unknown as Registrar, {} as Surface);
  return ids;
}

describe('listeners', () => {
  it('stand behind every id that a person can click, the menu included', () => {
    expect(registered()['action']).toEqual(
      expect.arrayContaining([
        ...Object.values(ACTIONS),
        MORE,
        AWAY_OPEN,
        AWAY_BACK,
        HOME_STORES,
        SETTINGS_BUTTON,
      ]),
    );
    const ofTheTeam = [...Object.values(SETUP), ...Object.values(STORES)];
    expect(registered()['action']).toEqual(expect.arrayContaining(ofTheTeam));
    expect(Object.keys(LISTENERS).sort()).toEqual(Object.values(ACTIONS).sort());
  });

  it('stand behind every form', () => {
    expect(registered()['view']).toEqual([
      OPEN_FORM,
      PICK_FORM,
      ...CASE_FORMS.map((form) => form.id),
      AWAY_FORM,
      IMPORT_FORM,
      ...Object.values(SETUP_FORMS),
      STORE_FORM,
      SETTINGS_FORM,
    ]);
  });

  it('are registered once each', () => {
    for (const ids of Object.values(registered())) expect(new Set(ids).size).toBe(ids.length);
  });

  it('hear the command, the mention, direct messages and Home', () => {
    const event = ['app_mention', 'message', 'app_home_opened'];
    expect(registered()).toMatchObject({ command: ['/case'], event });
  });
});
