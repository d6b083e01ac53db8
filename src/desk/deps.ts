import type { OfficeHours } from '../domain/calendar.ts';
import type { Case } from '../domain/case.ts';
import type { ChannelId, WorkspaceId } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import type { Calendars } from '../domain/office-calendar.ts';
import type { Policy } from '../domain/policy.ts';
import { officeIn } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Schedule } from '../domain/timers/schedule.ts';
import type { People } from './people.ts';
import type { Briefs } from './ports/briefs.ts';
import type { Cases } from './ports/cases.ts';
import type { Happenings } from './ports/happenings.ts';
import type { Log } from './ports/log.ts';
import type { Messenger } from './ports/messenger.ts';
import type { Outbox } from './ports/outbox.ts';
import type { Paces, Rates } from './ports/paces.ts';
import type { Person } from './ports/people.ts';
import type { Plans } from './ports/plans.ts';
import type { Team } from './ports/team.ts';
import type { Wake } from './ports/wake.ts';

/** What one team chose. */
export interface TeamSettings {
  readonly caseChannel: ChannelId | null;
  /** The zone of cases that nobody owns. */
  readonly zone: string;
  /** What the cards and threads of the channel are written in. */
  readonly locale: Locale;
  /** When its set-up was finished; before, nobody is written to directly. */
  readonly startedAt?: Instant;
}

/** Everything that the desk reaches for; given once, at the root. */
export interface DeskDeps {
  readonly cases: Cases;
  readonly outbox: Outbox;
  readonly messenger: Messenger;
  readonly paces: Paces;
  readonly rates: Rates;
  readonly people: People;
  readonly team: Team;
  readonly calendars: Calendars;
  readonly plans: Plans;
  readonly briefs: Briefs;
  readonly happenings: Happenings;
  readonly wake: Wake;
  readonly now: () => Instant;
  readonly policy: Policy;
  readonly settings: (workspace: WorkspaceId) => TeamSettings;
  readonly log: Log;
}

type Acted = Pick<Case, 'workspace' | 'owner'> & Partial<Pick<Case, 'phase'>>;

/** When a person's office works: their zone, and the holidays that they chose or that their zone keeps. */
export function officeOf(
  { calendars, policy }: Pick<DeskDeps, 'calendars' | 'policy'>,
  { zone, office }: Pick<Person, 'zone' | 'office'>,
): OfficeHours {
  const code = office ?? calendars.codeFor(zone);
  return officeIn(policy, zone, code === null ? null : calendars.of(code));
}

/** The schedule of a case counts in the office of its owner or reviewer; unowned, in the workspace's. */
export async function scheduleOf(deps: DeskDeps, c: Acted): Promise<Schedule> {
  const id = c.phase?.status === 'in_review' ? c.phase.reviewer : c.owner;
  const person = id && (await deps.people.find(c.workspace, id));
  const where = person || { zone: deps.settings(c.workspace).zone, office: null };
  return { policy: deps.policy, office: officeOf(deps, where) };
}
