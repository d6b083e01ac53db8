import { describe, expect, test } from 'vitest';
import { at, LI, MARIA, Story, WEI } from '../support/story.ts';

// Friday 17:00 Eastern, the day after Thanksgiving 2026; in Shanghai it is Saturday 06:00.
const OPENED = at('2026-11-27T17:00-05:00');
const HOUR = 3_600_000;

const submitted = (): Story =>
  new Story(OPENED).do(OPENED + HOUR, LI, { type: 'make_ready' }).do(at('2026-11-30T09:05-05:00'), LI, {
    type: 'submit',
    reference: { kind: 'case_id', id: '12345678901' },
  });

describe('the life of a case', () => {
  test('a case made ready on Friday evening waits for Monday 09:00 Eastern', () => {
    const story = new Story(OPENED).do(OPENED + HOUR, LI, { type: 'make_ready' });
    expect(story.case.phase.status).toBe('ready');
    expect(story.due('window')).toBe(at('2026-11-30T09:00-05:00'));
  });

  test('a window that passes unanswered plans the next, and says how often it was missed', () => {
    const story = new Story(OPENED).do(OPENED + HOUR, LI, { type: 'make_ready' });
    expect(story.fire(at('2026-11-30T09:00-05:00')).map((t) => t.step)).toEqual([1]);
    expect(story.due('window')).toBe(at('2026-12-01T09:00-05:00'));
    expect(story.fire(at('2026-12-01T09:00:01-05:00')).map((t) => t.step)).toEqual([2]);
    expect(story.due('window')).toBe(at('2026-12-02T09:00-05:00'));
  });

  test('windows that an outage slept through fire as one', () => {
    const story = new Story(OPENED).do(OPENED + HOUR, LI, { type: 'make_ready' });
    expect(story.fire(at('2026-12-03T13:00-05:00'))).toHaveLength(1);
    expect(story.fire(at('2026-12-03T13:00-05:00'))).toHaveLength(0);
    expect(story.due('window')).toBe(at('2026-12-04T09:00-05:00'));
  });

  test('a submission ends the window and plans the first follow-up at the first window after 72 hours', () => {
    const story = submitted();
    expect(story.due('window')).toBeNull();
    expect(story.due('follow_up')).toBe(at('2026-12-03T09:05-05:00'));
    expect(story.due('escalation')).toBe(at('2026-12-08T09:05-05:00'));
  });

  test('nothing yet, a note, and the next follow-up comes three business days after the note', () => {
    const story = submitted();
    story.fire(at('2026-12-03T09:05-05:00'));
    story.do(at('2026-12-03T09:30-05:00'), LI, { type: 'check_nothing' });
    expect(story.due('follow_up')).toBeNull();
    expect(story.due('note_due')).not.toBeNull();
    story.do(at('2026-12-03T09:40-05:00'), LI, { type: 'send_note' });
    expect(story.due('note_due')).toBeNull();
    expect(story.due('follow_up')).toBe(at('2026-12-08T09:40-05:00'));
  });

  test('after two notes a person decides', () => {
    const story = submitted()
      .do(at('2026-12-03T09:40-05:00'), LI, { type: 'send_note' })
      .do(at('2026-12-08T09:40-05:00'), LI, { type: 'send_note' });
    expect(story.due('follow_up')).toBeNull();
    expect(story.due('person_decides')).toBe(at('2026-12-11T09:40-05:00'));
  });

  test("a date that Amazon promised overrides Docket's own", () => {
    const promised = at('2026-12-09T12:00-05:00');
    const story = submitted().do(at('2026-12-01T10:00-05:00'), LI, {
      type: 'record_reply',
      meaning: 'holding',
      text: 'We are looking into it.',
      promisedAt: promised,
      deadlineAt: null,
    });
    expect(story.due('follow_up')).toBe(at('2026-12-10T09:00-05:00'));
    expect(story.due('escalation')).toBe(at('2026-12-14T12:00-05:00'));
  });

  test('answered, solved, closed at Amazon: nothing is planned any more, and it can be reopened', () => {
    const story = submitted()
      .do(at('2026-12-01T10:00-05:00'), LI, {
        type: 'record_reply',
        meaning: 'needs_us',
        text: 'Please send the invoice.',
        promisedAt: null,
        deadlineAt: null,
      })
      .do(at('2026-12-01T11:00-05:00'), LI, { type: 'send_note' })
      .do(at('2026-12-02T11:00-05:00'), LI, { type: 'solve' });
    expect(story.case.phase.status).toBe('resolved');
    expect(story.due('close_out')).not.toBeNull();
    story.do(at('2026-12-02T12:00-05:00'), LI, { type: 'close' });
    expect(story.timers()).toEqual([]);
    story.do(at('2026-12-05T12:00-05:00'), WEI, { type: 'reopen', why: 'Gone again' });
    expect(story.case.phase.status).toBe('action_needed');
  });

  test('a case that is closed refuses what only open cases know', () => {
    const story = submitted()
      .do(at('2026-12-02T11:00-05:00'), LI, { type: 'solve' })
      .do(at('2026-12-02T12:00-05:00'), LI, { type: 'close' })
      .do(at('2026-12-02T12:01-05:00'), LI, { type: 'send_note' });
    expect(story.refusal).toMatchObject({ code: 'wrong_status', status: 'closed' });
  });
});

describe('owning', () => {
  test('the opener owns; nobody else moves the case, a lead may', () => {
    const story = new Story(OPENED).do(OPENED, WEI, { type: 'make_ready' });
    expect(story.refusal).toMatchObject({ code: 'not_yours', owner: LI.id });
    story.do(OPENED, MARIA, { type: 'make_ready' });
    expect(story.refusal).toBeNull();
  });

  test('an offered case stays with the giver until it is accepted', () => {
    const story = new Story(OPENED).do(OPENED, LI, { type: 'hand_over', to: WEI.id, note: 'On leave' });
    expect(story.case.owner).toBe(LI.id);
    story.do(OPENED, WEI, { type: 'accept_offer' });
    expect(story.case).toMatchObject({ owner: WEI.id, offer: null });
  });

  test('an offer is declined by its receiver only, or taken back by the giver', () => {
    const story = new Story(OPENED).do(OPENED, LI, { type: 'hand_over', to: WEI.id, note: '' });
    story.do(OPENED, MARIA, { type: 'decline_offer', why: '' });
    expect(story.refusal).toMatchObject({ code: 'offer_for_other' });
    story.do(OPENED, WEI, { type: 'decline_offer', why: 'Full' });
    expect(story.case).toMatchObject({ owner: LI.id, offer: null });
  });

  test("a lead's hand-over counts at once", () => {
    const story = new Story(OPENED).do(OPENED, MARIA, { type: 'hand_over', to: WEI.id, note: '' });
    expect(story.case.owner).toBe(WEI.id);
  });

  test('a released case tells a lead after 30 minutes of working time', () => {
    const released = at('2026-11-30T10:00+08:00');
    const story = new Story(OPENED).do(released, LI, { type: 'release' });
    expect(story.due('unclaimed')).toBe(released + 30 * 60_000);
    story.do(released + 1, WEI, { type: 'take' });
    expect(story.due('unclaimed')).toBeNull();
  });
});

describe('stale', () => {
  test('preparing counts working hours and repeats at growing distances', () => {
    const story = new Story(at('2026-11-30T09:00+08:00'));
    const fired: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      const due = story.due('stale_preparing') ?? 0;
      fired.push(new Date(due).toISOString());
      story.fire(due);
    }
    // 24 working hours of 9 a day: Wednesday 15:00 in Shanghai; then 1, 2 and 4 business days.
    expect(fired).toEqual([
      '2026-12-02T07:00:00.000Z',
      '2026-12-03T07:00:00.000Z',
      '2026-12-07T07:00:00.000Z',
      '2026-12-11T07:00:00.000Z',
    ]);
  });

  test('a snooze suppresses everything but deadlines and comes back with its reason', () => {
    const story = new Story(at('2026-11-30T09:00+08:00'), {
      deadline: { at: at('2026-12-03T09:00+08:00'), source: 'notice' },
    });
    const until = at('2026-12-04T10:00+08:00');
    story.do(at('2026-11-30T10:00+08:00'), LI, { type: 'snooze', until, why: 'Waiting for the lab' });
    expect([...new Set(story.timers().map((t) => t.kind))].sort()).toEqual(['deadline', 'snooze_over']);
    expect(
      story
        .fire(until)
        .map((t) => t.kind)
        .sort(),
    ).toEqual(['deadline', 'snooze_over']);
    // It slept; its working hours count from the moment it came back.
    expect(story.due('stale_preparing')).toBe(at('2026-12-08T16:00+08:00'));
  });
});

describe('deadlines', () => {
  const deadline = at('2026-12-07T12:00-05:00');
  const story = (): Story => new Story(OPENED, { deadline: { at: deadline, source: 'notice' } });
  const hoursLeft = (s: Story): number[] =>
    s.timers().flatMap((t) => (t.kind === 'deadline' ? [(deadline - t.dueAt) / HOUR] : []));

  test('count down at 72, 24, 6 and 1 hour and when they pass', () => {
    expect(hoursLeft(story())).toEqual([72, 24, 6, 1, 0]);
  });

  test('steps that lie before the deadline was entered are not told', () => {
    const soon = new Story(deadline - 5 * HOUR, { deadline: { at: deadline, source: 'notice' } });
    expect(hoursLeft(soon)).toEqual([1, 0]);
  });

  test('a submission meets the deadline', () => {
    const met = story().do(OPENED, LI, { type: 'submit', reference: { kind: 'door', text: 'Appeal sent' } });
    expect(met.due('deadline')).toBeNull();
  });

  test('several steps that an outage made overdue are told as the last of them', () => {
    const told = story()
      .fire(deadline - HOUR / 2)
      .filter((t) => t.kind === 'deadline');
    expect(told.map((t) => t.step)).toEqual([60]);
  });
});
