import { nextWithin } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case.ts';
import type { PersonId } from '../../domain/ids.ts';
import { localDate, toInstant } from '../../domain/local-time.ts';
import { callsOut, type Notice, type Recipient, stillAsks } from '../../domain/notices.ts';
import { isRed } from '../../domain/red.ts';
import { HOUR, type Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';
import { teamNow } from '../team-now.ts';
import {
  alarmed,
  awakeLeads,
  ifWorking,
  leadsHere,
  nthLead,
  orLeads,
  submitsNow,
  type TeamNow,
} from '../who-acts.ts';

/** A briefing as long ago as this has told of tonight's window; an older one was about another night. */
const BRIEFED_WITHIN = 12 * HOUR;

/** Whom a notice mentions if it is sent now; until when it waits because everybody sleeps; or that it is nobody's. */
export type Resolved =
  | { readonly kind: 'now'; readonly mention: readonly PersonId[] }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'nobody' };

/** Finds the people behind the roles just before sending: owners change, and so do the hours of the day. */
export async function resolveRecipients(deps: DeskDeps, notice: Notice, c: Case): Promise<Resolved> {
  const now = deps.now();
  if (!stillAsks(notice, c) || (await isBriefed(deps, notice, c))) return { kind: 'now', mention: [] };
  const people = await peopleBehind(deps, notice.mention, c, actorOf(notice));
  if (people.length === 0 && notice.mention.some(isPassedOn)) return { kind: 'nobody' };
  const wakes = people.map((person) => ({
    person,
    at: nextWithin(now, { zone: person.zone, ...deps.policy.waking }),
  }));
  const awake = wakes.filter((w) => notice.breaksQuiet || w.at <= now).map((w) => w.person);
  if (wakes.length > 0 && awake.length === 0)
    return { kind: 'wait', until: Math.min(...wakes.map((w) => w.at)) };
  const mention: PersonId[] = [];
  for (const person of awake) if (await mayMention(deps, person, c)) mention.push(person.id);
  return { kind: 'now', mention };
}

/** What goes from lead to lead ends with the last of them: a note to nobody would only be noise. */
const isPassedOn = ({ role }: Recipient): boolean => role === 'next_lead' || role === 'awake_leads';

const actorOf = ({ cause }: Notice): PersonId | null => (cause.kind === 'event' ? cause.event.by : null);

/** In a team that has started, what a briefing tells is a note in the thread. */
async function isBriefed(deps: DeskDeps, notice: Notice, c: Case): Promise<boolean> {
  if (deps.settings(c.workspace).startedAt === undefined) return false;
  if (!callsOut(notice, c, isRed(c, deps.policy, deps.now()))) return true;
  if (notice.cause.kind !== 'timer' || notice.cause.timer.kind !== 'window') return false;
  const people = await peopleBehind(deps, notice.mention, c);
  const since = notice.cause.timer.dueAt - BRIEFED_WITHIN;
  for (const { id } of people) if (!(await deps.briefs.told(c.workspace, id, c.number, since))) return false;
  return people.length > 0;
}

/** The people behind roles, each once, in that order; `by` is whoever did what is told. */
export async function peopleBehind(
  deps: DeskDeps,
  roles: readonly Recipient[],
  c: Case,
  by: PersonId | null = null,
): Promise<Person[]> {
  if (roles.length === 0) return [];
  const named = roles.flatMap((role) => ('person' in role ? [role.person] : []));
  const team = await teamNow(deps, c, named);
  const found = roles.flatMap((role) => peopleOf(team, role, c, by));
  return [...new Map(found.map((person) => [person.id, person])).values()];
}

/** A message to one person waits only while they sleep. */
export async function whenAwake(deps: DeskDeps, notice: Notice, c: Case, id: PersonId): Promise<Resolved> {
  const person = await deps.people.find(c.workspace, id);
  const now = deps.now();
  const until =
    person && !notice.breaksQuiet ? nextWithin(now, { zone: person.zone, ...deps.policy.waking }) : now;
  return until > now ? { kind: 'wait', until } : { kind: 'now', mention: [] };
}

function peopleOf(team: TeamNow, role: Recipient, c: Case, by: PersonId | null): readonly Person[] {
  switch (role.role) {
    case 'owner':
      return orLeads(team, c, c.owner);
    case 'leads':
      return leadsHere(team);
    case 'person':
      return orLeads(team, c, role.person);
    case 'former_owner':
      return ifWorking(team, role.person);
    case 'submitter':
      return submitsNow(team, c);
    case 'alarm':
      return alarmed(team, c, by);
    case 'next_lead':
      return nthLead(team, role.nth);
    case 'awake_leads':
      return awakeLeads(team);
    default: {
      const never: never = role;
      return never;
    }
  }
}

/** At most so many mentions in one of a person's days; what is red mentions all the same, and is not counted. */
async function mayMention(deps: DeskDeps, person: Person, c: Case): Promise<boolean> {
  const now = deps.now();
  if (isRed(c, deps.policy, now)) return true;
  const midnight = toInstant(localDate(now, person.zone), { hour: 0, minute: 0 }, person.zone);
  const had = await deps.outbox.mentionsSince(c.workspace, person.id, midnight);
  return had < deps.policy.mentionsPerDay;
}
