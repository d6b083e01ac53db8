import { nextPlan } from '../../domain/briefings/plan.ts';
import { nextWithin, searchOpenings } from '../../domain/calendar.ts';
import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import { localDate } from '../../domain/local-time.ts';
import { isAway } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import { BROKEN, type Call, type Closed, mayCall, pauseCalls, pauseWorkspace } from '../deliver/pacing.ts';
import type { NoticeStep } from '../deliver/step.ts';
import { backoff, LATE, LEASE, LOOK_FOR } from '../deliver/timing.ts';
import { type DeskDeps, officeOf } from '../deps.ts';
import type { BriefRow } from '../ports/briefs.ts';
import type { Outcome, Post } from '../ports/messenger.ts';
import type { Person } from '../ports/people.ts';
import { circumstancesOf } from './circumstances.ts';
import { compose } from './compose.ts';
import { startOfDay } from './facts.ts';

/** Nobody is told this much at once; a loop that runs on is a fault, and the sweep comes back to it. */
const ROUNDS = 20;

interface To {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  readonly call: Call;
  readonly closed: Closed;
}

/** Sends what waits for one person, as far as Slack allows it now, and asks to be woken for the rest. */
export async function deliverBriefs(
  deps: DeskDeps,
  workspace: WorkspaceId,
  id: PersonId,
  person: Person | null,
): Promise<void> {
  const to: To = { workspace, person: id, call: { kind: 'post', channel: id }, closed: new Map() };
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = await deps.briefs.pending(workspace, id);
    if (rows.length === 0) return;
    const step = await deliverNext(deps, to, rows, person);
    if (step.kind === 'again') continue;
    if (step.until !== null) await deps.wake.people([{ workspaceId: workspace, person: id, at: step.until }]);
    return;
  }
}

const again: NoticeStep = { kind: 'again' };
const rest = (until: Instant | null): NoticeStep => ({ kind: 'rest', until });

async function deliverNext(
  deps: DeskDeps,
  to: To,
  rows: readonly BriefRow[],
  person: Person | null,
): Promise<NoticeStep> {
  const held = rows.find(({ state }) => state.kind === 'sending');
  if (held) return settleUncertain(deps, to, held);
  const now = deps.now();
  const due = rows.filter(({ state }) => state.kind === 'waiting' && state.notBefore <= now);
  const [first] = due;
  if (!first) return rest(soonest(rows));
  const stale = due.filter((row) => isOutdated(row, due, person, now));
  if (stale.length > 0) return drop(deps, to, stale);
  if (person === null || person.isGuest) return drop(deps, to, due);
  const awake = nextWithin(now, { zone: person.zone, ...deps.policy.waking });
  if (awake > now) {
    for (const row of due) await deps.briefs.putOff(to.workspace, row.id, awake);
    return again;
  }
  const working = first.kind === 'cover' ? nextWorking(deps, person, now) : now;
  if (working > now) {
    await deps.briefs.putOff(to.workspace, first.id, working);
    return again;
  }
  return send(deps, to, first, person);
}

/** Standing in is work: it is told on a working day, and where a morning is still to come, together with it. */
function nextWorking(deps: DeskDeps, person: Person, now: Instant): Instant {
  const open = searchOpenings(officeOf(deps, person), now, ({ opensAt, closesAt }) =>
    now < closesAt ? Math.max(now, opensAt) : null,
  );
  const morning = nextPlan('morning', startOfDay(open, person.zone) - 1, circumstancesOf(deps, person));
  return morning && dayOf(morning.dueAt, person) === dayOf(open, person)
    ? Math.max(morning.dueAt, open)
    : open;
}

async function drop(deps: DeskDeps, { workspace }: To, rows: readonly BriefRow[]): Promise<NoticeStep> {
  await deps.briefs.obsolete(
    workspace,
    rows.map(({ id }) => id),
  );
  return again;
}

/** Yesterday's morning is over, of several of a kind the last one counts, and whoever is away hears nothing. */
function isOutdated(row: BriefRow, due: readonly BriefRow[], person: Person | null, now: Instant): boolean {
  if (person === null || isAway(person, now)) return true;
  if (row.kind === 'cover') return false;
  const isLast = due.every((other) => other.kind !== row.kind || other.dueAt <= row.dueAt);
  return !isLast || (row.kind === 'morning' && dayOf(row.dueAt, person) !== dayOf(now, person));
}

const dayOf = (at: Instant, { zone }: Person): string => Object.values(localDate(at, zone)).join('-');

const soonest = (rows: readonly BriefRow[]): Instant | null => {
  const times = rows.flatMap(({ state }) => (state.kind === 'waiting' ? [state.notBefore] : []));
  return times.length > 0 ? Math.min(...times) : null;
};

async function send(deps: DeskDeps, to: To, row: BriefRow, person: Person): Promise<NoticeStep> {
  const { workspace } = to;
  const now = deps.now();
  const said = await compose(deps, workspace, person, row);
  if (said === null) return drop(deps, to, [row]);
  const until = await mayCall(deps, workspace, to.call, to.closed);
  if (until !== null) return rest(until);
  const fence = await deps.briefs.claim(workspace, row.id, said.content, now);
  if (fence === null) return rest(now + LEASE);
  const message: Post = {
    workspace,
    channel: person.id,
    threadTs: null,
    key: row.key,
    locale: person.locale,
    content: {
      kind: 'brief',
      view: said.view,
      lateSince: row.kind !== 'cover' && now - row.dueAt > LATE ? row.dueAt : null,
    },
  };
  return settle(deps, to, row, fence, await deps.messenger.post(message));
}

async function settle(
  deps: DeskDeps,
  to: To,
  row: BriefRow,
  fence: number,
  outcome: Outcome,
): Promise<NoticeStep> {
  const { workspace } = to;
  const now = deps.now();
  const later = async (until: Instant): Promise<NoticeStep> => {
    await deps.briefs.later(workspace, row.id, fence, until);
    return rest(until);
  };
  switch (outcome.kind) {
    case 'sent':
      await deps.briefs.sent(workspace, row.id, fence, outcome.ts, now);
      return again;
    case 'unknown':
      deps.log.warn(
        { key: row.key, why: outcome.why },
        'Nobody knows whether this arrived; looking before repeating',
      );
      return rest(now + LEASE);
    case 'later':
      if (outcome.limited) await pauseCalls(deps, workspace, to.call, outcome.afterMs, to.closed);
      return later(now + Math.max(outcome.afterMs, backoff(row.attempts + 1)));
    case 'refused':
      if (outcome.about === 'installation') {
        deps.log.error(
          { workspace, code: outcome.code },
          'Slack refuses this installation; nothing is sent until that is mended',
        );
        await pauseWorkspace(deps, workspace);
        return later(now + BROKEN);
      }
      await deps.briefs.parked(workspace, row.id, fence, outcome.code);
      deps.log.error(
        { key: row.key, code: outcome.code },
        'Slack refuses this briefing for good; it is kept, not sent',
      );
      return again;
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

/** A claim that outlived its lease: did the message arrive? Found: mark it. Absent: it is weighed afresh. */
async function settleUncertain(deps: DeskDeps, to: To, row: BriefRow): Promise<NoticeStep> {
  const { workspace, person } = to;
  if (row.state.kind !== 'sending') return again;
  const { since, fence } = row.state;
  const now = deps.now();
  if (since > now - LEASE) return rest(since + LEASE);
  const until = await mayCall(deps, workspace, { kind: 'look' }, to.closed);
  if (until !== null) return rest(until);
  const where = { workspace, channel: person, threadTs: null, key: row.key };
  const found = await deps.messenger.find(where, row.dueAt);
  switch (found.kind) {
    case 'found':
      await deps.briefs.sent(workspace, row.id, fence, found.ts, now);
      return again;
    case 'absent':
      await deps.briefs.later(workspace, row.id, fence, now);
      return again;
    case 'unknown':
      if (since > now - LOOK_FOR) {
        deps.log.warn({ key: row.key, why: found.why }, "A briefing can't be looked for; trying again");
        await deps.briefs.putOff(workspace, row.id, now + LEASE);
        return rest(now + LEASE);
      }
      await deps.briefs.parked(workspace, row.id, fence, `unknown fate: ${found.why}`);
      deps.log.error({ key: row.key, why: found.why }, 'Nobody can say whether this arrived; it is kept');
      return again;
    default: {
      const never: never = found;
      return never;
    }
  }
}
