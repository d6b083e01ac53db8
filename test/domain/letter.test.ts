import { describe, expect, test } from 'vitest';
import { copyText, dateForAmazon, escalationDossier, followUpNote } from '../../src/domain/letter.ts';
import { MARKETPLACE_CODES } from '../../src/domain/marketplaces.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { act, at, FRIDAY, MONDAY, open, type Story, until } from '../slack/story.ts';

const CASE_ID = { kind: 'case_id', id: '12345678901' } as const;
const submitted = act(open(), { type: 'submit', reference: CASE_ID }, MONDAY);
const note = (s: Story) => followUpNote(s.case, s.now);
const PRESSURE = /urgent|asap|immediately|!|unacceptable|lawyer|still no|again/i;

describe('the message to copy', () => {
  const copied = (message: string, what = {}) => copyText(open({ message, ...what }).case);

  test('is nothing until somebody wrote it', () => expect(copied('  \n ')).toBeNull());

  test('takes its subject from its own first line', () =>
    expect(copied('subject: B0ABC12345 – gone – please look\n\nHello,\nbody')).toEqual({
      subject: 'B0ABC12345 – gone – please look',
      body: 'Hello,\nbody',
    }));

  test('gets a subject that begins with the identifier, because Amazon searches nothing else', () =>
    expect(copied('Hello')).toEqual({
      subject: 'B0ABC12345 – Featured Offer lost – Request for review',
      body: 'Hello',
    }));

  test('keeps everything where the first line is all there is', () =>
    expect(copied('Subject: only this')).toEqual({
      subject: 'B0ABC12345 – Featured Offer lost – Request for review',
      body: 'Subject: only this',
    }));

  test('names no Chinese reference in its subject', () =>
    expect(copied('Hello', { subjects: [{ kind: 'other', value: '某品牌' }] })?.subject).toBe(
      'amazon.com – Featured Offer lost – Request for review',
    ));
});

describe('the follow-up note', () => {
  test('names the case, the identifiers, the date, and asks for one thing', () => {
    expect(note(submitted)).toMatchInlineSnapshot(`
      {
        "body": "Hello,

      I am writing about case ID 12345678901 (Featured Offer lost).
      Identifiers: ASIN B0ABC12345

      We submitted our information on November 23, 2026.

      Could you please let us know the current status of this case?

      Thank you for your help.",
        "subject": "Case ID 12345678901 – Featured Offer lost – Request for status",
      }
    `);
  });

  test('names the door’s reference where there is no Case ID', () => {
    const appeal = act(
      open({ category: 'account_health' }),
      { type: 'submit', reference: { kind: 'door', text: 'Appeal 7' } },
      MONDAY,
    );
    expect(note(appeal).body).toContain('reference Appeal 7');
  });

  test('tells of our last note, of Amazon’s answer, and of the date it named once that is past', () => {
    const asked = until(submitted, 'follow_up');
    const chased = act(act(asked, { type: 'check_nothing' }, asked.now), { type: 'send_note' }, asked.now);
    expect(note(chased).body).toContain('We added our last note on November 27, 2026.');
    const promised = act(
      submitted,
      { type: 'record_reply', meaning: 'holding', text: '', promisedAt: MONDAY + 3 * DAY, deadlineAt: null },
      MONDAY + HOUR,
    );
    expect(note(promised).body).toContain('Thank you for your reply of November 23, 2026.');
    expect(note(promised).body).not.toContain('November 26');
    expect(followUpNote(promised.case, MONDAY + 4 * DAY).body).toContain('an answer by November 26, 2026');
  });

  test('never presses, and asks one question, whatever the case', () => {
    for (const s of [submitted, until(submitted, 'follow_up'), open()]) {
      expect(note(s).body).not.toMatch(PRESSURE);
      expect(note(s).body.match(/\?/g)).toHaveLength(1);
    }
  });

  test('counts rather than lists what would fill a page', () => {
    const subjects = Array.from({ length: 200 }, (_, i) => ({ kind: 'sku' as const, value: `SKU-${i}` }));
    const many = act(open({ subjects }), { type: 'submit', reference: CASE_ID }, MONDAY);
    expect(note(many).body).toContain('SKU SKU-9, and 190 more listed in the case');
    expect(note(many).body.length).toBeLessThan(1_000);
  });
});

describe('the dossier for a call', () => {
  test('holds what they ask for, a timeline and one request', () => {
    const asked = until(submitted, 'follow_up');
    const chased = act(act(asked, { type: 'check_nothing' }, asked.now), { type: 'send_note' }, asked.now);
    expect(escalationDossier(chased.case, chased.events)).toMatchInlineSnapshot(`
      {
        "body": "Case ID 12345678901
      Store: Store A, amazon.com
      Issue: Featured Offer lost
      Identifiers: ASIN B0ABC12345

      Timeline:
      - November 23, 2026: submitted
      - November 27, 2026: checked, no answer yet
      - November 27, 2026: note added to the case

      Request: please have the responsible team review this case and reply to it.",
        "subject": "Case ID 12345678901 – Featured Offer lost – Request for review",
      }
    `);
  });

  test('tells a shorter timeline from the case alone', () =>
    expect(escalationDossier(submitted.case).body).toContain('- November 23, 2026: submitted'));

  test('has no Chinese in it', () => {
    const store = { ...submitted.case.store, name: '深圳一店' };
    const subjects = [{ kind: 'other' as const, value: '某品牌' }];
    const c = act(open({ store, subjects }), { type: 'submit', reference: CASE_ID }, MONDAY).case;
    const { subject, body } = escalationDossier(c);
    expect(subject + body).not.toMatch(/\p{Script=Han}/u);
    expect(followUpNote(c, FRIDAY).body).not.toMatch(/\p{Script=Han}/u);
  });
});

test('dates are those of the marketplace’s calendar, in every marketplace', () => {
  const night = at('2026-11-23T23:30Z');
  expect(dateForAmazon(night, { marketplace: 'US' })).toBe('November 23, 2026');
  expect(dateForAmazon(night, { marketplace: 'JP' })).toBe('November 24, 2026');
  for (const marketplace of MARKETPLACE_CODES)
    expect(dateForAmazon(night, { marketplace })).toMatch(/^November 2[34], 2026$/);
});
