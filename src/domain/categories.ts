import type { SubjectKind } from './identifiers.ts';
import { DAY, type Duration, HOUR } from './time.ts';

/**
 * The kinds of problem (domain.md 4) in the order in which a person is shown them, and where each really goes.
 * Source tags: A Amazon, M Amazon quoted elsewhere, C vendors and practitioners, P practice, S the article.
 */
export type CategoryKey =
  | ('account_health' | 'listing_removed' | 'product_safety' | 'ip_complaint' | 'featured_offer')
  | ('advertising' | 'brand_registry' | 'a_to_z' | 'fba_lost_damaged' | 'fba_return' | 'fba_removal')
  | ('inbound_shortage' | 'stranded_inventory' | 'gating' | 'fees_dimensions' | 'hazmat' | 'verification')
  | ('funds_on_hold' | 'feedback_review' | 'performance_notice' | 'other');

/** Where a problem goes at Amazon. Many are not a support case, and opening one there wastes a contact. */
export type Door =
  | 'support_case'
  /** Pricing Health first; a support case only if price, stock and metrics are clean. */
  | 'pricing_health'
  | ('ads_support' | 'brand_registry_support' | 'account_health_appeal' | 'manage_compliance')
  | ('ip_complaints' | 'claim_page' | 'reimbursement_portal' | 'shipment_contents' | 'fix_stranded')
  | ('application' | 'remeasurement' | 'dangerous_goods' | 'verification_page' | 'appeals_address')
  | 'feedback_manager';

/** The longest that Amazon is expected to take: the upper bound of the table's range. */
export interface Expected {
  readonly atMost: { readonly hours: number } | { readonly days: number } | { readonly businessDays: number };
}

/**
 * Amazon's own time limit. `byDefault` (ms from the day the case is opened) is what is assumed until a person
 * enters the date; null where only the notice or the page can tell, so the field is shown empty.
 */
export interface AmazonClock {
  readonly byDefault: Duration | null;
  readonly source: 'team_default' | 'amazon_page';
}

export type EvidenceKey =
  | ('notice' | 'poa' | 'invoice' | 'compliance_documents' | 'cpc' | 'test_report')
  | ('authorisation' | 'trademark_certificate' | 'asin' | 'sku' | 'date_lost' | 'price_history')
  | ('campaign_id' | 'invoice_number' | 'charge_dates' | 'charge_amounts' | 'trademark_number')
  | ('exact_mark' | 'mark_photo' | 'order_id' | 'proof_of_delivery' | 'fnsku' | 'ledger_lines')
  | ('removal_id' | 'shipment_id' | 'asin_or_sku' | 'measured_photo' | 'transactions' | 'sds')
  | ('bill' | 'settlement_ids' | 'any_identifier');

/** Something to have ready before submitting. `maxAgeDays` limits how old the document may be. */
export interface EvidenceNeed {
  readonly key: EvidenceKey;
  readonly required: boolean;
  readonly maxAgeDays?: number;
}

export type AttachmentFormat = 'PDF' | 'PNG' | 'JPG';

export interface Category {
  readonly key: CategoryKey;
  readonly door: Door;
  /** What a case of this kind is unique in: its subjects, or the store where there is nothing narrower. */
  readonly claims: 'subject' | 'store';
  /** Null where nothing is known. */
  readonly expectedAnswer: Expected | null;
  /** Null where Amazon sets no limit. */
  readonly clock: AmazonClock | null;
  readonly evidence: readonly EvidenceNeed[];
  /** What is expected in the field *Identifiers*, the most usual first. Others are accepted too. */
  readonly identifiers: readonly SubjectKind[];
  /** Formats that the door accepts; none where its form has no attachments. */
  readonly attachments: readonly AttachmentFormat[];
}

/** Standard support: 24–72 h (M/C). */
const SUPPORT: Expected = { atMost: { hours: 72 } };
/** Compliance documents: 10–15 business days (A). */
const COMPLIANCE: Expected = { atMost: { businessDays: 15 } };
/** Appeals: 48 h to two weeks. */
const APPEAL: Expected = { atMost: { days: 14 } };
const TWO_BUSINESS_DAYS: Expected = { atMost: { businessDays: 2 } };

/** The notice states its own period; seven days is the article's rule (S), shown as *team default*. */
const SEVEN_DAYS: AmazonClock = { byDefault: 7 * DAY, source: 'team_default' };
/** A limit exists, but it counts from something that only a person can see. */
const TO_BE_ENTERED: AmazonClock = { byDefault: null, source: 'amazon_page' };

const USUAL: readonly AttachmentFormat[] = ['PDF', 'PNG'];
/** IP appeals take images only (A/M). */
const IMAGES: readonly AttachmentFormat[] = ['PNG', 'JPG'];

const required = (...keys: EvidenceKey[]): EvidenceNeed[] => keys.map((key) => ({ key, required: true }));

/** What most categories have in common; each names only where it differs. */
const usual = <Key extends CategoryKey>(key: Key) =>
  ({ key, claims: 'subject', expectedAnswer: SUPPORT, clock: null, attachments: USUAL }) as const;

/** The catalogue, in order. */
export const CATEGORIES: { readonly [Key in CategoryKey]: Category & { readonly key: Key } } = {
  account_health: {
    ...usual('account_health'),
    door: 'account_health_appeal',
    claims: 'store',
    expectedAnswer: APPEAL,
    clock: SEVEN_DAYS,
    evidence: [...required('notice', 'poa'), { key: 'invoice', required: false, maxAgeDays: 365 }],
    identifiers: [],
  },
  listing_removed: {
    ...usual('listing_removed'),
    door: 'manage_compliance',
    expectedAnswer: COMPLIANCE,
    clock: TO_BE_ENTERED, // about 30 days
    evidence: required('asin', 'compliance_documents'),
    identifiers: ['asin', 'sku'],
  },
  product_safety: {
    ...usual('product_safety'),
    door: 'manage_compliance',
    expectedAnswer: COMPLIANCE,
    evidence: required('cpc', 'test_report'),
    // The table names none, but the documents are about one product, and a store has many.
    identifiers: ['asin', 'sku'],
  },
  ip_complaint: {
    ...usual('ip_complaint'),
    door: 'ip_complaints',
    expectedAnswer: null,
    evidence: required('authorisation', 'trademark_certificate'),
    identifiers: ['asin', 'complaint', 'trademark'],
    attachments: IMAGES,
  },
  featured_offer: {
    ...usual('featured_offer'),
    door: 'pricing_health',
    evidence: required('asin', 'sku', 'date_lost', 'price_history'),
    identifiers: ['asin', 'sku'],
  },
  advertising: {
    ...usual('advertising'),
    door: 'ads_support', // not before the charge + 72 h (A)
    evidence: required('campaign_id', 'invoice_number', 'charge_dates', 'charge_amounts'),
    identifiers: ['campaign'],
  },
  brand_registry: {
    ...usual('brand_registry'),
    door: 'brand_registry_support',
    evidence: required('trademark_number', 'exact_mark', 'mark_photo'),
    identifiers: ['trademark'],
  },
  a_to_z: {
    ...usual('a_to_z'),
    door: 'claim_page',
    expectedAnswer: null,
    clock: { byDefault: 48 * HOUR, source: 'amazon_page' }, // for information (A); the appeal has 30 days
    evidence: required('order_id', 'proof_of_delivery'),
    identifiers: ['order'],
    attachments: [],
  },
  fba_lost_damaged: {
    ...usual('fba_lost_damaged'),
    door: 'reimbursement_portal',
    clock: TO_BE_ENTERED, // 60 days (A)
    evidence: required('fnsku', 'invoice', 'ledger_lines'),
    identifiers: ['fnsku', 'asin', 'sku'],
  },
  fba_return: {
    ...usual('fba_return'),
    door: 'reimbursement_portal',
    clock: TO_BE_ENTERED, // day 60 to 120 after the refund (A)
    evidence: required('order_id'),
    identifiers: ['order'],
  },
  fba_removal: {
    ...usual('fba_removal'),
    door: 'reimbursement_portal',
    clock: TO_BE_ENTERED, // in transit day 15 to 75, else 60 days (A/M)
    evidence: required('removal_id'),
    identifiers: ['removal'],
  },
  inbound_shortage: {
    ...usual('inbound_shortage'),
    door: 'shipment_contents',
    clock: TO_BE_ENTERED, // 9 months (A, JP), 6 on a European page: the shorter counts
    evidence: required('shipment_id', 'invoice', 'proof_of_delivery'),
    identifiers: ['shipment'],
  },
  stranded_inventory: {
    ...usual('stranded_inventory'),
    door: 'fix_stranded',
    clock: TO_BE_ENTERED, // 30, 60 or 180 days by reason (A)
    evidence: required('asin_or_sku'),
    identifiers: ['asin', 'sku'],
  },
  gating: {
    ...usual('gating'),
    door: 'application', // the same one again, never a second (A)
    expectedAnswer: null,
    evidence: [
      { key: 'invoice', required: true, maxAgeDays: 180 },
      { key: 'authorisation', required: false },
    ], // the invoice shows 10 units or more
    // The brand or category applied for; a claim on the store would allow one application at a time.
    identifiers: ['other', 'asin'],
  },
  fees_dimensions: {
    ...usual('fees_dimensions'),
    door: 'remeasurement',
    clock: TO_BE_ENTERED, // 90 days from the charge, one claim per charge (A)
    evidence: required('fnsku', 'measured_photo', 'transactions'),
    identifiers: ['fnsku', 'asin', 'sku'],
  },
  hazmat: {
    ...usual('hazmat'),
    door: 'dangerous_goods',
    expectedAnswer: TWO_BUSINESS_DAYS, // (A)
    clock: TO_BE_ENTERED, // 14 business days if stock is in a warehouse (A)
    evidence: [{ key: 'sds', required: true, maxAgeDays: 5 * 365 }],
    identifiers: ['asin', 'sku'],
  },
  verification: {
    ...usual('verification'),
    door: 'verification_page',
    claims: 'store',
    expectedAnswer: TWO_BUSINESS_DAYS,
    clock: TO_BE_ENTERED, // INFORM Consumers Act: 10 days
    evidence: [{ key: 'bill', required: true, maxAgeDays: 90 }], // full page, unmarked, no screenshot
    identifiers: [],
  },
  funds_on_hold: {
    ...usual('funds_on_hold'),
    door: 'appeals_address', // a reserve of DD+7 is normal; after deactivation 90 days first
    expectedAnswer: null,
    clock: TO_BE_ENTERED, // 90 days
    evidence: required('settlement_ids'),
    identifiers: ['settlement'],
  },
  feedback_review: {
    ...usual('feedback_review'),
    door: 'feedback_manager',
    expectedAnswer: null,
    clock: TO_BE_ENTERED, // 90 days
    evidence: required('order_id'),
    identifiers: ['order', 'asin'],
  },
  performance_notice: {
    ...usual('performance_notice'),
    door: 'account_health_appeal',
    claims: 'store',
    expectedAnswer: APPEAL,
    clock: SEVEN_DAYS,
    evidence: required('notice', 'poa'),
    identifiers: [],
  },
  other: {
    ...usual('other'),
    door: 'support_case',
    evidence: required('any_identifier'),
    identifiers: ['asin', 'sku', 'order', 'other'],
  },
};

/** Every key, in the order of the catalogue. */
export const CATEGORY_KEYS: readonly CategoryKey[] = Object.keys(CATEGORIES).filter(isCategory);

export function isCategory(raw: string): raw is CategoryKey {
  return Object.hasOwn(CATEGORIES, raw);
}

/**
 * Whether people at Amazon's support answer here, under a Case ID, so that the hour of submission matters.
 * Besides support itself: Pricing Health, where what is submitted in the end is a support case, and the
 * support teams of Ads and Brand Registry, which answer cases like support does (24–72 h). Claims, appeals,
 * portals and applications have queues of their own, for which no best hour is known; they are submitted at
 * once, even though some of them (reimbursements, shipment contents) may return a Case ID.
 */
export function isSupportCase(door: Door): boolean {
  return SUPPORT_DOORS.includes(door);
}

const SUPPORT_DOORS: readonly Door[] = [
  'support_case',
  'pricing_health',
  'ads_support',
  'brand_registry_support',
];
