import { beforeEach, describe, expect, test } from 'vitest';
import { attend } from '../../src/desk/briefings/attend.ts';
import { LEASE } from '../../src/desk/deliver/timing.ts';
import type { Post } from '../../src/desk/ports/messenger.ts';
import { sweep } from '../../src/desk/sweep.ts';
import type { MorningView } from '../../src/desk/views/briefing-view.ts';
import { type CaseNumber, personId } from '../../src/domain/ids.ts';
import { DEFAULT_HABITS } from '../../src/domain/team.ts';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import { engines, useDatabase } from '../engines.ts';
import { briefed, start } from '../support/briefed-desk.ts';
import { BUY_BOX, deskOn, forgetCases, silent, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

/** Wednesday 08:00 in Shanghai; the window opens at 22:00 there. */
const MORNING = at('2027-01-20T08:00+08:00');
const LI = personId('LI');
const WEI = personId('WEI');
const THURSDAY = { year: 2027, month: 1, day: 21 };
const FRIDAY = { year: 2027, month: 1, day: 22 };

describe.each(engines)('briefings on $name', (engine) => {
  const database = useDatabase(engine);
  let team: Awaited<ReturnType<typeof deskOn>>;
  let clock: ReturnType<typeof briefed>;
  let asin = 0;

  beforeEach(async () => {
    team = await deskOn(database(), MORNING);
    await forgetCases(team);
    await team.deps.team.setHabits(T1, LI, DEFAULT_HABITS);
    clock = briefed(team);
  });

  const opened = async (by = 'LI'): Promise<CaseNumber> => {
    asin += 1;
    const value = `B0${String(asin).padStart(8, '0')}`;
    const answer = await team.desk.open(team.by(by), { ...BUY_BOX, subjects: [{ kind: 'asin', value }] });
    if (!answer.ok) throw new Error('Not opened');
    return answer.number;
  };
  const act = (by: string, number: CaseNumber, command: Parameters<typeof team.desk.act>[2]) =>
    team.desk.act(team.by(by), number, command);
  const ready = async (by = 'LI'): Promise<CaseNumber> => {
    const number = await opened(by);
    await act(by, number, { type: 'make_ready' });
    return number;
  };
  const submitted = async (by = 'LI'): Promise<CaseNumber> => {
    const number = await ready(by);
    await act(by, number, { type: 'submit', reference: { kind: 'case_id', id: `100000000${number}` } });
    return number;
  };
  const begin = () => start(team.deps.team, T1, team.time.now);
  const keys = () => clock.briefs().map(({ key }) => key);
  const morningOf = (post: Post | undefined): MorningView => {
    if (post?.content.kind !== 'brief' || post.content.view.kind !== 'morning') throw new Error('No morning');
    return post.content.view;
  };
  const isLate = (post: Post | undefined) =>
    post?.content.kind === 'brief' && post.content.lateSince !== null;

  test('come once, at half past nine and before the window, to whoever has something to do', async () => {
    await ready();
    await begin();
    await clock.turnTo(at('2027-01-20T09:29+08:00'));
    expect(keys()).toEqual([]);
    await clock.turnTo(at('2027-01-20T09:30+08:00'));
    expect(clock.briefs().map(({ channel, key }) => [channel, key])).toEqual([[LI, 'brief.LI.morning.1']]);
    await clock.turnTo(at('2027-01-20T21:44+08:00'));
    expect(keys()).toHaveLength(1);
    await clock.turnTo(at('2027-01-20T21:45+08:00') + MINUTE);
    expect(keys()).toEqual(['brief.LI.morning.1', 'brief.LI.before_window.1']);
  });

  test('nobody is written to before the start', async () => {
    await ready();
    await clock.turnTo(at('2027-01-22T23:00+08:00'));
    expect(keys()).toEqual([]);
  });

  test('nobody gets one with nothing in it', async () => {
    const number = await ready();
    await begin();
    await clock.settle();
    await act('LI', number, { type: 'withdraw', why: 'It came back by itself.' });
    await clock.turnTo(at('2027-01-22T23:00+08:00'));
    expect(keys()).toEqual([]);
  });

  test('leads hear of a calendar that runs out on the first day of their week, though nothing else is the matter', async () => {
    const number = await ready();
    await begin();
    await clock.settle();
    await act('LI', number, { type: 'withdraw', why: 'It came back by itself.' });
    await clock.turnTo(at('2027-01-25T09:29-05:00'));
    expect(keys()).toEqual([]);
    await clock.turnTo(at('2027-01-29T23:00-05:00'));
    expect(keys()).toEqual(['brief.MARIA.morning.4']);
  });

  test('woken many times at once, by several processes, it is one message', async () => {
    await ready();
    await begin();
    await clock.settle();
    team.time.now = at('2027-01-20T09:30+08:00');
    await Promise.all(Array.from({ length: 5 }, () => attend(team.deps, T1, LI)));
    await clock.settle();
    expect(keys()).toEqual(['brief.LI.morning.1']);
  });

  test('killed between sending and noting it, the message is looked for, not repeated', async () => {
    await ready();
    await begin();
    await clock.settle();
    team.postbox.script.push({ outcome: { kind: 'unknown', why: 'socket' }, accepted: true });
    await clock.turnTo(at('2027-01-20T09:30+08:00'));
    expect(await team.deps.briefs.pending(T1, LI)).toHaveLength(1);
    await clock.turnTo(at('2027-01-20T09:30+08:00') + LEASE + SECOND);
    expect(await team.deps.briefs.pending(T1, LI)).toEqual([]);
    expect(keys()).toEqual(['brief.LI.morning.1']);
  });

  test('one that never arrived is sent once more', async () => {
    await ready();
    await begin();
    await clock.settle();
    team.postbox.script.push({ outcome: { kind: 'unknown', why: 'socket' }, accepted: false });
    await clock.turnTo(at('2027-01-20T09:31+08:00'));
    expect(keys()).toEqual(['brief.LI.morning.1']);
  });

  test('Slack says "too many", or refuses the installation: it waits and then goes', async () => {
    await ready();
    await begin();
    await clock.settle();
    const limited = { kind: 'later', afterMs: 90 * SECOND, why: 'ratelimited', limited: true } as const;
    const broken = { kind: 'refused', code: 'token_revoked', about: 'installation' } as const;
    team.postbox.script.push({ outcome: limited, accepted: false }, { outcome: broken, accepted: false });
    await clock.turnTo(at('2027-01-20T09:31+08:00'));
    expect(keys()).toEqual([]);
    await clock.turnTo(at('2027-01-20T09:35+08:00'));
    expect(keys()).toEqual([]);
    await clock.turnTo(at('2027-01-20T09:45+08:00'));
    expect(keys()).toEqual(['brief.LI.morning.1']);
    expect(isLate(clock.briefs().at(-1))).toBe(true);
  });

  test('whoever leaves while theirs still waits is not followed', async () => {
    await ready();
    await begin();
    await clock.settle();
    const limited = { kind: 'later', afterMs: 90 * SECOND, why: 'ratelimited', limited: true } as const;
    team.postbox.script.push({ outcome: limited, accepted: false });
    await clock.turnTo(at('2027-01-20T09:30+08:00'));
    const today = { year: 2027, month: 1, day: 20 };
    await team.deps.team.addAbsence(T1, LI, { from: today, to: today, cover: null });
    await clock.turnTo(at('2027-01-20T23:00+08:00'));
    expect(keys().filter((key) => key.startsWith('brief.LI.'))).toEqual([]);
  });

  test('after an outage of days only the last one comes, and says that it is late', async () => {
    await ready();
    await begin();
    await clock.settle();
    team.time.now = at('2027-01-22T13:00+08:00');
    await clock.settle();
    expect(keys()).toEqual(['brief.LI.morning.3']);
    expect(isLate(clock.briefs()[0])).toBe(true);
  });

  test('what an outage moved into the night is not told in the night, nor twice in the morning', async () => {
    await ready();
    await begin();
    await clock.settle();
    team.time.now = at('2027-01-20T23:30+08:00');
    await clock.settle();
    expect(keys()).toEqual([]);
    await clock.turnTo(at('2027-01-21T12:00+08:00'));
    expect(keys()).toEqual(['brief.LI.morning.2']);
  });

  test('a changed habit moves it at once; the same day is not told twice', async () => {
    await ready();
    await begin();
    await clock.turnTo(at('2027-01-20T09:35+08:00'));
    await team.deps.team.setHabits(T1, LI, {
      ...DEFAULT_HABITS,
      morningAt: { hour: 11, minute: 0 },
      beforeWindow: false,
    });
    team.time.now += MINUTE;
    await clock.turnTo(at('2027-01-21T10:59+08:00'));
    expect(keys()).toEqual(['brief.LI.morning.1']);
    await clock.turnTo(at('2027-01-21T11:00+08:00'));
    expect(keys()).toEqual(['brief.LI.morning.1', 'brief.LI.morning.2']);
  });

  test('whoever is away hears nothing, their cover is told once, and the first morning back tells what happened', async () => {
    const number = await submitted();
    await opened('WEI');
    await team.deps.team.addAbsence(T1, LI, { from: THURSDAY, to: FRIDAY, cover: WEI });
    await begin();
    await clock.turnTo(at('2027-01-20T12:00+08:00'));
    expect(keys()).toEqual(['brief.LI.morning.1']);
    await clock.turnTo(at('2027-01-21T12:00+08:00'));
    expect(keys().filter((key) => key.includes('.LI.') || key.includes('WEI.morning'))).toEqual([
      'brief.LI.morning.1',
      'brief.WEI.cover.LI.2027-1-21',
      'brief.WEI.morning.2',
    ]);
    expect(morningOf(clock.briefs().at(-1)).covering).toMatchObject([{ person: LI, cases: [number] }]);
    await act('MARIA', number, {
      type: 'record_reply',
      meaning: 'needs_us',
      text: 'Send the invoice.',
      promisedAt: null,
      deadlineAt: null,
    });
    await clock.turnTo(at('2027-01-25T09:31+08:00'));
    const back = clock.briefs().findLast(({ channel }) => channel === LI);
    expect(back?.key).toBe('brief.LI.morning.2');
    expect(morningOf(back).back?.views.map(({ case: c }) => c.number)).toEqual([number]);
    expect(clock.briefs().filter(({ key }) => key.includes('.cover.'))).toHaveLength(1);
  });

  test('the store check goes to the keeper, while they are away to the cover, else to the owner', async () => {
    const number = await submitted();
    const [profile] = await team.deps.team.stores(T1);
    if (!profile) throw new Error('No store');
    await team.deps.team.saveStore(T1, { ...profile, keeper: WEI, cover: personId('ZHAO') });
    await begin();
    await clock.turnTo(at('2027-01-20T09:30+08:00'));
    const checks = (post: Post | undefined) =>
      morningOf(post).checks.flatMap(({ lines }) => lines.map(({ view }) => view.case.number));
    expect(clock.briefs().map((post) => [post.channel, checks(post)])).toEqual([[WEI, [number]]]);
    await team.deps.team.addAbsence(T1, WEI, { from: THURSDAY, to: THURSDAY, cover: null });
    await clock.turnTo(at('2027-01-21T09:30+08:00'));
    expect(
      clock
        .briefs()
        .slice(1)
        .map((post) => [post.channel, checks(post)]),
    ).toEqual([['ZHAO', [number]]]);
    await team.deps.team.saveStore(T1, { ...profile, keeper: null, cover: null });
    await clock.turnTo(at('2027-01-22T09:30+08:00'));
    expect(
      clock
        .briefs()
        .slice(2)
        .map((post) => [post.channel, checks(post)]),
    ).toEqual([[LI, [number]]]);
  });

  test('a keeper may say what Amazon shows, and nothing else of a colleague’s case; others may not', async () => {
    const number = await submitted();
    const [profile] = await team.deps.team.stores(T1);
    if (!profile) throw new Error('No store');
    await team.deps.team.saveStore(T1, { ...profile, keeper: WEI, cover: null });
    expect(await act('WEI', number, { type: 'check_nothing' })).toMatchObject({ ok: true });
    expect(await act('ZHAO', number, { type: 'check_nothing' })).toMatchObject({
      refusal: { code: 'not_yours' },
    });
    expect(await act('WEI', number, { type: 'solve' })).toMatchObject({ refusal: { code: 'not_yours' } });
    await team.deps.team.saveStore(T1, profile);
  });

  test('what was checked this morning is not asked again, and the standing briefing shows it', async () => {
    const [first, second] = [await submitted(), await submitted()];
    await begin();
    await clock.turnTo(at('2027-01-20T09:30+08:00'));
    await act('LI', first, { type: 'check_nothing' });
    const standing = await team.desk.todaysBriefing(T1, LI);
    expect(
      standing?.view.checks.flatMap(({ lines }) => lines.map((l) => [l.view.case.number, l.looked])),
    ).toEqual([
      [first, 'nothing'],
      [second, null],
    ]);
    team.time.now += 24 * HOUR;
    expect(await team.desk.todaysBriefing(T1, LI)).toBeNull();
  });

  test('one case that can’t be read is left out of them and reported; the team gets the rest', async () => {
    const [odd, good] = [await ready('WEI'), await ready()];
    const reported: unknown[] = [];
    Object.assign(team.deps, { log: { ...silent, error: (fields: unknown) => void reported.push(fields) } });
    await begin();
    const broken = { state: `{"number":${odd}}` };
    await team.db.updateTable('cases').set(broken).where('case_number', '=', odd).execute();
    await clock.turnTo(at('2027-01-20T09:31+08:00'));
    expect(morningOf(clock.briefs()[0]).yourTurn.map(({ view }) => view.case.number)).toEqual([good]);
    expect(reported).toContainEqual(expect.objectContaining({ case: odd }));
  });

  test('what nobody does for somebody away, with no cover, is the leads’: tonight’s submission too', async () => {
    const number = await ready();
    const today = { year: 2027, month: 1, day: 20 };
    await team.deps.people.leads(T1);
    await team.deps.team.addAbsence(T1, LI, { from: today, to: today, cover: null });
    await begin();
    await clock.turnTo(at('2027-01-20T23:00+08:00'));
    expect(clock.briefs().map(({ channel, key }) => [channel, key])).toEqual([
      ['MARIA', 'brief.MARIA.before_window.1'],
      ['MARIA', 'brief.MARIA.morning.1'],
    ]);
    const [before, morning] = clock.briefs();
    expect(morningOf(morning).digest?.away).toEqual([{ name: 'LI', cases: 1, cover: null }]);
    expect(before?.content).toMatchObject({ view: { ready: [{ view: { case: { number } } }] } });
  });

  test('a sweep asks as little with fifteen people as with one, and Slack nothing', async () => {
    for (let i = 0; i < 15; i += 1) await submitted(`P${i}`);
    await begin();
    await clock.settle();
    team.time.now += MINUTE;
    const asked: string[] = [];
    for (const port of ['cases', 'team', 'plans', 'briefs', 'people'] as const)
      for (const [name, method] of Object.entries(team.deps[port]))
        Object.assign(team.deps[port], {
          [name]: (...about: unknown[]) => {
            asked.push(`${port}.${name}`);
            return Reflect.apply(method, undefined, about) as unknown;
          },
        });
    await sweep(team.deps);
    expect(asked).toEqual([
      'cases.forgetReceipts',
      'cases.timersDue',
      'plans.started',
      'plans.participants',
      'plans.rows',
      'team.people',
      'plans.arrange',
      'plans.arrange',
      'plans.due',
      'briefs.due',
    ]);
  });

  test('what the word before the window told need not be told again', async () => {
    const number = await ready();
    await begin();
    const since = at('2027-01-20T21:00+08:00');
    await clock.turnTo(since);
    expect(await team.deps.briefs.told(T1, LI, number, since)).toBe(false);
    await clock.turnTo(at('2027-01-20T21:46+08:00'));
    expect(await team.deps.briefs.told(T1, LI, number, since)).toBe(true);
  });

  test('a lead’s morning ends with the team’s state, unless they want none', async () => {
    const number = await opened();
    await act('LI', number, { type: 'release' });
    const lead = personId('MARIA');
    await team.deps.people.leads(T1);
    await team.deps.team.setHabits(T1, lead, DEFAULT_HABITS);
    await begin();
    await clock.turnTo(at('2027-01-20T09:30-05:00'));
    const mornings = () => clock.briefs().filter(({ channel }) => channel === lead);
    expect(mornings()).toHaveLength(1);
    expect(morningOf(mornings()[0]).digest).toMatchObject({ unowned: [number], closed: 0 });
    await team.deps.team.setHabits(T1, lead, { ...DEFAULT_HABITS, digest: false });
    team.time.now += 11 * SECOND;
    await clock.turnTo(at('2027-01-21T12:00-05:00'));
    expect(mornings()).toHaveLength(1);
  });
});
