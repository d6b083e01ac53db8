import { describe, expect, test } from 'vitest';
import { noticeOfEvent } from '../../src/domain/notices.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { at, LI, MARIA, Story, WEI } from '../support/story.ts';

// Monday 09:05 Eastern.
const SUBMITTED = at('2026-11-30T09:05-05:00');

const submitted = (): Story =>
  new Story(SUBMITTED - 1).do(SUBMITTED, LI, {
    type: 'submit',
    reference: { kind: 'case_id', id: '12345678901' },
  });

const promise = (story: Story, when: number, promisedAt: number): Story =>
  story.do(when, LI, { type: 'record_reply', meaning: 'holding', text: '', promisedAt, deadlineAt: null });

describe('a new owner', () => {
  test('is not late with what lay around before; their own working time counts', () => {
    const story = new Story(at('2026-11-30T09:00+08:00'));
    story.do(at('2026-11-30T10:00+08:00'), LI, { type: 'release' });
    story.do(at('2026-12-10T09:00+08:00'), WEI, { type: 'take' });
    expect(story.due('stale_preparing')).toBe(at('2026-12-14T15:00+08:00'));
  });

  test('is mentioned when it goes stale, though the one before was mentioned already', () => {
    const story = new Story(at('2026-11-30T09:00+08:00'));
    story.fire(at('2026-12-02T15:00+08:00'));
    story.do(at('2026-12-02T16:00+08:00'), MARIA, { type: 'hand_over', to: WEI.id, note: '' });
    expect(story.timers().find((t) => t.kind === 'stale_preparing')?.step).toBe(1);
  });

  test('by a lead’s word is told to the one who had it, too', () => {
    const story = new Story(SUBMITTED);
    const before = story.case;
    story.do(SUBMITTED, MARIA, { type: 'take' });
    const [event] = story.history.slice(-1);
    const notice = event && noticeOfEvent(before, story.case, event, DEFAULT_POLICY);
    expect(notice?.mention).toEqual([{ role: 'former_owner', person: LI.id }]);
  });
});

describe('“checked, nothing yet”', () => {
  test('before the follow-up is due keeps the follow-up, and urges nobody to add a note', () => {
    const story = submitted().do(SUBMITTED + 3_600_000, LI, { type: 'check_nothing' });
    expect(story.due('note_due')).toBeNull();
    expect(story.due('follow_up')).toBe(at('2026-12-03T09:05-05:00'));
  });

  test('after it was asked calls for the note', () => {
    const story = submitted();
    story.fire(at('2026-12-03T09:05-05:00'));
    story.do(at('2026-12-03T09:30-05:00'), LI, { type: 'check_nothing' });
    expect(story.due('note_due')).not.toBeNull();
  });
});

describe('a snooze', () => {
  const woken = (until: number): Story => {
    const story = submitted().do(SUBMITTED + 1, LI, { type: 'snooze', until, why: 'Busy' });
    story.fire(until);
    return story;
  };

  test('does not stop Amazon’s clock: the follow-up and the escalation keep their dates', () => {
    const story = woken(at('2026-12-01T10:00-05:00'));
    expect(story.due('follow_up')).toBe(at('2026-12-03T09:05-05:00'));
    expect(story.due('escalation')).toBe(at('2026-12-08T09:05-05:00'));
  });

  test('that outlasts the follow-up brings it at the next window, and says why', () => {
    const story = woken(at('2026-12-04T20:00-05:00'));
    expect(story.due('follow_up')).toBe(at('2026-12-07T09:00-05:00'));
    expect(story.timers().find((t) => t.kind === 'follow_up')?.why.from).toBe(at('2026-12-04T20:00-05:00'));
  });
});

describe('a promised date', () => {
  test('that Amazon missed still holds back the escalation after our note', () => {
    const story = promise(submitted(), at('2026-12-02T10:00-05:00'), at('2026-12-21T12:00-05:00'));
    expect(story.due('follow_up')).toBe(at('2026-12-22T09:00-05:00'));
    expect(story.due('escalation')).toBe(at('2026-12-24T12:00-05:00'));
    story.do(at('2026-12-22T09:10-05:00'), LI, { type: 'send_note' });
    expect(story.due('follow_up')).toBe(at('2026-12-28T09:10-05:00'));
    expect(story.due('escalation')).toBe(at('2026-12-24T12:00-05:00'));
  });

  test('escalates once, however the case goes on', () => {
    const story = promise(submitted(), at('2026-12-02T10:00-05:00'), at('2026-12-04T12:00-05:00'));
    story.fire(at('2026-12-09T12:00-05:00'));
    story.do(at('2026-12-09T13:00-05:00'), LI, { type: 'send_note' });
    expect(story.due('escalation')).toBeNull();
  });
});

describe('the wait of a category', () => {
  const due = (category: 'listing_removed' | 'hazmat' | 'account_health' | 'a_to_z') => {
    const story = new Story(SUBMITTED - 1, { category }).do(SUBMITTED, LI, {
      type: 'submit',
      reference: { kind: 'door', text: 'Sent' },
    });
    return [story.due('follow_up'), story.due('escalation')];
  };

  test('compliance documents: 15 business days, then 3 more; no window, because it is no support case', () => {
    expect(due('listing_removed')).toEqual([at('2026-12-21T09:05-05:00'), at('2026-12-24T09:05-05:00')]);
  });

  test('dangerous goods: 2 business days are shorter than 72 hours and 7 days', () => {
    expect(due('hazmat')).toEqual([at('2026-12-03T09:05-05:00'), at('2026-12-07T09:05-05:00')]);
  });

  test('an appeal: two weeks, then 3 business days', () => {
    expect(due('account_health')).toEqual([at('2026-12-14T09:05-05:00'), at('2026-12-17T09:05-05:00')]);
  });

  test('where nothing is known: 72 hours and 7 days', () => {
    expect(due('a_to_z')).toEqual([at('2026-12-03T09:05-05:00'), at('2026-12-07T09:05-05:00')]);
  });
});

describe('ready', () => {
  test('in Canada waits for 9:00 Eastern, also while Vancouver sleeps', () => {
    const story = new Story(SUBMITTED, { marketplace: 'CA' }).do(at('2026-12-01T20:00-05:00'), LI, {
      type: 'make_ready',
    });
    expect(story.due('window')).toBe(at('2026-12-02T09:00-05:00'));
  });

  test('where there is no window, is stale after four working hours', () => {
    const story = new Story(SUBMITTED, { marketplace: 'DE' }).do(at('2026-12-01T10:00+08:00'), LI, {
      type: 'make_ready',
    });
    expect(story.due('window')).toBeNull();
    expect(story.due('stale_ready')).toBe(at('2026-12-01T14:00+08:00'));
  });
});
