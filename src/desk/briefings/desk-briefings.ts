import { nextPlan, PLAN_KINDS, type PlanKind } from '../../domain/briefings/plan.ts';
import type { Case } from '../../domain/case.ts';
import type { CaseNumber, PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Habits } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import { LATE } from '../deliver/timing.ts';
import type { DeskDeps } from '../deps.ts';
import type { MorningView } from '../views/briefing-view.ts';
import { circumstancesOf } from './circumstances.ts';
import { startOfDay, teamFacts } from './facts.ts';
import { morningView } from './morning.ts';

/** A morning briefing that stands in somebody's conversation with Docket, as it should look now. */
export interface StandingBriefing {
  readonly ts: string;
  readonly view: MorningView;
  readonly lateSince: Instant | null;
}

/** What somebody is told next, and when. */
export interface NextBriefing {
  readonly kind: PlanKind;
  readonly dueAt: Instant;
}

/** Today's morning briefing of somebody, drawn from the truth; null where they got none today. */
export async function todaysBriefing(
  deps: DeskDeps,
  workspace: WorkspaceId,
  id: PersonId,
): Promise<StandingBriefing | null> {
  const [person, sent] = await Promise.all([
    deps.people.find(workspace, id),
    deps.briefs.latest(workspace, id, 'morning'),
  ]);
  if (!person || !sent || sent.sentAt < startOfDay(deps.now(), person.zone)) return null;
  const facts = await teamFacts(deps, workspace);
  const drawn = await morningView(deps, workspace, person, facts, sent.content.checks);
  const lateSince = sent.sentAt - sent.dueAt > LATE ? sent.dueAt : null;
  return drawn && { ts: sent.ts, view: drawn.view, lateSince };
}

/** Whether somebody looks after the store of a case: its keeper, and whoever stands in for them. */
export async function keepsStore(
  { team }: Pick<DeskDeps, 'team'>,
  c: Pick<Case, 'workspace' | 'store'>,
  person: PersonId,
): Promise<boolean> {
  const stores = await team.stores(c.workspace);
  return stores.some(
    ({ store, keeper, cover }) => store.id === c.store.id && (keeper === person || cover === person),
  );
}

export async function keepsCase(
  deps: Pick<DeskDeps, 'team' | 'cases'>,
  workspace: WorkspaceId,
  number: CaseNumber,
  person: PersonId,
): Promise<boolean> {
  const loaded = await deps.cases.load(workspace, number);
  return loaded !== null && keepsStore(deps, loaded.case, person);
}

/** What somebody wants to be told. The next sweep moves their plan. */
export async function chooseHabits(
  deps: DeskDeps,
  workspace: WorkspaceId,
  id: PersonId,
  habits: Habits,
): Promise<Refusal | null> {
  const person = await deps.people.find(workspace, id);
  if (!person || person.isGuest) return { code: 'guest' };
  await deps.team.setHabits(workspace, id, habits);
  return null;
}

/** What comes next for somebody under these habits; nothing before the team has started. */
export async function nextBriefings(
  deps: DeskDeps,
  workspace: WorkspaceId,
  id: PersonId,
  habits: Habits,
): Promise<readonly NextBriefing[]> {
  const person = await deps.people.find(workspace, id);
  const { startedAt } = await deps.team.choices(workspace);
  if (!person || startedAt === null) return [];
  const [now, circumstances] = [deps.now(), circumstancesOf(deps, { ...person, habits })];
  return PLAN_KINDS.flatMap((kind) => {
    const next = nextPlan(kind, now, circumstances);
    return next ? [{ kind, dueAt: next.dueAt }] : [];
  });
}
