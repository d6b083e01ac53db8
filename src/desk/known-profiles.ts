import type { StoreId, WorkspaceId } from '../domain/ids.ts';
import type { StoreProfile } from '../domain/team.ts';
import { type Instant, SECOND } from '../domain/time.ts';
import type { DeskDeps } from './deps.ts';
import type { Team } from './ports/team.ts';

/** How long the people of stores are taken from this process's memory: each message asks for them. */
const REMEMBERED = 10 * SECOND;

interface Known {
  readonly profiles: ReadonlyMap<StoreId, StoreProfile>;
  readonly until: Instant;
}

const known = new WeakMap<Team, Map<WorkspaceId, Known>>();

/** Who looks after a store; null for one that nobody has told Docket of. */
export async function profileOf(
  { team, now }: Pick<DeskDeps, 'team' | 'now'>,
  workspace: WorkspaceId,
  store: StoreId,
): Promise<StoreProfile | null> {
  const ofTeam = known.get(team) ?? new Map<WorkspaceId, Known>();
  known.set(team, ofTeam);
  const lately = ofTeam.get(workspace);
  if (lately && now() < lately.until) return lately.profiles.get(store) ?? null;
  const profiles = new Map((await team.stores(workspace)).map((one) => [one.store.id, one] as const));
  ofTeam.set(workspace, { profiles, until: now() + REMEMBERED });
  return profiles.get(store) ?? null;
}
