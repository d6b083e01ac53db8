import type { Case } from '../domain/case.ts';
import type { Actor, CaseCommand, OpenCase } from '../domain/commands.ts';
import { decide } from '../domain/decide/decide.ts';
import type { Facts } from '../domain/decide/decision.ts';
import { KEEPERS } from '../domain/decide/guards.ts';
import { decideOpen } from '../domain/decide/open.ts';
import { claimKeys } from '../domain/duplicates.ts';
import type { CaseNumber } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusals.ts';
import { after } from './after.ts';
import type { Answer } from './answer.ts';
import { keepsStore } from './briefings/desk-briefings.ts';
import { changeCommit, fold, openingCommit } from './build-commit.ts';
import { type DeskDeps, officeOf, scheduleOf } from './deps.ts';
import type { OpenRequest, Request } from './desk.ts';
import type { Cases } from './ports/cases.ts';
import type { Person } from './ports/people.ts';
import { rivalsOf } from './rivals.ts';
import { firstOwner } from './stores/first-owner.ts';
import { teamNow } from './team-now.ts';
import { actsOn } from './who-acts.ts';

/** How often a decision is made again when somebody else's change came first. */
const ATTEMPTS = 5;

/**
 * Registers a case. The same request is answered the same, however often Slack delivers it: whatever comes of
 * it meets the first answer where it is written down, so that nobody need ask for it before.
 */
export async function open(
  deps: DeskDeps,
  ensureStore: Cases['ensureStore'],
  request: Request,
  what: OpenRequest,
): Promise<Answer> {
  const { workspace } = request;
  const { caseChannel } = deps.settings(workspace);
  if (caseChannel === null) return refuse(deps, request, { code: 'no_channel' });
  const actor = await actorOf(deps, request);
  if ('code' in actor) return refuse(deps, request, actor);
  const { storeName, ...rest } = what;
  const store = await ensureStore(workspace, storeName, what.marketplace);
  const profile = await deps.team.store(workspace, store.id);
  const owner = (profile && (await firstOwner(deps, workspace, profile))) ?? actor;
  const command: OpenCase = {
    ...rest,
    type: 'open',
    channel: profile?.channel ?? caseChannel,
    store,
    ...(owner.id === actor.id ? {} : { owner: owner.id }),
    ...(profile?.premium ? { premium: true } : {}),
  };

  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const now = deps.now();
    const rivals = await rivalsOf(deps, workspace, store.id, claimKeys(command));
    const decision = decideOpen(command, { now, rivals: rivals.open, recentlyClosed: rivals.recentlyClosed });
    if (!decision.ok) return refuse(deps, request, decision.refusal);
    const schedule = { policy: deps.policy, office: officeOf(deps, owner) };
    const how = { at: now, by: actor.id, receiptKey: request.key };
    const made = await deps.cases.commitNew(workspace, (number) =>
      openingCommit(workspace, number, decision.event, schedule, how),
    );
    if (made.commit) return after(deps, made.commit);
    const answered = made.outcome === 'receipt' && (await deps.cases.receipt(workspace, request.key));
    if (answered) return answered;
  }
  return refuse(deps, request, { code: 'too_busy' });
}

/** Carries out what a person asks of a case that exists. */
export async function act(
  deps: DeskDeps,
  request: Request,
  number: CaseNumber,
  command: CaseCommand,
): Promise<Answer> {
  const { workspace } = request;
  const seen = await deps.cases.receipt(workspace, request.key);
  if (seen) return seen;
  const actor = await actorOf(deps, request);
  if ('code' in actor) return refuse(deps, request, actor);
  const outsider = await outsiderOf(deps, request, command);
  if (outsider) return refuse(deps, request, outsider);

  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const loaded = await deps.cases.load(workspace, number);
    if (!loaded) return refuse(deps, request, { code: 'unknown_case', number });
    const decision = decide(
      loaded.case,
      command,
      await factsOf(deps, loaded.case, command, await withStanding(deps, loaded.case, command, actor)),
    );
    if (!decision.ok) return refuse(deps, request, decision.refusal);
    if (decision.events.length === 0)
      return deps.cases.keepAnswer(workspace, request.key, { ok: true, number }, deps.now());
    const how = { at: deps.now(), by: actor.id, receiptKey: request.key };
    const change = fold(loaded.case, decision.events, deps.policy, how);
    const schedule = await scheduleOf(deps, change.after);
    const commit = changeCommit(loaded.case, change, [], schedule, how);
    const outcome = await deps.cases.commit(commit);
    if (outcome === 'committed') return after(deps, commit);
    const answered = outcome === 'receipt' && (await deps.cases.receipt(workspace, request.key));
    if (answered) return answered;
  }
  return refuse(deps, request, { code: 'too_busy' });
}

const refuse = (deps: DeskDeps, request: Request, refusal: Refusal): Promise<Answer> =>
  deps.cases.keepAnswer(request.workspace, request.key, { ok: false, refusal }, deps.now());

/** Whoever acts must be a full member; a button in a message is not a permission. */
async function actorOf(deps: DeskDeps, request: Request): Promise<Person | Refusal> {
  const person = await deps.people.find(request.workspace, request.person);
  return person && !person.isGuest ? person : { code: 'guest' };
}

/**
 * What somebody may do of a colleague's case: stand in for whoever is off, submit where they can sign
 * in, and say what Seller Central shows where they keep the store.
 */
async function withStanding(deps: DeskDeps, c: Case, { type }: CaseCommand, actor: Actor): Promise<Actor> {
  if (c.owner === null || c.owner === actor.id || actor.isLead) return actor;
  const reviewer = c.phase.status === 'in_review' ? c.phase.reviewer : null;
  const team = await teamNow(deps, c, reviewer === null ? [] : [reviewer]);
  return {
    ...actor,
    standsIn: actsOn(team, c) === actor.id,
    reads: reviewer !== null && actsOn(team, { ...c, owner: reviewer }) === actor.id,
    signsIn: team.stores.some(({ submitters }) => submitters.includes(actor.id)),
    keeps: KEEPERS.has(type) && (await keepsStore(deps, c, actor.id)),
  };
}

/** A case is handed only to somebody who can act on it. */
async function outsiderOf(deps: DeskDeps, request: Request, command: CaseCommand): Promise<Refusal | null> {
  const named =
    command.type === 'hand_over' ? command.to : command.type === 'ask_review' ? command.reviewer : null;
  if (named === null) return null;
  const person = await deps.people.find(request.workspace, named);
  return person && !person.isGuest ? null : { code: 'not_a_member', person: named };
}

async function factsOf(deps: DeskDeps, c: Case, command: CaseCommand, actor: Actor): Promise<Facts> {
  const about =
    command.type === 'add_subjects'
      ? { ...c, subjects: command.subjects }
      : command.type === 'reopen'
        ? c
        : null;
  const rivals = about ? await rivalsOf(deps, c.workspace, c.store.id, claimKeys(about), c.number) : null;
  const reference =
    'reference' in command ? command.reference : command.type === 'reopen' ? c.reference : null;
  const caseIdHolder =
    reference?.kind === 'case_id' ? await deps.cases.caseIdHolder(c.workspace, reference.id) : null;
  return {
    now: deps.now(),
    actor,
    policy: deps.policy,
    rivals: rivals?.open ?? [],
    recentlyClosed: [],
    caseIdHolder,
  };
}
