import { type Circumstances, WINDOWS } from '../../domain/briefings/circumstances.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';

export const circumstancesOf = (
  { officeOf, policy }: Pick<DeskDeps, 'officeOf' | 'policy'>,
  person: Person,
): Circumstances => ({ ...person, office: officeOf(person), waking: policy.waking, windows: WINDOWS });
