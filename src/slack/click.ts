import type { CaseNumber } from '../domain/ids.ts';
import { caseNumber, personId } from '../domain/ids.ts';
import { ACTIONS, type ActionId, CHECK_BLOCK, MORE } from './action-ids.ts';
import type { ClickPayload } from './payloads.ts';
import { type Caller, isDirect, type Place, type Surface } from './surface.ts';

/** A click on a button of a message, or on an option of its overflow menu. */
export interface Click {
  readonly caller: Caller;
  readonly place: Place;
  readonly action: ActionId;
  /** Null where the value names no case that could exist. */
  readonly number: CaseNumber | null;
  readonly triggerId: string;
  /** The same for every delivery of the same click. */
  readonly key: string;
  /** True where nothing beside the button shows what came of it, as in an answer that only this person sees. */
  readonly isMute: boolean;
  /** What the form that opens is to be filled with. */
  readonly text?: string;
}

/** What happens on a click. Runs after the acknowledgement; what it throws is told and logged by its caller. */
export type Listener = (surface: Surface, click: Click) => Promise<void>;

/** Case numbers fit the database's integer; anything longer in an old or forged button is no case. */
export function readNumber(raw: string | number | null | undefined): CaseNumber | null {
  const text = String(raw ?? '');
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? caseNumber(Number(text)) : null;
}

const IDS: readonly ActionId[] = Object.values(ACTIONS);

/** Null for an action that is not one of ours. */
export function readClick(payload: ClickPayload, workspace: Caller['workspace']): Click | null {
  const [acted] = payload.actions;
  const [id, value] =
    acted.action_id === MORE ? splitChoice(acted.selected_option?.value) : [acted.action_id, acted.value];
  const action = IDS.find((one) => one === id);
  if (action === undefined) return null;
  return {
    caller: { workspace, person: personId(payload.user.id) },
    place: placeOf(payload),
    action,
    number: readNumber(value),
    ...(action === ACTIONS.open && value ? { text: value } : {}),
    triggerId: payload.trigger_id,
    key: `click:${acted.action_ts}:${payload.user.id}:${action}`,
    // A store check is drawn anew; so is Home.
    isMute: isPersonal(payload) && !acted.block_id.startsWith(CHECK_BLOCK),
  };
}

/** `case.snooze:42` → action and number. */
function splitChoice(value: string | undefined): [string, string] {
  const [action = '', number = ''] = (value ?? '').split(':', 2);
  return [action, number];
}

/** Whether only this person sees the message. */
export const isPersonal = ({ container, channel }: ClickPayload): boolean =>
  container.is_ephemeral === true || isDirect(channel?.id ?? null);

/** The answer stands where the click was: in the thread, or in the channel for the card at its root. */
export function placeOf({ channel, container, message, response_url }: ClickPayload): Place {
  const inThread = message?.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : null;
  return {
    channel: channel?.id ?? null,
    threadTs: container.thread_ts ?? inThread,
    responseUrl: response_url ?? null,
  };
}
