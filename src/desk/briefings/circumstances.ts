import { type Circumstances, WINDOWS } from '../../domain/briefings/circumstances.ts';
import { type DeskDeps, officeOf } from '../deps.ts';
import type { Person } from '../ports/people.ts';

export const circumstancesOf = (
  deps: Pick<DeskDeps, 'calendars' | 'policy'>,
  person: Person,
): Circumstances => ({
  ...person,
  office: officeOf(deps, person),
  waking: deps.policy.waking,
  windows: WINDOWS,
});
