/** What a timer is about; each kind has one reason to exist and one thing to say. */
export const TIMER_KINDS = [
  'unclaimed',
  'offer_unanswered',
  'stale_preparing',
  'stale_review',
  'window',
  'stale_ready',
  'follow_up',
  'note_due',
  'person_decides',
  'escalation',
  'stale_action',
  'close_out',
  'deadline',
  'deadline_night',
  'red_unclaimed',
  'snooze_over',
] as const;

export type TimerKind = (typeof TIMER_KINDS)[number];

/** A key is kind + anchoring event + step, never a date: the same step of the same plan keeps its key. */
export interface TimerKey {
  readonly kind: TimerKind;
  /** The place in the history of the event that the timer hangs on. */
  readonly anchor: number;
  /** Counted from 1 for repeats; for a deadline the minutes that are left. */
  readonly step: number;
}

export const writeKey = (key: TimerKey): string => `${key.kind}.${key.anchor}.${key.step}`;

/** @throws Error on a key that `writeKey` did not write: our own rows are the only source of keys. */
export function readKey(text: string): TimerKey {
  const [name, anchor, step] = text.split('.');
  const kind = TIMER_KINDS.find((k) => k === name);
  const read = { anchor: Number(anchor), step: Number(step) };
  if (kind === undefined || !Number.isInteger(read.anchor) || !Number.isInteger(read.step))
    throw new Error(`Not a timer key: ${text}`);
  return { kind, ...read };
}
