import type { AmazonReference, Case } from './case.ts';
import type { CategoryKey } from './categories.ts';
import type { Stamped } from './events.ts';
import type { Subject, SubjectKind } from './identifiers.ts';
import { localDate } from './local-time.ts';
import { MARKETPLACES } from './marketplaces.ts';
import type { Instant } from './time.ts';

/** English for Amazon: subject and body apart, because its forms ask for them apart. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** How a subject line names the problem and asks for one thing: `<identifier> – <issue> – <request>`. */
const ISSUES: { readonly [Key in CategoryKey]: readonly [issue: string, request: string] } = {
  account_health: ['Account deactivated or at risk', 'Appeal'],
  listing_removed: ['Listing removed', 'Request for reinstatement'],
  product_safety: ['Product safety documents', 'Request for review'],
  ip_complaint: ['Intellectual property complaint', 'Appeal'],
  featured_offer: ['Featured Offer lost', 'Request for review'],
  advertising: ['Advertising charge', 'Request for review'],
  brand_registry: ['Brand Registry', 'Request for assistance'],
  a_to_z: ['A-to-z claim', 'Request for review'],
  fba_lost_damaged: ['FBA inventory lost or damaged', 'Request for reimbursement'],
  fba_return: ['FBA customer return not received', 'Request for reimbursement'],
  fba_removal: ['FBA removal order not received', 'Request for reimbursement'],
  inbound_shortage: ['Inbound shipment shortage', 'Request for reconciliation'],
  stranded_inventory: ['Stranded inventory', 'Request for relisting'],
  gating: ['Selling approval', 'Request for review'],
  fees_dimensions: ['FBA fee based on wrong dimensions', 'Request for remeasurement'],
  hazmat: ['Dangerous goods classification', 'Request for review'],
  verification: ['Account verification', 'Request for review'],
  funds_on_hold: ['Disbursement on hold', 'Request for release'],
  feedback_review: ['Feedback or review', 'Request for removal'],
  performance_notice: ['Performance notice', 'Appeal'],
  other: ['Seller account question', 'Request for assistance'],
};

const KINDS: { readonly [Kind in SubjectKind]: string } = {
  asin: 'ASIN',
  fnsku: 'FNSKU',
  sku: 'SKU',
  order: 'Order ID',
  shipment: 'Shipment ID',
  removal: 'Removal order ID',
  settlement: 'Settlement ID',
  campaign: 'Campaign ID',
  trademark: 'Trademark number',
  complaint: 'Complaint ID',
  reimbursement: 'Reimbursement ID',
  case_id: 'Related case ID',
  other: 'Reference',
};

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** More than this many identifiers are counted rather than listed: the case at Amazon lists them already. */
const LISTED = 10;

/** `November 23, 2026`, on the marketplace's calendar: the date that Amazon's page shows. */
export function dateForAmazon(at: Instant, c: Pick<Case, 'marketplace'>): string {
  const { year, month, day } = localDate(at, MARKETPLACES[c.marketplace].zone);
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}

/** The message for Amazon as its form wants it, or null until somebody wrote one. */
export function copyText(c: Case): Letter | null {
  const message = c.message.trim();
  if (!message) return null;
  const [first = '', ...rest] = message.split('\n');
  const subject = /^\s*subject\s*[:：]\s*(.*\S)/i.exec(first)?.[1];
  const body = rest.join('\n').trim();
  return subject && body ? { subject, body } : { subject: subjectLine(c), body: message };
}

/** Of what follows a submission: it begins with what Amazon calls the case, so that it is found again. */
function subjectOf(c: Case, request: string): string {
  const reference = referenceLine(c.reference);
  const first = reference
    ? capital(reference)
    : (inEnglish(c.subjects)[0]?.value ?? MARKETPLACES[c.marketplace].domain);
  return [first, ISSUES[c.category][0], request].join(' – ');
}

function subjectLine(c: Case): string {
  const [issue, request] = ISSUES[c.category];
  const first = inEnglish(c.subjects)[0];
  return [first ? first.value : MARKETPLACES[c.marketplace].domain, issue, request].join(' – ');
}

/** One polite note to the same case, with one request: never pressure, never a second case. */
export function followUpNote(c: Case, now: Instant): Letter {
  const [issue] = ISSUES[c.category];
  const reference = referenceLine(c.reference);
  const waiting = c.phase.status === 'awaiting_amazon' ? c.phase.waiting : null;
  const submitted = c.phase.status === 'awaiting_amazon' ? c.phase.submitted.at : null;
  const facts = [
    submitted === null ? null : `We submitted our information on ${dateForAmazon(submitted, c)}.`,
    waiting?.basis === 'note' ? `We added our last note on ${dateForAmazon(waiting.from.at, c)}.` : null,
    waiting?.basis === 'holding_answer'
      ? `Thank you for your reply of ${dateForAmazon(waiting.from.at, c)}.`
      : null,
    waiting?.promisedAt && waiting.promisedAt <= now
      ? `We were told that we could expect an answer by ${dateForAmazon(waiting.promisedAt, c)}.`
      : null,
  ].filter((fact) => fact !== null);
  const about = identifierLine(c);
  const body = [
    'Hello,',
    `I am writing about ${reference ?? 'our request'} (${issue}).${about ? `\n${about}` : ''}`,
    facts.join(' '),
    'Could you please let us know the current status of this case?',
    'Thank you for your help.',
  ];
  const subject = subjectOf(c, 'Request for status');
  return { subject, body: body.filter(Boolean).join('\n\n') };
}

/** Everything that a person on the phone, or an account manager, asks for, with one request at its end. */
export function escalationDossier(c: Case, history: readonly Stamped[] = []): Letter {
  const [issue] = ISSUES[c.category];
  const reference = referenceLine(c.reference);
  const store = hasHan(c.store.name) ? '' : `${c.store.name}, `;
  const body = [
    [
      reference ? capital(reference) : null,
      `Store: ${store}${MARKETPLACES[c.marketplace].domain}`,
      `Issue: ${issue}`,
      identifierLine(c),
    ],
    ['Timeline:', ...timeline(c, history).map((line) => `- ${line}`)],
    ['Request: please have the responsible team review this case and reply to it.'],
  ];
  return {
    subject: subjectOf(c, 'Request for review'),
    body: body.map((lines) => lines.filter(Boolean).join('\n')).join('\n\n'),
  };
}

function timeline(c: Case, history: readonly Stamped[]): string[] {
  const told = history.flatMap((event) => {
    const line = timelineOf(event);
    const at = event.type === 'imported' ? event.submittedAt : event.at;
    return line ? [`${dateForAmazon(at, c)}: ${line}`] : [];
  });
  if (told.length > 0) return told;
  if (c.phase.status !== 'awaiting_amazon') return [`${dateForAmazon(c.opened.at, c)}: issue found`];
  const { submitted, waiting } = c.phase;
  const lines = [`${dateForAmazon(submitted.at, c)}: submitted`];
  if (waiting.basis === 'holding_answer')
    lines.push(`${dateForAmazon(waiting.from.at, c)}: Amazon asked us to wait`);
  if (waiting.basis === 'note')
    lines.push(`${dateForAmazon(waiting.from.at, c)}: note ${waiting.notes} added to the case`);
  if (waiting.promisedAt) lines.push(`${dateForAmazon(waiting.promisedAt, c)}: answer promised by Amazon`);
  if (waiting.checked) lines.push(`${dateForAmazon(waiting.checked.at, c)}: checked, no answer yet`);
  return lines;
}

function timelineOf(event: Stamped): string | null {
  switch (event.type) {
    case 'submitted':
      return 'submitted';
    case 'imported':
      return event.status === 'awaiting_amazon' ? 'submitted' : null;
    case 'note_sent':
      return 'note added to the case';
    case 'checked_nothing':
      return 'checked, no answer yet';
    case 'amazon_replied':
      return 'Amazon replied';
    default:
      return null;
  }
}

function referenceLine(reference: AmazonReference | null): string | null {
  if (!reference) return null;
  if (reference.kind === 'case_id') return `case ID ${reference.id}`;
  return hasHan(reference.text) ? null : `reference ${reference.text.trim()}`;
}

/** What Amazon can read: a brand's Chinese name is the team's own reference. */
const inEnglish = (subjects: readonly Subject[]): Subject[] => subjects.filter((s) => !hasHan(s.value));

function identifierLine(c: Case): string | null {
  const listed = inEnglish(c.subjects).slice(0, LISTED);
  if (listed.length === 0) return null;
  const more = c.subjects.length - listed.length;
  const names = listed.map((s) => (s.kind === 'other' ? s.value : `${KINDS[s.kind]} ${s.value}`)).join(', ');
  return `Identifiers: ${names}${more > 0 ? `, and ${more} more listed in the case` : ''}`;
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
