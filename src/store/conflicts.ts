import type { CommitOutcome } from '../desk/ports/cases.ts';

/** Which of our unique constraints stands for which conflict; any other violation is a fault. */
const CONSTRAINTS: Readonly<Record<string, CommitOutcome>> = {
  claims_exclusive: 'claim',
  cases_case_id: 'case_id',
  receipts_pkey: 'receipt',
  cases_pkey: 'version',
  case_events_pkey: 'version',
};

const UNIQUE_VIOLATION = '23505';

/** The unique constraint that a database error names; null for any other error. */
export function brokenConstraint(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== UNIQUE_VIOLATION) return null;
  return 'constraint' in error ? String(error.constraint) : '';
}

/** Reads a database error: a conflict that the desk can decide about, or null. */
export function conflictOf(error: unknown): CommitOutcome | null {
  return CONSTRAINTS[brokenConstraint(error) ?? ''] ?? null;
}
