import type { WorkspaceId } from '../domain/ids.ts';
import type { TeamSettings } from './deps.ts';
import type { Team, WorkspaceChoices } from './ports/team.ts';

/** What each workspace works with: its own choices, and the environment's where it has none. */
export interface Settings {
  /** Answers at once; what another process wrote is known here after the next refresh. */
  readonly of: (workspace: WorkspaceId) => TeamSettings;
  /** Reads what all workspaces chose. */
  refresh(): Promise<void>;
  /** The team's port; what is chosen through it counts here at once. */
  readonly team: Team;
}

/** Settings are asked for on every way through the desk, so they are kept in memory and read anew by each sweep. */
export function makeSettings(team: Team, defaults: TeamSettings): Settings {
  let all: ReadonlyMap<WorkspaceId, WorkspaceChoices> = new Map();
  const refresh = async (): Promise<void> => {
    all = await team.everyChoice();
  };
  return {
    of: (workspace) => settingsOf(all.get(workspace), defaults),
    refresh,
    team: {
      ...team,
      choose: async (workspace, choices, shown) => {
        const isWritten = await team.choose(workspace, choices, shown);
        await refresh();
        return isWritten;
      },
    },
  };
}

function settingsOf(chosen: WorkspaceChoices | undefined, defaults: TeamSettings): TeamSettings {
  if (chosen === undefined) return defaults;
  return {
    caseChannel: chosen.caseChannel ?? defaults.caseChannel,
    zone: chosen.zone ?? defaults.zone,
    locale: chosen.locale ?? defaults.locale,
    ...(chosen.startedAt === null ? {} : { startedAt: chosen.startedAt }),
  };
}
