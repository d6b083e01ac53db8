import { personId } from '../domain/ids.ts';
import { ACTIONS, MORE } from './action-ids.ts';
import { LISTENERS } from './actions/listeners.ts';
import { registerAway } from './away/register-away.ts';
import { redrawBriefing } from './briefings/redraw.ts';
import { registerBriefings } from './briefings/register-briefings.ts';
import { submitCaseForm } from './case-form-submission.ts';
import { readClick } from './click.ts';
import { guarded } from './fault.ts';
import { COMMAND, DIRECT_MESSAGES, heardAs, MENTIONED } from './hears.ts';
import { registerHome } from './home/register.ts';
import { registerImport } from './import/register.ts';
import { readCaseMeta } from './modals/case-form.ts';
import { CASE_FORMS } from './modals/case-forms.ts';
import { OPEN_FORM } from './modals/open/view.ts';
import { MEANING } from './modals/reply-form.ts';
import { OPEN_DISPATCHES, redrawOpenForm } from './open-redraw.ts';
import { submitOpenForm } from './open-submission.ts';
import { tellDone } from './open-told.ts';
import {
  clickPayload,
  commandPayload,
  directMessagePayload,
  mentionPayload,
  submissionPayload,
} from './payloads.ts';
import type { Registrar } from './registrar.ts';
import { redrawReplyForm } from './reply-redraw.ts';
import { runCommand, runMention } from './run-command.ts';
import { registerSetup } from './setup/register.ts';
import { registerShortcuts } from './shortcuts/register.ts';
import { registerStores } from './stores/register.ts';
import type { Caller, Surface } from './surface.ts';

/**
 * Everything that Docket listens to. Clicks and commands are acknowledged first, because people wait three
 * seconds at most; forms are decided first, because the acknowledgement is the answer.
 */
export function registerListeners(app: Registrar, surface: Surface): void {
  const callerOf = (user: { id: string }): Caller => ({
    workspace: surface.workspace,
    person: personId(user.id),
  });

  app.command(COMMAND, async ({ ack, body }) => {
    await ack();
    await runCommand(surface, commandPayload.parse(body));
  });

  app.event(MENTIONED, async ({ body }) => {
    await runMention(surface, mentionPayload.parse(body));
  });

  app.event(heardAs(DIRECT_MESSAGES), async ({ body }) => {
    const { data } = directMessagePayload.safeParse(body);
    // Docket's own messages are kept away by Bolt; edits, files and other bots come here too.
    if (data) await runMention(surface, data);
  });

  for (const id of [...Object.values(ACTIONS), MORE])
    app.action(id, async ({ ack, body }) => {
      await ack();
      const click = readClick(clickPayload.parse(body), surface.workspace);
      if (click === null) return surface.log.warn({ id }, 'A menu named an action that does not exist');
      const { caller, place, action } = click;
      await guarded(surface, { caller, place, what: action }, () => LISTENERS[action](surface, click));
      await redrawBriefing(surface, caller, place.channel);
    });

  for (const id of [...OPEN_DISPATCHES, MEANING])
    app.action(id, async ({ ack, body }) => {
      await ack();
      const { view, user } = clickPayload.parse(body);
      if (!view) return surface.log.warn({ id }, 'An input changed outside of any form');
      if (id === MEANING) return redrawReplyForm(surface, callerOf(user), view);
      return redrawOpenForm(surface, callerOf(user), view, id);
    });

  app.view(OPEN_FORM, async ({ ack, body }) => {
    const { user, view } = submissionPayload.parse(body);
    const caller = callerOf(user);
    const { response, done } = await submitOpenForm(surface, caller, view);
    await (response === null ? ack() : ack(response));
    if (done !== null) await tellDone(surface, caller, view, done);
  });

  registerShortcuts(app, surface);

  for (const form of CASE_FORMS)
    app.view(form.id, async ({ ack, body }) => {
      const { user, view } = submissionPayload.parse(body);
      const response = await submitCaseForm(surface, form, callerOf(user), view);
      await (response === null ? ack() : ack(response));
      if (response === null)
        await redrawBriefing(surface, callerOf(user), readCaseMeta(view.private_metadata).channel);
    });

  registerAway(app, surface);
  registerImport(app, surface);
  registerSetup(app, surface);
  registerStores(app, surface);
  registerBriefings(app, surface);
  registerHome(app, surface);
}
