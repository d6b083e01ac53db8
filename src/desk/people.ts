import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import { HOUR, type Instant, MINUTE, SECOND } from '../domain/time.ts';
import type { Log } from './ports/log.ts';
import type { Person, Profiles, Roster } from './ports/people.ts';

/** How long a profile that Slack gave is good for; a zone seldom changes. */
const FRESH = HOUR;
/** How long somebody is taken from this process's memory: each message names several people. */
const REMEMBERED = 10 * SECOND;
/** More people than this are not remembered at once. */
const MOST = 5_000;
/** While Slack does not answer, or knows nobody of that id, it is not asked again: each question costs seconds. */
const PAUSE = MINUTE;

/** Who is who: Slack's word while it can be had, Docket's memory of it otherwise. */
export interface People {
  find(workspace: WorkspaceId, id: PersonId): Promise<Person | null>;
  /** The named leads; Slack's admins while nobody was named. */
  leads(workspace: WorkspaceId): Promise<readonly Person[]>;
  makeLead(workspace: WorkspaceId, id: PersonId): Promise<void>;
  /** What is remembered of somebody is true no longer, such as that they are here. */
  forget(workspace: WorkspaceId, id: PersonId): void;
}

export function makePeople(deps: {
  readonly profiles: Profiles;
  readonly roster: Roster;
  readonly now: () => Instant;
  readonly log: Log;
}): People {
  const { profiles, roster, now, log } = deps;
  /** When Slack may be asked again: about one person, or under the workspace about its admins. */
  const askAgain = new Map<string, Instant>();
  const mayAsk = (key: string): boolean => now() >= (askAgain.get(key) ?? 0);
  const haveLeads = new Set<WorkspaceId>();
  const remembered = new Map<string, { readonly person: Person | null; readonly until: Instant }>();

  async function find(workspace: WorkspaceId, id: PersonId): Promise<Person | null> {
    const key = `${workspace}/${id}`;
    const lately = remembered.get(key);
    if (lately && now() < lately.until) return lately.person;
    const person = await lookUp(workspace, id, key);
    if (remembered.size >= MOST) remembered.clear();
    remembered.set(key, { person, until: now() + (person ? REMEMBERED : PAUSE) });
    return person;
  }

  async function lookUp(workspace: WorkspaceId, id: PersonId, key: string): Promise<Person | null> {
    let fault: unknown = null;
    if (mayAsk(key)) {
      try {
        const profile = await profiles.find(workspace, id);
        if (profile === null) return null;
        await roster.remember(workspace, [profile]);
        askAgain.set(key, now() + FRESH);
      } catch (err) {
        fault = err;
      }
    }
    if (!haveLeads.has(workspace)) await leads(workspace);
    const known = await roster.recall(workspace, id);
    if (fault === null) return known;
    // Nobody is taken for a stranger because Slack is away.
    if (known === null)
      throw new Error('Slack did not say who this is, and nothing is remembered', { cause: fault });
    askAgain.set(key, now() + PAUSE);
    log.warn(
      { err: fault, workspace, person: id },
      'Slack did not say who this is; using what is remembered',
    );
    return known;
  }

  async function leads(workspace: WorkspaceId): Promise<readonly Person[]> {
    const named = await roster.leads(workspace);
    if (named.length > 0) haveLeads.add(workspace);
    if (named.length > 0 || !mayAsk(workspace)) return named;
    try {
      const admins = await profiles.admins(workspace);
      await roster.remember(workspace, admins);
      await roster.makeLeads(
        workspace,
        admins.map((a) => a.id),
      );
      remembered.clear();
    } catch (err) {
      log.warn({ err, workspace }, 'Slack did not say who the admins are; no leads yet');
    }
    const found = await roster.leads(workspace);
    if (found.length === 0) askAgain.set(workspace, now() + PAUSE);
    return found;
  }

  return {
    find,
    leads,
    makeLead: async (workspace, id) => {
      await find(workspace, id);
      await roster.makeLeads(workspace, [id]);
      remembered.delete(`${workspace}/${id}`);
    },
    forget: (workspace, id) => void remembered.delete(`${workspace}/${id}`),
  };
}
