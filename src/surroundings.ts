import { SLACK_RATES } from './desk/deliver/pacing.ts';
import type { DeskDeps } from './desk/deps.ts';
import { makePeople } from './desk/people.ts';
import type { Log } from './desk/ports/log.ts';
import type { Rates } from './desk/ports/paces.ts';
import type { Team } from './desk/ports/team.ts';
import type { Wake } from './desk/ports/wake.ts';
import { DEFAULT_POLICY, type Policy } from './domain/policy.ts';
import type { Instant } from './domain/time.ts';
import { officeCalendars } from './holidays.ts';
import type { deliveryClient, interactiveClient } from './slack/clients.ts';
import { slackMessenger } from './slack/messenger.ts';
import { slackProfiles } from './slack/profiles.ts';
import type { Store } from './store/open-store.ts';

interface Surroundings {
  readonly store: Store;
  /** The store's, or one that notes what is written. */
  readonly team: Team;
  readonly delivery: ReturnType<typeof deliveryClient>;
  readonly interactive: ReturnType<typeof interactiveClient>;
  readonly wake: Wake;
  readonly now: () => Instant;
  readonly settings: DeskDeps['settings'];
  readonly policy?: Policy | undefined;
  readonly rates?: Rates | undefined;
  readonly log: Log;
}

/** Everything that the desk reaches for, over one store and one Slack. */
export function deskDeps({ store, delivery, interactive, policy, rates, ...given }: Surroundings): DeskDeps {
  const { now, log } = given;
  const { cases, outbox, paces, roster, plans, briefs, happenings } = store;
  return {
    ...given,
    cases,
    outbox,
    paces,
    plans,
    briefs,
    happenings,
    rates: rates ?? SLACK_RATES,
    policy: policy ?? DEFAULT_POLICY,
    messenger: slackMessenger({ clientFor: () => delivery, log }),
    people: makePeople({ profiles: slackProfiles(interactive), roster, now, log }),
    calendars: officeCalendars(now, (err) => log.error({ err }, 'Holidays of an office are not known')),
  };
}
