/** One story for each thing that Docket says of a case; the last notice of each is the one that is looked at. */

import { DAY, HOUR } from '../../src/domain/time.ts';
import type { TimerKind } from '../../src/domain/timers/keys.ts';
import { act, at, broughtIn, FRIDAY, LI, MONDAY, open, type Story, until, WANG, ZHAO } from './story.ts';

/** Red goes out after a second reader only. */
const read = (story: Story): Story =>
  act(
    act(story, { type: 'ask_review', reviewer: WANG }, FRIDAY + HOUR),
    { type: 'pass_review' },
    FRIDAY + HOUR,
    WANG,
  );
const CASE_ID = { kind: 'case_id', id: '12345678901' } as const;
const later = (s: Story, ms = HOUR) => s.now + ms;

const preparing = open();
const ready = act(preparing, { type: 'make_ready' }, FRIDAY + HOUR);
const inReview = act(preparing, { type: 'ask_review', reviewer: WANG }, FRIDAY + HOUR);
const offered = act(preparing, { type: 'hand_over', to: ZHAO, note: 'I am away next week.' }, FRIDAY + HOUR);
const submitted = act(ready, { type: 'submit', reference: CASE_ID }, MONDAY + 5 * 60_000);
const asked = until(submitted, 'follow_up');
const checked = act(asked, { type: 'check_nothing' }, later(asked));
const chased = act(checked, { type: 'send_note' }, later(checked));
const checkedAgain = (s: Story) => act(s, { type: 'check_nothing' }, later(s));
const chasedTwice = ((s: Story) => act(s, { type: 'send_note' }, later(s)))(
  checkedAgain(until(chased, 'follow_up')),
);
const solved = act(submitted, { type: 'solve' }, later(submitted, DAY));
const closed = act(solved, { type: 'close' }, later(solved));
const reply = (meaning: 'needs_us' | 'holding' | 'solved' | 'refused', promisedAt: number | null = null) =>
  act(
    submitted,
    {
      type: 'record_reply',
      meaning,
      text: 'Hello from Amazon Selling Partner Support,\nwe have reviewed your case.',
      promisedAt,
      deadlineAt: meaning === 'needs_us' ? later(submitted, 4 * DAY) : null,
    },
    later(submitted, DAY),
  );
const needsUs = reply('needs_us');

/** The states of a card. */
export const CARDS: Readonly<Record<string, Story>> = {
  preparing,
  'preparing, nobody owns it': act(preparing, { type: 'release' }, FRIDAY + HOUR),
  'preparing, offered': offered,
  'preparing, many identifiers, deadline by default, another door': open({
    category: 'account_health',
    subjects: ['B0ABC12345', 'B0ABC12346', 'B0ABC12347'].map((value) => ({ kind: 'asin', value })),
    deadline: { at: FRIDAY + 7 * DAY, source: 'team_default' },
  }),
  'preparing, the deadline presses': open({ deadline: { at: MONDAY + HOUR, source: 'notice' } }),
  'preparing, Amazon’s clock not entered': open({ category: 'listing_removed' }),
  'preparing, an edited summary': act(
    preparing,
    { type: 'edit', summary: 'Buy Box <gone> & price war', message: '' },
    FRIDAY + HOUR,
  ),
  'in review': inReview,
  ready,
  'ready, in the window': { ...ready, now: MONDAY + HOUR },
  'awaiting Amazon': submitted,
  'awaiting Amazon, by another door': act(
    open({ category: 'account_health' }),
    { type: 'submit', reference: { kind: 'door', text: 'Appeal of Nov 23' } },
    MONDAY,
  ),
  'action needed': needsUs,
  'action needed, the deadline passed': { ...needsUs, now: needsUs.now + 5 * DAY },
  resolved: solved,
  closed,
  withdrawn: act(preparing, { type: 'withdraw', why: 'It was our own price rule.' }, FRIDAY + HOUR),
  snoozed: act(
    preparing,
    { type: 'snooze', until: FRIDAY + 4 * DAY, why: 'The supplier sends the invoice on Monday.' },
    FRIDAY + HOUR,
  ),
};

/** Every step of a case. */
export const STEPS: Readonly<Record<string, Story>> = {
  opened: preparing,
  'opened, no message yet, another door, several identifiers': open({
    category: 'listing_removed',
    message: '',
    subjects: ['B0ABC12345', 'B0ABC12346'].map((value) => ({ kind: 'asin', value })),
  }),
  imported: broughtIn({ date: { year: 2026, month: 11, day: 17 } }, FRIDAY),
  'imported, our turn': broughtIn({ status: 'action_needed', note: '' }, FRIDAY),
  noted: act(preparing, { type: 'note', text: 'Called the supplier.\nInvoice <tomorrow>.' }, FRIDAY + HOUR),
  subjects_added: act(
    preparing,
    { type: 'add_subjects', subjects: [{ kind: 'sku', value: 'A-1' }] },
    FRIDAY + HOUR,
  ),
  edited: act(preparing, { type: 'edit', summary: 'Buy Box', message: 'New text.' }, FRIDAY + HOUR),
  deadline_set: act(preparing, { type: 'set_deadline', at: FRIDAY + 5 * DAY }, FRIDAY + HOUR),
  'deadline_set to none': act(
    open({ deadline: { at: FRIDAY + DAY, source: 'notice' } }),
    { type: 'set_deadline', at: null },
    FRIDAY + HOUR,
  ),
  released: act(preparing, { type: 'release' }, FRIDAY + HOUR),
  taken: act(act(preparing, { type: 'release' }, FRIDAY + HOUR), { type: 'take' }, FRIDAY + HOUR, ZHAO),
  assigned: act(preparing, { type: 'hand_over', to: ZHAO, note: '' }, FRIDAY + HOUR, WANG, true),
  'assigned to oneself': act(preparing, { type: 'take' }, FRIDAY + HOUR, WANG, true),
  offered,
  'assigned while Amazon has promised an answer': act(
    reply('holding', submitted.now + 6 * DAY),
    { type: 'hand_over', to: ZHAO, note: '' },
    submitted.now + 2 * DAY,
    WANG,
    true,
  ),
  offer_accepted: act(offered, { type: 'accept_offer' }, FRIDAY + 2 * HOUR, ZHAO),
  offer_declined: act(offered, { type: 'decline_offer', why: 'I am away as well.' }, FRIDAY + 2 * HOUR, ZHAO),
  'offer_declined by the giver': act(offered, { type: 'decline_offer', why: '' }, FRIDAY + 2 * HOUR),
  review_asked: inReview,
  review_passed: act(inReview, { type: 'pass_review' }, FRIDAY + 2 * HOUR, WANG),
  review_returned: act(
    inReview,
    { type: 'return_review', why: 'Name the ASIN in the subject.' },
    FRIDAY + 2 * HOUR,
    WANG,
  ),
  made_ready: ready,
  'made_ready, window open': act(preparing, { type: 'make_ready' }, MONDAY + HOUR),
  'made_ready, the deadline presses': act(
    open({ deadline: { at: MONDAY + HOUR, source: 'notice' } }, FRIDAY - 2 * HOUR),
    { type: 'make_ready' },
    FRIDAY - HOUR,
  ),
  'made_ready, no window': act(open({ category: 'listing_removed' }), { type: 'make_ready' }, FRIDAY + HOUR),
  'review_passed, red': read(open({ category: 'a_to_z' })),
  'opened, red': open({ category: 'account_health', deadline: { at: FRIDAY + 3 * DAY, source: 'notice' } }),
  'opened, red, nothing written yet': open({ category: 'a_to_z', message: '' }),
  'deadline_set, turns red': act(preparing, { type: 'set_deadline', at: FRIDAY + DAY }, FRIDAY + HOUR),
  'submitted, red, nobody read it': act(
    open({ category: 'a_to_z' }),
    { type: 'submit', reference: CASE_ID },
    MONDAY,
  ),
  taken_back: act(ready, { type: 'take_back' }, FRIDAY + 2 * HOUR),
  submitted,
  'submitted by another door': act(
    open({ category: 'account_health' }),
    { type: 'submit', reference: { kind: 'door', text: 'Appeal of Nov 23' } },
    MONDAY,
  ),
  reference_corrected: act(
    submitted,
    { type: 'correct_reference', reference: { kind: 'case_id', id: '12345678902' } },
    later(submitted),
  ),
  checked_nothing: checked,
  'checked_nothing after two notes': checkedAgain(chasedTwice),
  note_sent: chased,
  'note_sent, our answer': act(needsUs, { type: 'send_note' }, later(needsUs)),
  'amazon_replied, needs us': needsUs,
  'amazon_replied, holding': reply('holding'),
  'amazon_replied, holding until a date': reply('holding', submitted.now + 6 * DAY),
  'amazon_replied, solved': reply('solved'),
  'amazon_replied, refused': reply('refused'),
  solved,
  closed_at_amazon: closed,
  reopened: act(closed, { type: 'reopen', why: 'It is gone again.' }, later(closed, DAY), ZHAO),
  withdrawn: act(preparing, { type: 'withdraw', why: 'It was our own price rule.' }, FRIDAY + HOUR),
  snoozed: act(
    preparing,
    { type: 'snooze', until: FRIDAY + 4 * DAY, why: 'The supplier sends the invoice on Monday.' },
    FRIDAY + HOUR,
  ),
};

const due = (story: Story, kind: TimerKind, times?: number): Story => {
  const s = until(story, kind, times);
  return {
    ...s,
    notices: s.notices.filter(({ cause }) => cause.kind === 'timer' && cause.timer.kind === kind),
  };
};
const pressed = open({ deadline: { at: at('2026-11-27T02:00Z'), source: 'notice' } });

/** Every kind of timer. */
export const NUDGES: Readonly<Record<string, Story>> = {
  unclaimed: due(act(preparing, { type: 'release' }, FRIDAY + HOUR), 'unclaimed'),
  'unclaimed, again': due(act(preparing, { type: 'release' }, FRIDAY + HOUR), 'unclaimed', 2),
  offer_unanswered: due(offered, 'offer_unanswered'),
  stale_preparing: due(preparing, 'stale_preparing'),
  stale_review: due(inReview, 'stale_review'),
  window: due(ready, 'window'),
  'window, third opening': due(ready, 'window', 3),
  'window, no message': due(act(open({ message: '' }), { type: 'make_ready' }, FRIDAY + HOUR), 'window'),
  'window, told too late': ((s: Story) => ({ ...s, now: s.now + 4 * HOUR }))(due(ready, 'window')),
  stale_ready: due(
    act(open({ category: 'listing_removed' }), { type: 'make_ready' }, FRIDAY + HOUR),
    'stale_ready',
  ),
  red_unclaimed: due(open({ category: 'a_to_z' }), 'red_unclaimed'),
  'red_unclaimed, nobody owns it': due(
    act(open({ category: 'account_health' }), { type: 'release' }, FRIDAY + HOUR),
    'red_unclaimed',
    2,
  ),
  deadline_night: due(open({ deadline: { at: FRIDAY + 4 * DAY, source: 'notice' } }), 'deadline_night'),
  follow_up: due(submitted, 'follow_up'),
  'follow_up, of another door': due(
    act(
      open({ category: 'account_health' }),
      { type: 'submit', reference: { kind: 'door', text: 'Appeal of Nov 23' } },
      MONDAY,
    ),
    'follow_up',
  ),
  'follow_up after a note': due(chased, 'follow_up'),
  'follow_up on the promised date': due(reply('holding', submitted.now + 6 * DAY), 'follow_up'),
  note_due: due(checked, 'note_due'),
  person_decides: due(chasedTwice, 'person_decides'),
  escalation: due(submitted, 'escalation'),
  'escalation, red': due(
    act(open({ category: 'a_to_z' }), { type: 'submit', reference: CASE_ID }, MONDAY),
    'escalation',
  ),
  stale_action: due(needsUs, 'stale_action'),
  close_out: due(solved, 'close_out'),
  'deadline, 72 hours': due(pressed, 'deadline'),
  'deadline, 1 hour, ready': due(act(pressed, { type: 'make_ready' }, FRIDAY + HOUR), 'deadline', 4),
  'deadline, passed': due(pressed, 'deadline', 5),
  'deadline, by default': due(
    open({ category: 'account_health', deadline: { at: FRIDAY + 7 * DAY, source: 'team_default' } }),
    'deadline',
    2,
  ),
  snooze_over: due(
    act(
      preparing,
      { type: 'snooze', until: FRIDAY + 4 * DAY, why: 'The supplier sends the invoice on Monday.' },
      FRIDAY + HOUR,
    ),
    'snooze_over',
  ),
};

export { LI, WANG, ZHAO };
