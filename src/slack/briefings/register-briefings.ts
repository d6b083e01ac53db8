import type { App } from '@slack/bolt';
import { personId } from '../../domain/ids.ts';
import { ALL_NOTHING, SETTINGS_BUTTON } from '../action-ids.ts';
import { placeOf } from '../click.ts';
import { guarded } from '../fault.ts';
import { clickPayload, submissionPayload } from '../payloads.ts';
import type { Surface } from '../surface.ts';
import { allNothing } from './all-nothing.ts';
import { openSettings, submitSettings } from './settings.ts';
import { SETTINGS_FORM } from './settings-form.ts';

/** What a person can do with their briefings. */
export function registerBriefings(app: Pick<App, 'action' | 'view'>, surface: Surface): void {
  app.action(SETTINGS_BUTTON, async ({ ack, body }) => {
    await ack();
    const payload = clickPayload.parse(body);
    const [caller, place] = [callerOf(surface, payload.user), placeOf(payload)];
    const { trigger_id: triggerId } = payload;
    await guarded(surface, { caller, place, what: SETTINGS_BUTTON }, () =>
      openSettings(surface, { caller, place, triggerId }),
    );
  });

  app.action(ALL_NOTHING, async ({ ack, body }) => {
    await ack();
    const payload = clickPayload.parse(body);
    const [caller, place] = [callerOf(surface, payload.user), placeOf(payload)];
    const [{ value, action_ts }] = payload.actions;
    const key = `click:${action_ts}:${caller.person}:${ALL_NOTHING}`;
    await guarded(surface, { caller, place, what: ALL_NOTHING }, () =>
      allNothing(surface, { caller, place, value: value ?? '', key }),
    );
  });

  app.view(SETTINGS_FORM, async ({ ack, body }) => {
    const { user, view } = submissionPayload.parse(body);
    const response = await submitSettings(surface, callerOf(surface, user), view);
    await (response === null ? ack() : ack(response));
  });
}

const callerOf = ({ workspace }: Surface, user: { id: string }) => ({ workspace, person: personId(user.id) });
