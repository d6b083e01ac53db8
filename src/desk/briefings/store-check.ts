import { isSnoozed } from '../../domain/case.ts';
import type { CaseNumber, PersonId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy.ts';
import { DAY } from '../../domain/time.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Happening } from '../ports/happenings.ts';
import type { Looked } from '../views/briefing-view.ts';
import { checksFor } from '../who-acts.ts';
import { startOfDay, type TeamFacts } from './facts.ts';
import { isNoteDue } from './your-turn.ts';

/** Cases with buttons; the others are named by their numbers. */
const SHOWN = 10;

export interface Check {
  readonly loaded: LoadedCase;
  readonly isDue: boolean;
}

/** What somebody is to look up at Amazon today: first what is due, ten at most; and the numbers of the rest. */
export function checksOf(
  facts: TeamFacts,
  person: PersonId,
  zone: string,
  today: readonly Happening[],
  policy: Policy,
): { readonly shown: readonly Check[]; readonly others: readonly CaseNumber[] } {
  const checks = facts.cases
    .filter(
      ({ case: c }) =>
        c.phase.status === 'awaiting_amazon' &&
        !isSnoozed(c) &&
        !isNoteDue(c, policy) &&
        lookedAt(c.number, today) === null &&
        checksFor(facts, c) === person,
    )
    .map((loaded) => ({ loaded, isDue: isDueToday(loaded, facts, zone) }))
    .sort((a, b) => Number(b.isDue) - Number(a.isDue));
  return {
    shown: checks.slice(0, SHOWN),
    others: checks.slice(SHOWN).map(({ loaded: { case: c } }) => c.number),
  };
}

/** Its follow-up is due or was asked for already, or the date that Amazon named has come. */
export function isDueToday({ case: c, timers }: LoadedCase, { now }: TeamFacts, zone: string): boolean {
  if (c.phase.status !== 'awaiting_amazon') return false;
  const tomorrow = startOfDay(startOfDay(now, zone) + 1.5 * DAY, zone);
  const { promisedAt } = c.phase.waiting;
  const isNear = timers.some(
    ({ kind, dueAt, step }) => kind === 'follow_up' && (dueAt < tomorrow || step > 1),
  );
  return isNear || (promisedAt !== null && promisedAt < tomorrow);
}

/** What was found of a case, by what happened to it since the day began. */
export function lookedAt(number: CaseNumber, today: readonly Happening[]): Looked {
  const last = today.findLast(({ case: of, type }) => of === number && type in LOOKS);
  return last ? (LOOKS[last.type] ?? null) : null;
}

const LOOKS: Readonly<Partial<Record<Happening['type'], Looked>>> = {
  checked_nothing: 'nothing',
  amazon_replied: 'answered',
  solved: 'closed',
  closed_at_amazon: 'closed',
};
