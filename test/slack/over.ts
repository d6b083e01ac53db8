/** For each thing that asks somebody to act, a change that ends it: what the old message says from then on. */

import { DAY, HOUR } from '../../src/domain/time.ts';
import { NUDGES, STEPS } from './samples.ts';
import { act, LI, type Story, WANG, ZHAO } from './story.ts';

const later = (s: Story) => s.now + HOUR;
const CASE_ID = { kind: 'case_id', id: '12345678901' } as const;

const take = (s: Story) => act(s, { type: 'take' }, later(s), ZHAO);
const ready = (s: Story) => act(s, { type: 'make_ready' }, later(s));
const submit = (s: Story) => act(s, { type: 'submit', reference: CASE_ID }, later(s));
const check = (s: Story) => act(s, { type: 'check_nothing' }, later(s));
const solve = (s: Story) => act(s, { type: 'solve' }, later(s));
const close = (s: Story) => act(s, { type: 'close' }, later(s));
const snooze = (s: Story) => act(s, { type: 'snooze', until: s.now + 3 * DAY, why: 'On Monday.' }, later(s));
const withdraw = (s: Story) => act(s, { type: 'withdraw', why: 'Our own mistake.' }, later(s));

const endings: Readonly<Record<string, (s: Story) => Story>> = {
  unclaimed: take,
  'unclaimed, again': take,
  offer_unanswered: (s) => act(s, { type: 'accept_offer' }, later(s), ZHAO),
  stale_preparing: ready,
  stale_review: (s) => act(s, { type: 'pass_review' }, later(s), WANG),
  window: submit,
  'window, third opening': submit,
  'window, no message': withdraw,
  stale_ready: submit,
  follow_up: check,
  'follow_up on the promised date': solve,
  note_due: (s) => act(s, { type: 'send_note' }, later(s)),
  person_decides: withdraw,
  escalation: solve,
  stale_action: (s) => act(s, { type: 'send_note' }, later(s)),
  close_out: close,
  'deadline, 72 hours': (s) => submit(ready(s)),
  'deadline, 1 hour, ready': submit,
  'deadline, passed': (s) => act(s, { type: 'set_deadline', at: s.now + 5 * DAY }, later(s)),
  'deadline, by default': (s) => act(s, { type: 'set_deadline', at: null }, later(s)),
  deadline_night: submit,
  red_unclaimed: (s) => act(s, { type: 'note', text: 'I am at it.' }, later(s)),
  'red_unclaimed, nobody owns it': take,
  snooze_over: ready,
};

const stepEndings: Readonly<Record<string, (s: Story) => Story>> = {
  offered: (s) => act(s, { type: 'decline_offer', why: '' }, later(s), ZHAO),
  review_asked: (s) => act(s, { type: 'return_review', why: 'Name the ASIN.' }, later(s), WANG),
  'amazon_replied, needs us': (s) => act(s, { type: 'send_note' }, later(s), LI),
  'amazon_replied, solved': close,
};

/** Each with the notice that it ends, and the case after the change. */
export const OVER: Readonly<Record<string, Story>> = Object.fromEntries([
  ...ended(endings, NUDGES),
  ...ended(stepEndings, STEPS),
  ...ended({ follow_up: snooze, stale_action: snooze }, NUDGES).map(
    ([name, story]) => [`${name}, put off`, story] as const,
  ),
]);

function ended(how: Readonly<Record<string, (s: Story) => Story>>, samples: Readonly<Record<string, Story>>) {
  return Object.entries(how).map(([name, end]) => {
    const before = samples[name];
    if (!before) throw new Error(`There is no sample of ${name}`);
    return [name, { ...end(before), notices: before.notices.slice(-1) }] as const;
  });
}
