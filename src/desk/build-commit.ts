import { type Case, isOpen } from '../domain/case.ts';
import { claimsOf } from '../domain/duplicates.ts';
import type { CaseEvent, Imported, Opened, Stamped } from '../domain/events.ts';
import { begin, evolve } from '../domain/evolve.ts';
import type { CaseNumber, PersonId, WorkspaceId } from '../domain/ids.ts';
import { type Notice, noticeOfEvent, noticeOfTimer } from '../domain/notices.ts';
import type { Policy } from '../domain/policy.ts';
import { isRed } from '../domain/red.ts';
import type { Instant } from '../domain/time.ts';
import { type PlannedTimer, planTimers } from '../domain/timers/plan.ts';
import type { Schedule } from '../domain/timers/schedule.ts';
import type { Commit } from './ports/cases.ts';

interface Happening {
  readonly at: Instant;
  readonly by: PersonId | null;
  readonly receiptKey: string | null;
}

/** The first commit of a case: it is opened, planned and announced in one. */
export function openingCommit(
  workspace: WorkspaceId,
  number: CaseNumber,
  event: Opened,
  schedule: Schedule,
  how: Happening & { readonly by: PersonId },
): Commit {
  const stamped: Stamped<Opened> = { ...event, seq: 1, at: how.at, by: how.by };
  const opened = begin(workspace, number, stamped, how.by);
  return assemble(
    null,
    opened,
    [stamped],
    noticesOf([noticeOfEvent(null, opened, stamped, schedule.policy)]),
    schedule,
    how,
  );
}

/** The first commit of a case that was live before: told once, by what the list said of it. */
export function importCommit(
  workspace: WorkspaceId,
  number: CaseNumber,
  { opened, imported }: { readonly opened: Opened; readonly imported: Imported },
  schedule: Schedule,
  how: Happening & { readonly by: PersonId },
): Commit {
  const stamped: Stamped<Opened> = { ...opened, seq: 1, at: how.at, by: how.by };
  const change = fold(begin(workspace, number, stamped, how.by), [imported], schedule.policy, how);
  return assemble(null, change.after, [stamped, ...change.stamped], change.notices, schedule, how);
}

/** Folds events into a loaded case. The schedule is asked for after, because the owner may have changed. */
export function fold(
  before: Case,
  events: readonly CaseEvent[],
  policy: Policy,
  how: Pick<Happening, 'at' | 'by'>,
) {
  const stamped: Stamped[] = [];
  const notices: (Notice | null)[] = [];
  let after = before;
  for (const event of events) {
    const next: Stamped = { ...event, seq: after.version + 1, at: how.at, by: how.by };
    const previous = after;
    after = evolve(after, next);
    stamped.push(next);
    notices.push(noticeOfEvent(previous, after, next, policy));
  }
  return { after, stamped, notices: noticesOf(notices) };
}

export function changeCommit(
  before: Case,
  change: ReturnType<typeof fold>,
  told: readonly PlannedTimer[],
  schedule: Schedule,
  how: Happening,
): Commit {
  const timers = told.map((timer) => noticeOfTimer(change.after, timer, how.at, schedule.policy));
  return assemble(before, change.after, change.stamped, [...change.notices, ...timers], schedule, how);
}

const noticesOf = (found: readonly (Notice | null)[]): Notice[] => found.filter((n) => n !== null);

const isSameClaim = (before: Case | null, after: Case): boolean =>
  before !== null && before.subjects === after.subjects && isOpen(before) === isOpen(after);

function assemble(
  before: Case | null,
  after: Case,
  events: readonly Stamped[],
  notices: readonly Notice[],
  schedule: Schedule,
  how: Happening,
): Commit {
  return {
    expected: before?.version ?? null,
    case: after,
    events,
    timers: planTimers(after, schedule),
    claims: isSameClaim(before, after) ? null : isOpen(after) ? claimsOf(after) : [],
    notices,
    urgent: isRed(after, schedule.policy, how.at),
    receiptKey: how.receiptKey,
    at: how.at,
  };
}
