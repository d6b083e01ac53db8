import { nextPlan, PLAN_KINDS } from '../../domain/briefings/plan.ts';
import type { WorkspaceId } from '../../domain/ids.ts';
import { MARKETPLACE_CODES, type MarketplaceCode } from '../../domain/marketplaces.ts';
import type { Instant } from '../../domain/time.ts';
import { nextOpening, openingAt, windowFor } from '../../domain/windows.ts';
import { circumstancesOf } from '../briefings/circumstances.ts';
import { composeFrom } from '../briefings/compose.ts';
import { type TeamFacts, teamFacts } from '../briefings/facts.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';
import type { BriefView } from '../views/briefing-view.ts';
import type { PreviewedBriefing, SetupPreview } from '../views/setup-view.ts';

/** What would happen after *Start*: composed as the briefings themselves are, and not sent. */
export async function setupPreview(deps: DeskDeps, workspace: WorkspaceId): Promise<SetupPreview> {
  // Asked first: until somebody names others, the leads are Slack's admins, whom Docket then knows.
  await deps.people.leads(workspace);
  const [facts, participants] = await Promise.all([
    teamFacts(deps, workspace),
    deps.plans.participants(workspace),
  ]);
  const people = participants.flatMap((id) => facts.people.get(id) ?? []);
  const briefings = await Promise.all(people.map((person) => nextOf(deps, workspace, person, facts)));
  const { stores } = facts;
  const codes = MARKETPLACE_CODES.filter((code) => stores.some((s) => s.marketplaces.includes(code)));
  return {
    windows: windowsOf(stores.length > 0 ? codes : ['US'], facts.now),
    briefings: briefings.flat().toSorted((a, b) => a.at - b.at),
  };
}

/** Somebody's next briefing of each kind, as it would be if nothing happened until then. */
async function nextOf(
  deps: DeskDeps,
  workspace: WorkspaceId,
  person: Person,
  facts: TeamFacts,
): Promise<PreviewedBriefing[]> {
  const all = PLAN_KINDS.map(async (kind): Promise<PreviewedBriefing[]> => {
    const next = nextPlan(kind, facts.now, circumstancesOf(deps, person));
    if (!next) return [];
    const at = next.dueAt;
    const brief = { kind, content: { cases: [], checks: [], away: null }, dueAt: at };
    const then = { ...deps, now: () => at };
    const said = await composeFrom(then, workspace, person, brief, { ...facts, now: at });
    return said ? [{ person: person.id, at, zone: person.zone, counts: countsOf(said.view) }] : [];
  });
  return (await Promise.all(all)).flat();
}

function countsOf(view: BriefView): PreviewedBriefing['counts'] {
  const lines = (of: readonly (readonly unknown[])[]): number => of.reduce((sum, one) => sum + one.length, 0);
  switch (view.kind) {
    case 'morning':
      return {
        checks: lines([view.alsoWaiting, ...view.checks.map((store) => store.lines)]),
        turns: lines([view.yourTurn, view.closeOuts]) + view.more,
        covered: lines(view.covering.map(({ cases }) => cases)),
        forWindow: 0,
        digest: view.digest !== null,
      };
    case 'before_window':
      return { ...NONE, forWindow: lines([view.ready, view.inWork]) + view.more };
    case 'cover':
      return { ...NONE, covered: view.lines.length + view.more };
    default: {
      const never: never = view;
      return never;
    }
  }
}

const NONE = { checks: 0, turns: 0, covered: 0, forWindow: 0, digest: false };

function windowsOf(codes: readonly MarketplaceCode[], now: Instant): SetupPreview['windows'] {
  const found = new Map<string, SetupPreview['windows'][number]>();
  for (const code of codes) {
    const window = windowFor(code, 'support_case');
    if (!window) continue;
    const opening = openingAt(window, now) ?? nextOpening(window, now);
    const key = `${opening.opensAt} ${window.zone}`;
    const marketplaces = [...(found.get(key)?.marketplaces ?? []), code];
    found.set(key, { marketplaces, opening, zone: window.zone });
  }
  return [...found.values()];
}
