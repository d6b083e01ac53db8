import { UNLIMITED } from '../../src/desk/deliver/pacing.ts';
import type { DeskDeps } from '../../src/desk/deps.ts';
import { makePeople } from '../../src/desk/people.ts';
import type { Log, LogFields } from '../../src/desk/ports/log.ts';
import type { Profile } from '../../src/desk/ports/people.ts';
import { channelId, type PersonId, personId, workspaceId } from '../../src/domain/ids.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { officeCalendars } from '../../src/holidays.ts';
import type { Store } from '../../src/store/open-store.ts';

export const WORKSPACE = workspaceId('T0BENCH');
export const ADMIN = personId('U0ADMIN');
export const SETTINGS = { caseChannel: channelId('C0CASES'), zone: 'Asia/Shanghai', locale: 'en' } as const;

const told = new Set<string>();

/** Each kind of fault once: a benchmark that measured faults must not look like one that did not. */
const tellOnce = (fields: LogFields, message: string): void => {
  if (told.has(message)) return;
  told.add(message);
  const { err } = fields;
  console.error(`Docket says: ${message}`, err instanceof Error ? err.message : fields);
};

export const errorsOnly: Log = { debug: () => {}, info: () => {}, warn: tellOnce, error: tellOnce };

const profile = (id: PersonId): Profile => ({
  id,
  name: id,
  zone: 'Asia/Shanghai',
  locale: 'en',
  isGuest: false,
  vacation: null,
});

/** The desk's surroundings as in the product, with people who answer at once and nobody to wake. */
export function benchDeps(
  { cases, outbox, paces, roster, team, plans, briefs, happenings }: Store,
  parts: Partial<DeskDeps> = {},
): DeskDeps {
  const now = parts.now ?? Date.now;
  return {
    cases,
    outbox,
    paces,
    rates: UNLIMITED,
    messenger: {
      post: async () => ({ kind: 'sent', ts: '1.000001' }),
      update: async (_, ts) => ({ kind: 'sent', ts }),
      find: async () => ({ kind: 'absent' }),
    },
    people: makePeople({
      profiles: { find: async (_, id) => profile(id), admins: async () => [profile(ADMIN)] },
      roster,
      now,
      log: errorsOnly,
    }),
    team,
    calendars: officeCalendars(now, () => {}),
    plans,
    briefs,
    happenings,
    wake: { timers: async () => {}, outbox: async () => {}, people: async () => {} },
    now,
    policy: DEFAULT_POLICY,
    settings: () => SETTINGS,
    log: errorsOnly,
    ...parts,
  };
}
