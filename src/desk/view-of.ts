import type { Case } from '../domain/case.ts';
import type { PersonId } from '../domain/ids.ts';
import { isRed } from '../domain/red.ts';
import type { DeskDeps } from './deps.ts';
import type { LoadedCase } from './ports/cases.ts';
import type { CaseView } from './views/case-view.ts';

/** A loaded case as surfaces show it; `also` are people whom a message names beside those of the case. */
export const viewOf = async (
  deps: Pick<DeskDeps, 'policy' | 'now' | 'people'>,
  loaded: LoadedCase,
  also: readonly PersonId[] = [],
): Promise<CaseView> => ({
  ...loaded,
  red: isRed(loaded.case, deps.policy, deps.now()),
  names: await namesOf(deps, loaded.case, also),
});

/** Whom nobody can name just now is left out: the surface then mentions them. */
async function namesOf(
  { people }: Pick<DeskDeps, 'people'>,
  c: Case,
  also: readonly PersonId[],
): Promise<Record<string, string>> {
  const reviewer = c.phase.status === 'in_review' ? c.phase.reviewer : null;
  const ids = [c.owner, c.openedBy, c.offer?.to, c.offer?.from, reviewer, ...also];
  const named = new Set(ids.filter((id) => id !== null && id !== undefined));
  const found = await Promise.all([...named].map((id) => people.find(c.workspace, id).catch(() => null)));
  return Object.fromEntries(found.flatMap((person) => (person ? [[person.id, person.name]] : [])));
}
