import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import { HOUR, type Instant } from '../domain/time.ts';
import type { Log } from './ports/log.ts';
import type { Person, Profiles, Roster } from './ports/people.ts';

/** How long a profile that Slack gave is good for; a zone seldom changes. */
const FRESH = HOUR;

/** Who is who: Slack's word while it can be had, Docket's memory of it otherwise. */
export interface People {
  find(workspace: WorkspaceId, id: PersonId): Promise<Person | null>;
  /** The named leads; Slack's admins while nobody was named. */
  leads(workspace: WorkspaceId): Promise<readonly Person[]>;
  makeLead(workspace: WorkspaceId, id: PersonId): Promise<void>;
}

export function makePeople(deps: {
  readonly profiles: Profiles;
  readonly roster: Roster;
  readonly now: () => Instant;
  readonly log: Log;
}): People {
  const { profiles, roster, now, log } = deps;
  const asked = new Map<string, Instant>();

  async function find(workspace: WorkspaceId, id: PersonId): Promise<Person | null> {
    const key = `${workspace}/${id}`;
    const at = asked.get(key);
    if (at === undefined || now() - at > FRESH) {
      try {
        const profile = await profiles.find(workspace, id);
        if (profile === null) return null;
        await roster.remember(workspace, [profile]);
        asked.set(key, now());
      } catch (err) {
        log.warn({ err, workspace, person: id }, 'Slack did not say who this is; using what is remembered');
      }
    }
    await leads(workspace);
    return roster.recall(workspace, id);
  }

  async function leads(workspace: WorkspaceId): Promise<readonly Person[]> {
    const named = await roster.leads(workspace);
    if (named.length > 0) return named;
    try {
      const admins = await profiles.admins(workspace);
      await roster.remember(workspace, admins);
      await roster.makeLeads(
        workspace,
        admins.map((a) => a.id),
      );
    } catch (err) {
      log.warn({ err, workspace }, 'Slack did not say who the admins are; no leads yet');
    }
    return roster.leads(workspace);
  }

  return {
    find,
    leads,
    makeLead: async (workspace, id) => {
      await find(workspace, id);
      await roster.makeLeads(workspace, [id]);
    },
  };
}
