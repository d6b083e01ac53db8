import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { resolveRecipients } from '../../src/desk/deliver/recipients.ts';
import type { Case } from '../../src/domain/case.ts';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import type { Notice, Recipient } from '../../src/domain/notices.ts';
import type { StoreProfile } from '../../src/domain/team.ts';
import { MINUTE } from '../../src/domain/time.ts';
import type { TimerKind } from '../../src/domain/timers/keys.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn, forgetCases, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

/** Monday 10:00 in Shanghai; in New York it is Sunday evening, 21:00. */
const START = at('2026-11-30T10:00+08:00');
const N1 = caseNumber(1);

let database: Database;
let team: Awaited<ReturnType<typeof deskOn>>;
let c: Case;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(() => database.close());
beforeEach(async () => {
  team = await deskOn(database, START);
  await forgetCases(team);
  for (const table of ['absences', 'stores', 'people'] as const) await team.db.deleteFrom(table).execute();
  await team.desk.makeLead(team.by('MARIA'), personId('MARIA'));
  await team.desk.makeLead(team.by('MARIA'), personId('CHEN'));
  await team.desk.open(team.by('LI'), BUY_BOX);
  c = await theCase();
});

async function theCase(): Promise<Case> {
  const loaded = await team.deps.cases.load(T1, N1);
  if (!loaded) throw new Error('There is no case');
  return loaded.case;
}

const start = (): void => {
  const settings = team.deps.settings(T1);
  Object.assign(team.deps, { settings: () => ({ ...settings, startedAt: START }) });
};

const day = (d: number) => ({ year: 2026, month: 11, day: d });
const away = (id: string, cover: string | null = null) =>
  team.desk.goAway(team.by(id), {
    from: day(30),
    to: day(30),
    cover: cover === null ? null : personId(cover),
  });
const lives = (id: string, zone: string) =>
  team.people.set(id, { id: personId(id), name: id, zone, locale: 'en', isGuest: false, vacation: null });

const profile = (more: Partial<StoreProfile>) =>
  team.deps.team.saveStore(T1, {
    store: c.store,
    marketplaces: ['US'],
    keeper: null,
    cover: null,
    defaultOwner: null,
    channel: null,
    submitters: [],
    premium: false,
    ...more,
  });

const notice = (role: Recipient, kind: TimerKind = 'stale_preparing', breaksQuiet = false): Notice => ({
  key: 'k',
  case: N1,
  cause: {
    kind: 'timer',
    timer: {
      kind,
      anchor: 1,
      step: 1,
      key: `${kind}.1.1`,
      dueAt: START,
      why: { rule: kind, from: START, wait: { unit: 'none' } },
    },
    firedAt: START,
  },
  mention: [role],
  breaksQuiet,
});
const told = async (role: Recipient, kind?: TimerKind, breaksQuiet?: boolean) => {
  const resolved = await resolveRecipients(team.deps, notice(role, kind, breaksQuiet), c);
  return resolved.kind === 'now' ? resolved.mention : resolved.kind;
};
const OWNER: Recipient = { role: 'owner' };

describe('what is the owner’s', () => {
  test('goes to the owner while they are here', async () => {
    expect(await told(OWNER)).toEqual(['LI']);
  });

  test('goes to the cover whom they named while they are away; they hear nothing', async () => {
    await profile({ cover: personId('WANG') });
    await away('LI', 'ZHAO');
    expect(await told(OWNER)).toEqual(['ZHAO']);
    expect(await told({ role: 'person', person: personId('LI') })).toEqual(['ZHAO']);
  });

  test('goes to the store’s cover where they named nobody, or somebody who has gone away since', async () => {
    await profile({ cover: personId('WANG') });
    await away('LI');
    expect(await told(OWNER)).toEqual(['WANG']);
    await away('LI', 'ZHAO');
    await away('ZHAO');
    expect(await told(OWNER)).toEqual(['WANG']);
  });

  test('goes to the leads who are here where no cover is, and to all of them where everybody is away', async () => {
    await away('LI');
    await away('CHEN');
    team.time.now = at('2026-11-30T22:00+08:00') - MINUTE;
    expect(await told(OWNER, 'deadline', true)).toEqual(['MARIA']);
    await away('MARIA');
    expect(await told(OWNER, 'deadline', true)).toEqual(['CHEN', 'MARIA']);
    expect(await told({ role: 'leads' }, 'deadline', true)).toEqual(['CHEN', 'MARIA']);
  });

  test('a holiday status in Slack counts the same, without a cover of one’s own', async () => {
    await profile({ cover: personId('WANG') });
    lives('LI', 'Asia/Shanghai');
    const li = team.people.get('LI');
    if (li) team.people.set('LI', { ...li, vacation: { until: null } });
    team.time.now += 2 * 60 * MINUTE;
    expect(await told(OWNER)).toEqual(['WANG']);
  });

  test('comes to them again the day after', async () => {
    await away('LI', 'WANG');
    team.time.now = at('2026-12-01T09:30+08:00');
    expect(await told(OWNER)).toEqual(['LI']);
  });
});

describe('tonight’s window', () => {
  const SUBMITTER: Recipient = { role: 'submitter' };
  const window = () => told(SUBMITTER, 'window', true);
  /** Monday 09:00 in New York. */
  const OPENING = at('2026-11-30T09:00-05:00');

  test('is the owner’s, where nobody has said who can sign in', async () => {
    expect(await window()).toEqual(['LI']);
    team.time.now = OPENING;
    expect(await window(), 'asleep, and nobody else').toEqual(['LI']);
  });

  test('goes to a submitter at work where the owner can’t sign in or sleeps; the owner stays', async () => {
    lives('TOM', 'America/New_York');
    lives('EMMA', 'Europe/London');
    await profile({ submitters: [personId('EMMA'), personId('TOM')] });
    team.time.now = OPENING + 5 * MINUTE;
    expect(await window()).toEqual(['EMMA']);
    await away('EMMA');
    expect(await window()).toEqual(['TOM']);
    expect((await theCase()).owner).toBe('LI');
  });

  test('goes to whoever is at work before whoever is only awake', async () => {
    lives('EMMA', 'Asia/Tokyo');
    lives('TOM', 'America/New_York');
    await profile({ submitters: [personId('EMMA'), personId('TOM'), personId('LI')] });
    team.time.now = at('2026-11-30T20:30+08:00');
    expect(await window(), 'the owner is awake and can').toEqual(['LI']);
    team.time.now = OPENING + 5 * MINUTE;
    expect(await window()).toEqual(['TOM']);
  });

  test('is no work for somebody’s holiday', async () => {
    lives('TOM', 'America/New_York');
    await profile({ submitters: [personId('LI'), personId('TOM')] });
    // National Day in Shanghai, 21:30; in New York a Thursday morning.
    team.time.now = at('2026-10-01T21:30+08:00');
    expect(await window()).toEqual(['TOM']);
    team.time.now = at('2026-09-30T21:30+08:00');
    expect(await window()).toEqual(['LI']);
  });

  test('mentions nobody once a briefing told of it', async () => {
    start();
    expect(await window()).toEqual(['LI']);
    const key = 'brief.LI.before_window.1';
    const content = { cases: [N1], checks: [], away: null };
    const brief = { person: personId('LI'), key, kind: 'before_window', content, dueAt: START } as const;
    await team.deps.briefs.add(T1, [brief]);
    const [row] = await team.deps.briefs.pending(T1, brief.person);
    const fence = row && (await team.deps.briefs.claim(T1, row.id, content, START));
    expect(await window(), 'it is on its way').toEqual(['LI']);
    await team.deps.briefs.sent(T1, row?.id ?? 0, fence ?? 0, '1.0', START);
    expect(await window()).toEqual([]);
  });
});

describe('in a team that has started', () => {
  test.each(['follow_up', 'note_due', 'person_decides', 'escalation', 'close_out'] as const)(
    '%s is a note in the thread, for the briefing tells it',
    async (kind) => {
      expect(await told(OWNER, kind)).toEqual(['LI']);
      start();
      expect(await told(OWNER, kind)).toEqual([]);
    },
  );

  test.each(['stale_preparing', 'stale_action', 'deadline', 'deadline_night', 'snooze_over'] as const)(
    '%s still mentions',
    async (kind) => {
      start();
      expect(await told(OWNER, kind)).toEqual(['LI']);
    },
  );
});

describe('red', () => {
  const ALARM: Recipient = { role: 'alarm' };

  test('goes to owner, leads and the store’s people who are awake, and to nobody who is away', async () => {
    await profile({ keeper: personId('WANG'), cover: personId('EMMA'), submitters: [personId('ZHAO')] });
    lives('EMMA', 'Europe/London');
    await away('ZHAO');
    expect(await told(ALARM, 'red_unclaimed', true)).toEqual(['LI', 'CHEN', 'MARIA', 'WANG']);
  });

  test('goes to all leads where nobody is awake', async () => {
    lives('MARIA', 'Asia/Shanghai');
    team.time.now = at('2026-12-01T03:00+08:00');
    expect(await told(ALARM, 'red_unclaimed', true)).toEqual(['CHEN', 'MARIA']);
  });

  test('goes on from lead to lead, those first who are here and awake, and ends with the last', async () => {
    const nth = (n: number) => told({ role: 'next_lead', nth: n }, 'red_unclaimed', true);
    team.time.now = at('2026-12-01T00:00+08:00');
    expect([await nth(1), await nth(2), await nth(3)]).toEqual([['MARIA'], ['CHEN'], 'nobody']);
    await away('MARIA');
    expect([await nth(1), await nth(2)]).toEqual([['CHEN'], ['MARIA']]);
  });

  test('repeats reach the leads who are awake, or nobody', async () => {
    team.time.now = at('2026-12-01T00:00+08:00');
    expect(await told({ role: 'awake_leads' }, 'red_unclaimed', true)).toEqual(['MARIA']);
    await away('MARIA');
    expect(await told({ role: 'awake_leads' }, 'red_unclaimed', true)).toEqual('nobody');
  });
});
