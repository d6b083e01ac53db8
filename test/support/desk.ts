import { randomUUID } from 'node:crypto';
import { makeDeliver } from '../../src/desk/deliver/deliver.ts';
import { UNLIMITED } from '../../src/desk/deliver/pacing.ts';
import type { DeskDeps } from '../../src/desk/deps.ts';
import type { OpenRequest, Request } from '../../src/desk/desk.ts';
import { deskOf } from '../../src/desk/desk-of.ts';
import { fire } from '../../src/desk/fire.ts';
import { makePeople } from '../../src/desk/people.ts';
import type { Log } from '../../src/desk/ports/log.ts';
import type { Messenger, Outcome, Post } from '../../src/desk/ports/messenger.ts';
import type { Profile } from '../../src/desk/ports/people.ts';
import type { Case } from '../../src/domain/case.ts';
import { caseNumber, channelId, personId, workspaceId } from '../../src/domain/ids.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { officeCalendars } from '../../src/holidays.ts';
import type { Database } from '../../src/store/database.ts';
import { storeOn } from '../../src/store/open-store.ts';

export const T1 = workspaceId('T1');

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The case that a message is about. */
export function caseIn({ content }: Pick<Post, 'content'>): Case {
  if (content.kind === 'brief') throw new Error('A briefing is about no single case');
  return content.view.case;
}

/** A Slack that keeps what it is sent, and fails as the test says. */
export class Postbox implements Messenger {
  readonly posts: (Post & { ts: string })[] = [];
  readonly updates: { post: Post; ts: string }[] = [];
  /** What the next sends answer instead of `sent`; `accepted` says whether the message stands there all the same. */
  readonly script: { outcome: Outcome; accepted: boolean }[] = [];

  async post(message: Post): Promise<Outcome> {
    const next = this.script.shift();
    const ts = `${this.posts.length + 1}.000000`;
    if (!next || next.accepted) this.posts.push({ ...message, ts });
    return next?.outcome ?? { kind: 'sent', ts };
  }
  async update(post: Post, ts: string): Promise<Outcome> {
    this.updates.push({ post, ts });
    return { kind: 'sent', ts };
  }
  async find(where: Pick<Post, 'key'>): ReturnType<Messenger['find']> {
    const found = this.posts.find((p) => p.key === where.key);
    return found ? { kind: 'found', ts: found.ts } : { kind: 'absent' };
  }
}

/** The desk over a database, with time, people and Slack in the test's hands. */
export async function deskOn(database: Database, startAt: number) {
  const { cases, outbox, paces, roster, team, plans, briefs, happenings, db } = await storeOn(
    database,
    randomUUID,
  );
  const time = { now: startAt };
  const postbox = new Postbox();
  const people = new Map<string, Profile>();
  const admins = new Set<string>(['MARIA']);
  const profile = (id: string): Profile => ({
    id: personId(id),
    name: id,
    zone: id === 'MARIA' ? 'America/New_York' : 'Asia/Shanghai',
    locale: 'en',
    isGuest: id.startsWith('GUEST'),
    vacation: null,
  });
  const deps: DeskDeps = {
    cases,
    outbox,
    messenger: postbox,
    paces,
    rates: UNLIMITED,
    team,
    calendars: officeCalendars(
      () => time.now,
      () => {},
    ),
    plans,
    briefs,
    happenings,
    people: makePeople({
      profiles: {
        find: async (_, id) => people.get(id) ?? profile(id),
        admins: async () => [...admins].map(profile),
      },
      roster,
      now: () => time.now,
      log: silent,
    }),
    wake: { timers: async () => {}, outbox: async () => {}, people: async () => {} },
    now: () => time.now,
    policy: DEFAULT_POLICY,
    settings: () => ({ caseChannel: channelId('C1'), zone: 'Asia/Shanghai', locale: 'en' }),
    log: silent,
  };
  const deliver = makeDeliver(deps);
  const requests = { count: 0 };
  return {
    desk: deskOf(deps),
    deps,
    db,
    time,
    postbox,
    people,
    admins,
    deliver: (number: number) => deliver({ workspaceId: T1, case: caseNumber(number) }),
    fire: (number: number) => fire(deps, T1, caseNumber(number)),
    /** A request of its own, or one that is repeated under a key. */
    by: (person: string, key?: string): Request => {
      requests.count += 1;
      return { workspace: T1, person: personId(person), key: key ?? `r${requests.count}` };
    },
  };
}

/** Forgets all cases, as if the workspace were new; people and stores stay. */
export async function forgetCases({ db }: Pick<Awaited<ReturnType<typeof deskOn>>, 'db'>): Promise<void> {
  for (const table of ['workspaces', 'cases', 'claims', 'case_subjects', 'case_events'] as const)
    await db.deleteFrom(table).execute();
  for (const table of [
    'timers',
    'cards',
    'outbox',
    'mentions',
    'receipts',
    'paces',
    'plans',
    'briefs',
    'absences',
  ] as const)
    await db.deleteFrom(table).execute();
}

export const BUY_BOX: OpenRequest = {
  storeName: 'Store A',
  marketplace: 'US',
  category: 'featured_offer',
  subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
  problem: 'The Buy Box is gone since Thursday.',
  message: '',
  deadline: null,
  different: '',
};
