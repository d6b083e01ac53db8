import type { Store } from '../case.ts';
import type { Imported, Opened } from '../events.ts';
import type { CaseNumber, ChannelId, PersonId } from '../ids.ts';
import { type LocalDate, toInstant } from '../local-time.ts';
import type { Refusal, Rival } from '../refusals.ts';
import type { Instant } from '../time.ts';
import type { ImportRow } from './row.ts';

interface Facts {
  readonly now: Instant;
  readonly channel: ChannelId;
  readonly store: Store;
  readonly owner: PersonId | null;
  readonly rivals: readonly Rival[];
  readonly recentlyClosed: readonly Rival[];
  readonly caseIdHolder: CaseNumber | null;
}

type ImportDecision =
  | { readonly ok: true; readonly opened: Opened; readonly imported: Imported }
  | { readonly ok: false; readonly refusal: Refusal };

/** A list says the day only; noon in Greenwich lies in that day almost wherever it is read. */
const noonOf = (date: LocalDate): Instant => toInstant(date, { hour: 12, minute: 0 }, 'UTC');

/**
 * Brings one live case in, unless Docket has it already. With a Case ID it is a fact at Amazon, whatever was closed
 * lately; without one, a case about the same that was closed lately is probably the same.
 */
export function decideImport(row: ImportRow, facts: Facts): ImportDecision {
  const { caseId } = row;
  if (caseId !== null && facts.caseIdHolder !== null)
    return { ok: false, refusal: { code: 'case_id_taken', number: facts.caseIdHolder, caseId } };
  const rivals = caseId === null ? [...facts.rivals, ...facts.recentlyClosed] : facts.rivals;
  if (rivals.length > 0) return { ok: false, refusal: { code: 'duplicate', rivals } };
  return {
    ok: true,
    opened: {
      type: 'opened',
      channel: facts.channel,
      store: facts.store,
      marketplace: row.marketplace,
      category: row.category,
      subjects: row.subjects,
      problem: row.note,
      message: '',
      deadline: null,
      different: null,
    },
    imported: {
      type: 'imported',
      status: row.status,
      reference: caseId === null ? null : { kind: 'case_id', id: caseId },
      submittedAt: row.date === null ? facts.now : Math.min(facts.now, noonOf(row.date)),
      owner: facts.owner,
    },
  };
}
