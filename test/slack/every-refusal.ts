import { caseNumber, personId } from '../../src/domain/ids.ts';
import type { Refusal, RefusalCode, Rival } from '../../src/domain/refusals.ts';

const number = caseNumber(42);
const day = (d: number) => ({ year: 2026, month: 10, day: d });
export const LI_NA = personId('U0LINA');
export const RIVAL: Rival = {
  number: caseNumber(7),
  owner: LI_NA,
  status: 'preparing',
  shared: ['B0ABC12345'],
  closedAt: null,
};

/** One of each: a new code without words does not compile here. */
export const EACH: { readonly [Code in RefusalCode]: readonly Extract<Refusal, { code: Code }>[] } = {
  unknown_case: [{ code: 'unknown_case', number: 99 }],
  guest: [{ code: 'guest' }],
  no_channel: [{ code: 'no_channel' }],
  not_lead: [
    { code: 'not_lead', leads: [LI_NA] },
    { code: 'not_lead', leads: [] },
  ],
  not_yours: [
    { code: 'not_yours', number, owner: LI_NA },
    { code: 'not_yours', number, owner: null },
  ],
  already_owned: [{ code: 'already_owned', number, owner: LI_NA }],
  yours_already: [{ code: 'yours_already', number }],
  wrong_status: [
    { code: 'wrong_status', number, status: 'closed', asked: 'take' },
    { code: 'wrong_status', number, status: 'preparing', asked: 'record_reply' },
  ],
  duplicate: [{ code: 'duplicate', rivals: [RIVAL] }],
  recently_closed: [{ code: 'recently_closed', rivals: [{ ...RIVAL, status: 'closed', closedAt: 1 }] }],
  case_id_taken: [{ code: 'case_id_taken', number, caseId: '12345678901' }],
  no_offer: [{ code: 'no_offer', number }],
  offer_for_other: [{ code: 'offer_for_other', number, to: LI_NA }],
  to_oneself: [{ code: 'to_oneself', number }],
  not_a_member: [{ code: 'not_a_member', person: LI_NA }],
  own_review: [{ code: 'own_review', number }],
  not_reviewer: [{ code: 'not_reviewer', number, reviewer: LI_NA }],
  no_message: [{ code: 'no_message', number }],
  empty: [
    { code: 'empty', field: 'text' },
    { code: 'empty', field: 'why' },
    { code: 'empty', field: 'reference' },
  ],
  no_subject: [{ code: 'no_subject' }],
  time_past: [{ code: 'time_past' }],
  time_far: [{ code: 'time_far', days: 90 }],
  dates_unknown: [{ code: 'dates_unknown' }],
  dates_backwards: [{ code: 'dates_backwards' }],
  dates_long: [{ code: 'dates_long' }],
  cover_self: [{ code: 'cover_self' }],
  cover_away: [
    { code: 'cover_away', person: LI_NA, from: day(1), to: day(8) },
    { code: 'cover_away', person: LI_NA, from: day(1), to: null },
  ],
  review_needed: [{ code: 'review_needed', number }],
  too_busy: [{ code: 'too_busy' }],
};
export const ALL: readonly Refusal[] = Object.values(EACH).flat();
