import { personId } from '../../domain/ids.ts';
import { isPersonal, placeOf } from '../click.ts';
import type { ClickPayload } from '../payloads.ts';
import type { Caller, Place } from '../surface.ts';

/** A click on a button that is about no case. */
export interface TeamClick {
  readonly caller: Caller;
  readonly place: Place;
  readonly triggerId: string;
  /** The button's own; empty where it has none. */
  readonly value: string;
  /** True where only this person sees the message. */
  readonly isPersonal: boolean;
}

export const readTeamClick = (payload: ClickPayload, workspace: Caller['workspace']): TeamClick => ({
  caller: { workspace, person: personId(payload.user.id) },
  place: placeOf(payload),
  triggerId: payload.trigger_id,
  value: payload.actions[0].value ?? '',
  isPersonal: isPersonal(payload),
});
