import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTime } from '../../src/domain/local-time.ts';
import { DEFAULT_POLICY, officeIn } from '../../src/domain/policy.ts';
import { isRed, redFrom } from '../../src/domain/red.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import { planTimers } from '../../src/domain/timers/plan.ts';
import { at, LI, MARIA, SCHEDULE, Story, WEI } from '../support/story.ts';

/** Friday 22:40 in Shanghai. */
const FRIDAY = at('2026-12-04T22:40+08:00');
const RED = { category: 'account_health', message: 'Dear Amazon' } as const;
const red = () => new Story(FRIDAY, RED);
const handedOn = (story: Story) => story.due('red_unclaimed');

describe('a red case that nobody takes up', () => {
  test('goes to the next lead after a quarter of an hour, four times, then every two hours', () => {
    const story = red();
    const dues: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const due = handedOn(story) ?? Number.NaN;
      dues.push((due - FRIDAY) / MINUTE);
      story.fire(due);
    }
    expect(dues).toEqual([15, 30, 45, 60, 180, 300, 420]);
  });

  test.each([
    ['its owner notes something', LI, { type: 'note', text: 'I am at it.' }],
    ['its owner writes the message', LI, { type: 'edit', summary: '', message: 'New.' }],
    ['its owner asks for a review', LI, { type: 'ask_review', reviewer: WEI.id }],
    ['a lead takes it over', MARIA, { type: 'take' }],
    ['somebody submits', LI, { type: 'submit', reference: { kind: 'door', text: 'Appeal' } }],
    ['it is withdrawn', LI, { type: 'withdraw', why: 'Not ours.' }],
  ] as const)('is left alone once %s', (_, actor, command) => {
    expect(handedOn(red().do(FRIDAY + MINUTE, actor, command))).toBeNull();
  });

  test.each([
    ['a colleague adds a thought', WEI, { type: 'note', text: 'Bad luck.' }],
    ['its owner only offers it', LI, { type: 'hand_over', to: WEI.id, note: '' }],
  ] as const)('goes on although %s', (_, actor, command) => {
    expect(handedOn(red().do(FRIDAY + MINUTE, actor, command))).toBe(FRIDAY + 15 * MINUTE);
  });

  test('starts anew when it is let go, or given to somebody who has not acted yet', () => {
    const busy = () => red().do(FRIDAY + MINUTE, LI, { type: 'note', text: 'I am at it.' });
    expect(handedOn(busy().do(FRIDAY + HOUR, LI, { type: 'release' }))).toBe(FRIDAY + HOUR + 15 * MINUTE);
    const given = busy().do(FRIDAY + HOUR, MARIA, { type: 'hand_over', to: WEI.id, note: '' });
    expect(handedOn(given)).toBe(FRIDAY + HOUR + 15 * MINUTE);
    expect(handedOn(given.do(FRIDAY + 2 * HOUR, WEI, { type: 'note', text: 'Mine.' }))).toBeNull();
  });

  test('counts from the moment at which a near deadline makes it red', () => {
    const deadline = { at: FRIDAY + 72 * HOUR, source: 'notice' } as const;
    const story = new Story(FRIDAY, { deadline });
    expect(handedOn(story)).toBe(FRIDAY + 24 * HOUR + 15 * MINUTE + 1);
    expect(handedOn(new Story(FRIDAY, {}))).toBeNull();
  });

  test('is red from exactly the instant that the plan counts from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 * DAY }), (left) => {
        const c = new Story(FRIDAY, { deadline: { at: FRIDAY + left, source: 'notice' } }).case;
        const from = redFrom(c, DEFAULT_POLICY) ?? Number.NaN;
        expect(isRed(c, DEFAULT_POLICY, from)).toBe(true);
        expect(isRed(c, DEFAULT_POLICY, from - 1)).toBe(false);
      }),
    );
  });
});

describe('a second reader', () => {
  const review = (story: Story, when: number) =>
    story.do(when, LI, { type: 'ask_review', reviewer: WEI.id }).do(when + 1, WEI, { type: 'pass_review' });

  test('looks at a red case before it is ready', () => {
    const story = red().do(FRIDAY + HOUR, LI, { type: 'make_ready' });
    expect(story.refusal).toMatchObject({ code: 'review_needed' });
    expect(story.case.phase.status).toBe('preparing');
    expect(review(red(), FRIDAY + HOUR).case.phase.status).toBe('ready');
  });

  test('has read the message as it stands: a change of it asks anew, a change of the summary does not', () => {
    const back = () => review(red(), FRIDAY + HOUR).do(FRIDAY + 2 * HOUR, LI, { type: 'take_back' });
    const again = { type: 'make_ready' } as const;
    expect(back().do(FRIDAY + 3 * HOUR, LI, again).case.phase.status).toBe('ready');
    const summary = back().do(FRIDAY + 3 * HOUR, LI, { type: 'edit', summary: 'POA', message: RED.message });
    expect(summary.do(FRIDAY + 4 * HOUR, LI, again).case.phase.status).toBe('ready');
    const changed = back().do(FRIDAY + 3 * HOUR, LI, { type: 'edit', summary: '', message: 'Another.' });
    expect(changed.do(FRIDAY + 4 * HOUR, LI, again).refusal).toMatchObject({ code: 'review_needed' });
  });

  test('is not asked where nothing is red', () => {
    expect(new Story(FRIDAY, {}).do(FRIDAY + 1, LI, { type: 'make_ready' }).case.phase.status).toBe('ready');
  });

  test('what was done at Amazon is recorded all the same, and says that nobody looked', () => {
    const submit = { type: 'submit', reference: { kind: 'door', text: 'Appeal' } } as const;
    const last = (story: Story) => story.history.at(-1);
    expect(last(red().do(FRIDAY + 1, LI, submit))).toMatchObject({ type: 'submitted', unread: true });
    expect(last(review(red(), FRIDAY + 1).do(FRIDAY + 9, LI, submit))).not.toHaveProperty('unread');
  });
});

describe('a deadline at night', () => {
  const night = (deadline: string) =>
    new Story(FRIDAY, { deadline: { at: at(deadline), source: 'notice' } }).due('deadline_night');

  test.each([
    ['2026-12-08T03:00+08:00', '2026-12-07T21:00+08:00'],
    ['2026-12-08T08:59+08:00', '2026-12-07T21:00+08:00'],
    ['2026-12-07T22:00+08:00', '2026-12-07T21:00+08:00'],
    ['2026-12-08T00:00+08:00', '2026-12-07T21:00+08:00'],
  ])('%s is told in the last waking hour, %s', (deadline, told) => {
    expect(night(deadline)).toBe(at(told));
  });

  test.each(['2026-12-08T09:00+08:00', '2026-12-07T21:59+08:00'])('%s needs no such step', (deadline) => {
    expect(night(deadline)).toBeNull();
  });

  test('entered in that very night, it comes too late for the step', () => {
    expect(night('2026-12-05T05:00+08:00')).toBeNull();
  });

  test('wherever the office is, the step lies at 21:00 on its clocks, in the half day before', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kolkata');
    fc.assert(
      fc.property(fc.integer({ min: DAY, max: 200 * DAY }), zones, (left, zone) => {
        const deadline = { at: FRIDAY + left, source: 'notice' } as const;
        const story = new Story(FRIDAY, { deadline });
        const schedule = { ...SCHEDULE, office: officeIn(DEFAULT_POLICY, zone) };
        const steps = planTimers(story.case, schedule).filter(({ kind }) => kind === 'deadline_night');
        const { hour } = clockTime(deadline.at, zone);
        expect(steps).toHaveLength(hour >= 22 || hour < 9 ? 1 : 0);
        for (const { dueAt } of steps) {
          expect(clockTime(dueAt, zone)).toEqual({ hour: 21, minute: 0 });
          expect(deadline.at - dueAt).toBeGreaterThanOrEqual(HOUR - MINUTE);
          expect(deadline.at - dueAt).toBeLessThan(14 * HOUR);
        }
      }),
    );
  });
});
