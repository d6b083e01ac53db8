import { awayRefusal } from '../../domain/away/refusal.ts';
import { localDate } from '../../domain/local-time.ts';
import { type Absence, isAway } from '../../domain/team.ts';
import type { DeskDeps } from '../deps.ts';
import type { Request } from '../desk.ts';
import type { AwayAnswer } from './away-answer.ts';

type Deps = Pick<DeskDeps, 'team' | 'people' | 'cases' | 'now'>;

/** Notes that somebody is away; their cases stay theirs. Said twice, it is the same absence. */
export async function goAway(deps: Deps, request: Request, absence: Absence): Promise<AwayAnswer> {
  const { workspace, person } = request;
  const me = await deps.people.find(workspace, person);
  if (!me || me.isGuest) return { ok: false, refusal: { code: 'guest' } };
  const cover = absence.cover === null ? undefined : await deps.people.find(workspace, absence.cover);
  const refusal = awayRefusal(absence, cover, me, deps.now());
  if (refusal) return { ok: false, refusal };
  await deps.team.addAbsence(workspace, person, absence);
  deps.people.forget(workspace, person);
  return { ok: true, wasAway: false, cases: (await deps.cases.listOpen(workspace, person)).length };
}

/** Ends every absence that is not over: they are here. */
export async function comeBack(deps: Deps, { workspace, person }: Request): Promise<AwayAnswer> {
  const me = await deps.people.find(workspace, person);
  if (!me || me.isGuest) return { ok: false, refusal: { code: 'guest' } };
  const now = deps.now();
  const today = localDate(now, me.zone);
  await deps.team.endAbsences(workspace, person, today);
  deps.people.forget(workspace, person);
  const wasAway = me.absences.length > 0 || isAway(me, now);
  return { ok: true, wasAway, cases: (await deps.cases.listOpen(workspace, person)).length };
}
