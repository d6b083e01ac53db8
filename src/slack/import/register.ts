import type { App } from '@slack/bolt';
import { personId } from '../../domain/ids.ts';
import { guarded } from '../fault.ts';
import { clickPayload, submissionPayload } from '../payloads.ts';
import type { Caller, Surface } from '../surface.ts';
import { IMPORT_FORM, IMPORT_OPEN } from './ids.ts';
import { openImport } from './open-import.ts';
import { submitImport } from './submission.ts';
import { carryOut } from './told.ts';

/** The button that opens the form, and the form. */
export function registerImport(app: Pick<App, 'action' | 'view'>, surface: Surface): void {
  const callerOf = (user: { id: string }): Caller => ({
    workspace: surface.workspace,
    person: personId(user.id),
  });

  app.action(IMPORT_OPEN, async ({ ack, body }) => {
    await ack();
    const { user, trigger_id: triggerId, channel, container, response_url } = clickPayload.parse(body);
    const caller = callerOf(user);
    const place = {
      channel: channel?.id ?? null,
      threadTs: container.thread_ts ?? null,
      responseUrl: response_url ?? null,
    };
    await guarded(surface, { caller, place, what: IMPORT_OPEN }, () =>
      openImport(surface, { caller, place, triggerId }),
    );
  });

  app.view(IMPORT_FORM, async ({ ack, body }) => {
    const { user, view } = submissionPayload.parse(body);
    const caller = callerOf(user);
    const { response, wish } = await submitImport(surface, caller, view);
    await (response === null ? ack() : ack(response));
    if (wish !== null) await carryOut(surface, caller, view, wish);
  });
}
