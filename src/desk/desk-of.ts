import { claimKeys } from '../domain/duplicates.ts';
import { queryOf } from '../domain/search/terms.ts';
import { comeBack, goAway } from './away/go-away.ts';
import { chooseHabits, keepsCase, nextBriefings, todaysBriefing } from './briefings/desk-briefings.ts';
import type { DeskDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { act, open } from './execute.ts';
import { homeOf } from './home/home-of.ts';
import { bringIn } from './import/bring-in.ts';
import { checkList } from './import/check-list.ts';
import { knownStores } from './known-stores.ts';
import { rivalsOf } from './rivals.ts';
import { setupOf } from './setup/setup-of.ts';
import { viewOf } from './view-of.ts';

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
    keeps: (workspace, person, number) => keepsCase(deps, workspace, number, person),
    todaysBriefing: (workspace, person) => todaysBriefing(deps, workspace, person),
    home: (workspace, person) => homeOf(deps, workspace, person),
    chooseHabits: (workspace, person, habits) => chooseHabits(deps, workspace, person, habits),
    nextBriefings: (workspace, person, habits) => nextBriefings(deps, workspace, person, habits),
    caseChannel: async (workspace) => deps.settings(workspace).caseChannel,
    now: deps.now,
  };
}
