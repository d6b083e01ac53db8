import { claimKeys } from '../domain/duplicates.ts';
import { isRed } from '../domain/notices.ts';
import type { DeskDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { act, open } from './execute.ts';
import type { LoadedCase } from './ports/cases.ts';
import { rivalsOf } from './rivals.ts';
import type { CaseView } from './views/case-view.ts';

/** A loaded case as surfaces show it. */
export const viewOf = (deps: Pick<DeskDeps, 'policy' | 'now'>, loaded: LoadedCase): CaseView => ({
  ...loaded,
  red: isRed(loaded.case, deps.policy, deps.now()),
});

/** The application over its ports. */
export function deskOf(deps: DeskDeps): Desk {
  return {
    open: (request, what) => open(deps, request, what),
    act: (request, number, command) => act(deps, request, number, command),
    makeLead: async ({ workspace, person }, who) => {
      const asker = await deps.people.find(workspace, person);
      if (!asker || asker.isGuest) return { ok: false, refusal: { code: 'guest' } };
      const leads = await deps.people.leads(workspace);
      if (leads.length > 0 && !asker.isLead)
        return { ok: false, refusal: { code: 'not_lead', leads: leads.map((l) => l.id) } };
      const named = await deps.people.find(workspace, who);
      if (!named || named.isGuest) return { ok: false, refusal: { code: 'not_a_member', person: who } };
      await deps.people.makeLead(workspace, who);
      return { ok: true };
    },
    view: async (workspace, number) => {
      const loaded = await deps.cases.load(workspace, number);
      return loaded && viewOf(deps, loaded);
    },
    list: async (workspace, owner) =>
      (await deps.cases.listOpen(workspace, owner ?? null)).map((loaded) => viewOf(deps, loaded)),
    rivals: async (workspace, { storeName, ...about }) => {
      const store = await deps.cases.findStore(workspace, storeName);
      return store ? rivalsOf(deps, workspace, store.id, claimKeys(about)) : { open: [], recentlyClosed: [] };
    },
    stores: (workspace) => deps.cases.stores(workspace),
    person: (workspace, id) => deps.people.find(workspace, id),
    caseChannel: async (workspace) => deps.settings(workspace).caseChannel,
    now: deps.now,
  };
}
