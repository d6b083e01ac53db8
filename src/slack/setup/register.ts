import { personId } from '../../domain/ids.ts';
import { guarded } from '../fault.ts';
import { clickPayload, submissionPayload } from '../payloads.ts';
import type { Registrar } from '../registrar.ts';
import type { Surface } from '../surface.ts';
import { channelForm } from './channel-form.ts';
import { SETUP_LISTENERS } from './clicks.ts';
import { redrawPanel } from './panel.ts';
import { peopleForm } from './people-form.ts';
import { storesForm } from './stores-form.ts';
import { readTeamClick, type TeamClick } from './team-click.ts';
import { submitTeamForm, type TeamForm } from './team-form.ts';

export function registerSetup(app: Registrar, surface: Surface): void {
  for (const [id, listener] of Object.entries(SETUP_LISTENERS)) onClick(app, surface, id, listener);
  for (const form of [channelForm, storesForm, peopleForm]) onForm(app, surface, form);
}

/** A button that is about no case. */
export function onClick(
  app: Registrar,
  surface: Surface,
  id: string,
  listener: (surface: Surface, click: TeamClick) => Promise<void>,
): void {
  app.action(id, async ({ ack, body }) => {
    await ack();
    const click = readTeamClick(clickPayload.parse(body), surface.workspace);
    const { caller, place } = click;
    await guarded(surface, { caller, place, what: id }, () => listener(surface, click));
  });
}

/** Decided before the acknowledgement, which is the answer; then the panel shows what was saved. */
export function onForm(app: Registrar, surface: Surface, form: TeamForm): void {
  app.view(form.id, async ({ ack, body }) => {
    const { user, view } = submissionPayload.parse(body);
    const caller = { workspace: surface.workspace, person: personId(user.id) };
    const { response, saved } = await submitTeamForm(surface, form, caller, view);
    await (response === null ? ack() : ack(response));
    if (saved) await redrawPanel(surface, caller, surface.memory.responseUrls.get(view.id) ?? null);
  });
}
