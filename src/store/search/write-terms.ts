import { sql } from 'kysely';
import type { CaseEvent } from '../../domain/events.ts';
import { termsOf } from '../../domain/search/terms.ts';

/** With more of them a case would be found by nearly everything. */
const MOST_KEPT = 2_000;

/** What a new case is found by. */
export const firstTerms = (events: readonly CaseEvent[]) => ({ terms: termsOf(events) });

/** What a change adds to it; most changes say nothing, and then the column is left alone. */
export function moreTerms(events: readonly CaseEvent[]) {
  const fresh = termsOf(events);
  if (fresh.length === 0) return {};
  return {
    terms: sql<string[]>`case when cardinality(cases.terms) >= ${MOST_KEPT} then cases.terms
      else array(select unnest(cases.terms) union select unnest(${fresh}::text[])) end`,
  };
}
