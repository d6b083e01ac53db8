import type { App } from '@slack/bolt';
import { personId } from '../../domain/ids.ts';
import { guarded } from '../fault.ts';
import { PICK_FORM } from '../modals/pick-case.ts';
import { openCaseForm } from '../open-case.ts';
import { globalShortcutPayload, messageShortcutPayload, submissionPayload } from '../payloads.ts';
import type { Surface } from '../surface.ts';
import { ADD_TO_CASE, AMAZON_REPLIED, OPEN_CASE, OPEN_FROM_MESSAGE } from './ids.ts';
import { type ChosenMessage, readMessage } from './message.ts';
import { openPickForm } from './pick.ts';
import { submitPick, tellAdded } from './pick-submission.ts';

/** What the shortcuts of Slack's own menus do. Acknowledged first: a trigger waits three seconds. */
export function registerShortcuts(app: Pick<App, 'shortcut' | 'view'>, surface: Surface): void {
  app.shortcut(OPEN_CASE, async ({ ack, body }) => {
    await ack();
    const { user, trigger_id: triggerId } = globalShortcutPayload.parse(body);
    const caller = { workspace: surface.workspace, person: personId(user.id) };
    const place = { channel: null, threadTs: null, responseUrl: null };
    await guarded(surface, { caller, place, what: OPEN_CASE }, () =>
      openCaseForm(surface, { caller, place, triggerId, text: '' }),
    );
  });

  for (const [id, take] of Object.entries(WITH_A_MESSAGE))
    app.shortcut(id, async ({ ack, body }) => {
      await ack();
      const chosen = readMessage(surface, messageShortcutPayload.parse(body));
      const { caller, place } = chosen;
      await guarded(surface, { caller, place, what: id }, () => take(surface, chosen));
    });

  app.view(PICK_FORM, async ({ ack, body }) => {
    const { user, view } = submissionPayload.parse(body);
    const caller = { workspace: surface.workspace, person: personId(user.id) };
    const { response, added } = await submitPick(surface, caller, view);
    await (response === null ? ack() : ack(response));
    if (added !== null) await tellAdded(surface, caller, view, added);
  });
}

type Take = (surface: Surface, chosen: ChosenMessage) => Promise<void>;

const WITH_A_MESSAGE: Readonly<Record<string, Take>> = {
  [OPEN_FROM_MESSAGE]: (surface, { caller, place, triggerId, text, link }) =>
    openCaseForm(surface, { caller, place, triggerId, text, source: link }),
  [ADD_TO_CASE]: (surface, chosen) => openPickForm(surface, chosen, 'add'),
  [AMAZON_REPLIED]: (surface, chosen) => openPickForm(surface, chosen, 'replied'),
};
