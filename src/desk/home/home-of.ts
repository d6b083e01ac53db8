import { isSnoozed } from '../../domain/case.ts';
import type { CaseNumber, PersonId, WorkspaceId } from '../../domain/ids.ts';
import { isRed } from '../../domain/red.ts';
import { startOfDay, type TeamFacts, teamFacts } from '../briefings/facts.ts';
import { linesOf, morningView } from '../briefings/morning.ts';
import { checksOf } from '../briefings/store-check.ts';
import { type Turn, turnsOf } from '../briefings/your-turn.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Person } from '../ports/people.ts';
import { whyNot } from '../setup/setup-of.ts';
import { viewOf } from '../view-of.ts';
import type { HomeView } from '../views/home-view.ts';
import { actsOn } from '../who-acts.ts';

/** Of each list; a phone shows few, and Slack takes a hundred blocks. */
const LINES = 8;

/**
 * What is somebody's now: the morning briefing as it would be written this minute, and the cases of theirs that it
 * leaves out because nobody need act on them today. Null for whoever may only look.
 */
export async function homeOf(deps: DeskDeps, workspace: WorkspaceId, id: PersonId): Promise<HomeView | null> {
  const person = await deps.people.find(workspace, id);
  if (!person || person.isGuest) return null;
  const [facts, refusal] = await Promise.all([
    teamFacts(deps, workspace),
    whyNot(deps, { workspace, person: id }),
  ]);
  const checks = await checksNow(deps, workspace, person, facts);
  const numbers = checks.shown.map(({ case: c }) => c.number);
  const drawn = await morningView(deps, workspace, person, facts, numbers);
  if (!drawn) throw new Error('A day that is kept can always be drawn');
  const turns = turnsOf(facts, id, deps.policy);
  const told = new Set([...numbers, ...checks.others, ...turns.map(({ loaded }) => loaded.case.number)]);
  const rest = redFirst(
    facts.cases.filter(({ case: c }) => !told.has(c.number) && actsOn(facts, c) === id),
    deps,
    facts,
  );
  const preparing: Turn[] = rest.filter(isPrepared).map((loaded) => ({ loaded, reason: 'preparing' }));
  const toSubmit = [...turns.filter(({ reason }) => reason === 'ready'), ...preparing];
  const waiting = rest.filter((loaded) => !isPrepared(loaded));
  const unseen = (all: readonly unknown[]): number => Math.max(0, all.length - LINES);
  const { yourTurn } = drawn.view;
  return {
    stage: stageOf(deps, workspace),
    mayLead: refusal === null,
    day: { ...drawn.view, yourTurn: yourTurn.filter(({ reason }) => reason !== 'ready') },
    toSubmit: await linesOf(deps, toSubmit.slice(0, LINES)),
    waiting: await Promise.all(waiting.slice(0, LINES).map((loaded) => viewOf(deps, loaded))),
    more: unseen(toSubmit) + unseen(waiting),
  };
}

/** The store check as it stands now: what was looked at leaves it, and is waited for. */
async function checksNow(
  deps: DeskDeps,
  workspace: WorkspaceId,
  { id, zone }: Person,
  facts: TeamFacts,
): Promise<{ readonly shown: readonly LoadedCase[]; readonly others: readonly CaseNumber[] }> {
  const today = await deps.happenings.between(workspace, startOfDay(facts.now, zone), facts.now + 1);
  const { shown, others } = checksOf(facts, id, zone, today, deps.policy);
  return {
    shown: redFirst(
      shown.map(({ loaded }) => loaded),
      deps,
      facts,
    ),
    others,
  };
}

const redFirst = (cases: readonly LoadedCase[], { policy }: DeskDeps, { now }: TeamFacts): LoadedCase[] => {
  const red = (c: LoadedCase): number => Number(isRed(c.case, policy, now));
  return cases.toSorted((a, b) => red(b) - red(a));
};

const isPrepared = ({ case: c }: LoadedCase): boolean => c.phase.status === 'preparing' && !isSnoozed(c);

function stageOf({ settings }: DeskDeps, workspace: WorkspaceId): HomeView['stage'] {
  const { caseChannel, startedAt } = settings(workspace);
  if (caseChannel === null) return 'no_channel';
  return startedAt === undefined ? 'not_started' : 'started';
}
