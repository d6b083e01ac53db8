import type { Case } from './case.ts';
import { CATEGORIES } from './categories.ts';
import { type Subject, subjectKey } from './identifiers.ts';
import type { StoreId } from './ids.ts';

/** One hold on a subject of a store. While a case is open, nobody else opens another about the same. */
export interface Claim {
  readonly store: StoreId;
  /** `asin:B0…`, or `store` for a category that is about the whole account. */
  readonly subject: string;
  /** False where a person said "different problem, because …": enforced only if nobody else holds the subject. */
  readonly exclusive: boolean;
}

/** The claim key of a store itself: what an account-wide problem is about. */
export const WHOLE_STORE = 'store';

/** What a case about these things claims. Marketplace and category do not matter: Amazon sees one account. */
export function claimKeys(about: Pick<Case, 'category' | 'subjects'>): string[] {
  const keys = about.subjects.map(subjectKey);
  return CATEGORIES[about.category].claims === 'store' ? [WHOLE_STORE, ...keys] : keys;
}

export const claimsOf = (c: Case): Claim[] =>
  claimKeys(c).map((subject) => ({ store: c.store.id, subject, exclusive: c.different === null }));

/** The subjects in `wanted` that `held` does not have yet. */
export function newSubjects(held: readonly Subject[], wanted: readonly Subject[]): Subject[] {
  const have = new Set(held.map(subjectKey));
  return wanted.filter((s) => !have.has(subjectKey(s)));
}
