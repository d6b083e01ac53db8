import { HOUR, type Instant } from '../domain/time.ts';
import { arrangeAll } from './briefings/arrange.ts';
import { attend } from './briefings/attend.ts';
import { peopleDue } from './briefings/due.ts';
import type { DeskDeps } from './deps.ts';
import { fire } from './fire.ts';
import type { Lane } from './ports/outbox.ts';
import type { OutboxWake, PeopleWake, WakeTimer } from './ports/wake.ts';

/** Later than anything that is planned. */
const FAR = Number.MAX_SAFE_INTEGER;
/** Timers found by one look; when more are due, the next one finds them. */
const TIMERS = 200;
/** What goes on for longer is a fault; the sweep comes back to it. */
const LOOKS = 100;
/** Plans follow the calendar: who is away today, whose zone is another. */
const ARRANGE_EVERY = HOUR;

/** What there is to do, now and later; hints, as wake-ups are. */
interface Agenda {
  readonly timers: readonly WakeTimer[];
  readonly lanes: readonly OutboxWake[];
  readonly people: readonly PeopleWake[];
}

/**
 * Does what is due now, here and in a row, and says when there is something to do next: not later than now where
 * something stays undone, because somebody else is at it or Slack allows no more. For a clock that is turned over
 * days; workers that are woken come to the same, and claims keep the two apart.
 */
export function makeWorkOff(deps: DeskDeps, deliver: (lane: Lane) => Promise<void>): () => Promise<Instant> {
  let arrangedAt: Instant | null = null;
  let seen: Agenda | null = null;

  return async () => {
    const now = deps.now();
    if (arrangedAt === null || Math.abs(now - arrangedAt) >= ARRANGE_EVERY) {
      await arrangeAll(deps);
      arrangedAt = now;
    }
    // What was seen last time says what is due at the instant to which the clock was turned.
    let agenda = seen && isEmpty(dueOf(seen, now)) ? null : seen;
    seen = null;
    let before: Agenda | null = null;
    for (let looks = 0; looks < LOOKS; looks += 1) {
      agenda ??= await lookAround(deps);
      const due = dueOf(agenda, deps.now());
      if (isEmpty(due)) {
        seen = agenda;
        return soonest(agenda);
      }
      if (before && isSame(before, due)) return deps.now();
      before = due;
      await work(deps, deliver, due);
      agenda = null;
    }
    return deps.now();
  };
}

async function lookAround({ cases, outbox, plans, briefs }: DeskDeps): Promise<Agenda> {
  return {
    timers: await cases.timersDue(FAR, TIMERS),
    // Whatever is being sent right now counts too, however fresh its claim.
    lanes: await outbox.lanesDue(FAR, FAR, 1),
    people: await peopleDue({ plans, briefs }, FAR, FAR),
  };
}

async function work(
  deps: DeskDeps,
  deliver: (lane: Lane) => Promise<void>,
  { timers, lanes, people }: Agenda,
): Promise<void> {
  const byCase = new Map(timers.map((timer) => [`${timer.workspaceId}/${timer.case}`, timer]));
  for (const timer of byCase.values()) await fire(deps, timer.workspaceId, timer.case);
  // One call works off its whole channel; the others find nothing left.
  const told = new Map([...lanes, ...timers].map((lane) => [`${lane.workspaceId}/${lane.case}`, lane]));
  for (const lane of told.values()) await deliver(lane);
  const byPerson = new Map(people.map((wake) => [`${wake.workspaceId}/${wake.person}`, wake]));
  for (const wake of byPerson.values()) await attend(deps, wake.workspaceId, wake.person);
}

const dueOf = ({ timers, lanes, people }: Agenda, now: Instant): Agenda => ({
  timers: timers.filter(({ dueAt }) => dueAt <= now),
  lanes: lanes.filter(({ notBefore }) => notBefore <= now),
  people: people.filter(({ at }) => at <= now),
});

const isEmpty = ({ timers, lanes, people }: Agenda): boolean =>
  timers.length + lanes.length + people.length === 0;

const isSame = (a: Agenda, b: Agenda): boolean => JSON.stringify(a) === JSON.stringify(b);

const soonest = ({ timers, lanes, people }: Agenda): Instant =>
  Math.min(
    FAR,
    ...timers.map(({ dueAt }) => dueAt),
    ...lanes.map(({ notBefore }) => notBefore),
    ...people.map(({ at }) => at),
  );
