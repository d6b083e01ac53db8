import type { Case } from '../domain/case.ts';
import { claimKeys } from '../domain/duplicates.ts';
import type { PersonId } from '../domain/ids.ts';
import { isRed } from '../domain/red.ts';
import { queryOf } from '../domain/search/terms.ts';
import { comeBack, goAway } from './away/go-away.ts';
import type { DeskDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { act, open } from './execute.ts';
import { bringIn } from './import/bring-in.ts';
import { checkList } from './import/check-list.ts';
import { knownStores } from './known-stores.ts';
import type { LoadedCase } from './ports/cases.ts';
import { rivalsOf } from './rivals.ts';
import { setupOf } from './setup/setup-of.ts';
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

/** The application over its ports. */
export function deskOf(deps: DeskDeps): Desk {
  const ensureStore = knownStores(deps.cases, deps.now);
  return {
    open: (request, what) => open(deps, ensureStore, request, what),
    act: (request, number, command) => act(deps, request, number, command),
    makeLead: async ({ workspace, person }, who) => {
      const asker = await deps.people.find(workspace, person);
      if (!asker || asker.isGuest) return { ok: false, refusal: { code: 'guest' } };
      const leads = await deps.people.leads(workspace);
      // Asked again after the answer was lost, it is what was asked for.
      if (leads.some((l) => l.id === who)) return { ok: true };
      if (leads.length > 0 && !asker.isLead)
        return { ok: false, refusal: { code: 'not_lead', leads: leads.map((l) => l.id) } };
      const named = await deps.people.find(workspace, who);
      if (!named || named.isGuest) return { ok: false, refusal: { code: 'not_a_member', person: who } };
      await deps.people.makeLead(workspace, who);
      return { ok: true };
    },
    checkList: (request, list) => checkList(deps, request, list),
    bringIn: (request, list, fallback) => bringIn(deps, ensureStore, request, list, fallback),
    goAway: (request, absence) => goAway(deps, request, absence),
    comeBack: (request) => comeBack(deps, request),
    caseOfThread: (workspace, thread) => deps.cases.ofThread(workspace, thread),
    view: async (workspace, number) => {
      const loaded = await deps.cases.load(workspace, number);
      return loaded && (await viewOf(deps, loaded));
    },
    list: async (workspace, owner) =>
      Promise.all(
        (await deps.cases.listOpen(workspace, owner ?? null)).map((loaded) => viewOf(deps, loaded)),
      ),
    find: async (workspace, text) =>
      Promise.all((await deps.cases.find(workspace, queryOf(text))).map((loaded) => viewOf(deps, loaded))),
    rivals: async (workspace, { storeName, ...about }) => {
      const store = await deps.cases.findStore(workspace, storeName);
      return store ? rivalsOf(deps, workspace, store.id, claimKeys(about)) : { open: [], recentlyClosed: [] };
    },
    stores: (workspace) => deps.cases.stores(workspace),
    setup: setupOf(deps),
    person: (workspace, id) => deps.people.find(workspace, id),
    caseChannel: async (workspace) => deps.settings(workspace).caseChannel,
    now: deps.now,
  };
}
