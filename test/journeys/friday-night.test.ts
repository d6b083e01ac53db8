import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenRequest } from '../../src/desk/desk.ts';
import type { Case } from '../../src/domain/case.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { caseNumber, channelId, personId } from '../../src/domain/ids.ts';
import { clockTime, localDate, weekday } from '../../src/domain/local-time.ts';
import { HOUR, type Instant } from '../../src/domain/time.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { deskOn, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

/** Friday evening in Shanghai; in New York it is Friday morning, in London the afternoon. */
const FRIDAY = at('2026-12-04T22:40+08:00');
const N1 = caseNumber(1);
const PLACES = { 'Asia/Shanghai': 'Shanghai', 'America/New_York': 'New York', 'Europe/London': 'London' };
const TEAM: Readonly<Record<string, keyof typeof PLACES>> = {
  LI: 'Asia/Shanghai',
  WANG: 'Asia/Shanghai',
  CHEN: 'Asia/Shanghai',
  MARIA: 'America/New_York',
  EMMA: 'Europe/London',
};
const NOTICE: OpenRequest = {
  storeName: 'Store A',
  marketplace: 'US',
  category: 'account_health',
  subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
  problem: 'Amazon wants a plan of action, or the account is deactivated.',
  message: '',
  deadline: { at: FRIDAY + 72 * HOUR, source: 'notice' },
  different: '',
};

let database: Database;
let team: Awaited<ReturnType<typeof deskOn>>;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(() => database.close());

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
function clock(when: Instant, zone: string): string {
  const { hour, minute } = clockTime(when, zone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${DAYS[weekday(localDate(when, zone)) - 1]} ${two(hour)}:${two(minute)}`;
}

/** One line for each message so far that says something beside the record: when, what, and who is mentioned. */
function table(): string[] {
  return team.postbox.posts.flatMap(({ content }) => {
    if (content.kind !== 'notices') return [];
    const what = content.notices.map(({ cause }) =>
      cause.kind === 'event' ? cause.event.type : `${cause.timer.kind} ${cause.timer.step}`,
    );
    const who = content.mention.map((id) => `${id} (${clock(content.now, TEAM[id] ?? 'UTC').slice(4)})`);
    return [`${clock(content.now, 'Asia/Shanghai')} | ${what.join(', ')} | ${who.join(', ') || '–'}`];
  });
}

const theCase = async (): Promise<Case> => {
  const loaded = await team.deps.cases.load(T1, N1);
  if (!loaded) throw new Error('There is no case');
  return loaded.case;
};

/** The next instant at which something falls due or a waiting message may go. */
async function nextThing(): Promise<Instant> {
  const loaded = await team.deps.cases.load(T1, N1);
  const { rows } = await team.deps.outbox.lane({ workspaceId: T1, case: N1 });
  const waiting = rows.flatMap(({ state }) => (state.kind === 'waiting' ? [state.notBefore] : []));
  return Math.min(...(loaded?.timers ?? []).map((timer) => timer.dueAt), ...waiting);
}

/** Lets time pass, and does what falls due when it does. */
async function passTo(until: Instant): Promise<void> {
  for (let next = await nextThing(); next <= until; next = await nextThing()) {
    team.time.now = Math.max(team.time.now, next);
    await team.fire(1);
    await team.deliver(1);
  }
  team.time.now = until;
}

async function does(when: string, who: string, command: CaseCommand): Promise<void> {
  await passTo(at(`${when}+08:00`));
  const answer = await team.desk.act(team.by(who), N1, command);
  if (!answer.ok) throw new Error(`${command.type} refused: ${answer.refusal.code}`);
  await team.deliver(1);
}

async function fridayNight(): Promise<void> {
  team = await deskOn(database, FRIDAY);
  for (const [id, zone] of Object.entries(TEAM))
    team.people.set(id, {
      id: personId(id),
      name: id,
      zone,
      locale: 'en',
      isGuest: false,
      vacation: null,
    });
  const settings = {
    caseChannel: channelId('C1'),
    zone: 'Asia/Shanghai',
    locale: 'en',
    startedAt: 1,
  } as const;
  Object.assign(team.deps, { settings: () => settings });
  await team.desk.makeLead(team.by('MARIA'), personId('MARIA'));
  await team.desk.makeLead(team.by('MARIA'), personId('CHEN'));
  const store = await team.deps.cases.ensureStore(T1, 'Store A', 'US');
  await team.deps.team.saveStore(T1, {
    store,
    marketplaces: ['US'],
    keeper: personId('LI'),
    cover: personId('EMMA'),
    defaultOwner: null,
    channel: null,
    submitters: [personId('LI'), personId('WANG')],
    premium: false,
  });
  await team.desk.open(team.by('LI'), NOTICE);
  await team.deliver(1);
}

test('Friday 22:40, an account notice with 72 hours: who is told what and when, until it is submitted', async () => {
  await fridayNight();
  // Nobody acts in the night. In the morning its owner writes the message, and a second person reads it.
  await does('2026-12-05T10:00', 'LI', {
    type: 'edit',
    summary: '',
    message: 'Dear Amazon, our plan of action …',
  });
  const hasty = await team.desk.act(team.by('LI'), N1, { type: 'make_ready' });
  expect(hasty).toEqual({ ok: false, refusal: { code: 'review_needed', number: N1 } });
  await does('2026-12-05T10:05', 'LI', { type: 'ask_review', reviewer: personId('WANG') });
  await does('2026-12-05T14:00', 'WANG', { type: 'pass_review' });
  // Then everybody has a weekend, until the last waking hour before the deadline.
  await does('2026-12-07T21:20', 'LI', {
    type: 'submit',
    reference: { kind: 'door', text: 'Appeal of December 7' },
  });
  await passTo(at('2026-12-08T12:00+08:00'));
  expect((await theCase()).phase.status).toBe('awaiting_amazon');
  expect(table()).toMatchInlineSnapshot(`
    [
      "Fri 22:40 | opened | MARIA (09:40), EMMA (14:40)",
      "Fri 22:55 | red_unclaimed 1 | MARIA (09:55)",
      "Fri 23:10 | red_unclaimed 2 | CHEN (23:10)",
      "Sat 01:40 | red_unclaimed 5 | MARIA (12:40)",
      "Sat 03:40 | red_unclaimed 6 | MARIA (14:40)",
      "Sat 05:40 | red_unclaimed 7 | MARIA (16:40)",
      "Sat 07:40 | red_unclaimed 8 | MARIA (18:40)",
      "Sat 09:40 | red_unclaimed 9 | CHEN (09:40), MARIA (20:40)",
      "Sat 10:00 | edited | –",
      "Sat 10:05 | review_asked | WANG (10:05)",
      "Sat 14:00 | review_passed | LI (14:00)",
      "Sun 22:40 | deadline 1440 | LI (22:40)",
      "Mon 13:00 | stale_ready 1 | LI (13:00)",
      "Mon 16:40 | deadline 360 | LI (16:40), CHEN (16:40), MARIA (03:40)",
      "Mon 21:00 | deadline_night 1 | LI (21:00)",
      "Mon 21:20 | submitted | –",
    ]
  `);
});
