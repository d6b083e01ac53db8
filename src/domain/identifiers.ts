/** What a case can be about. `other` is a reference that only the team understands, such as a brand name. */
export type SubjectKind =
  | ('asin' | 'fnsku' | 'sku' | 'order' | 'shipment' | 'removal')
  | ('settlement' | 'campaign' | 'trademark' | 'complaint' | 'reimbursement' | 'case_id' | 'other');

export interface Subject {
  readonly kind: SubjectKind;
  readonly value: string;
}

export const MAX_SUBJECTS = 200;
export const MAX_SUBJECT_LENGTH = 60;

/** A line of the field *Identifiers* that can't be taken as it stands. `line` counts from 1. */
export interface IdentifierProblem {
  readonly line: number;
  /** What was typed there, at most 80 characters of it. */
  readonly text: string;
  readonly reason: 'ambiguous_case_id' | 'too_long' | 'not_an_identifier' | 'too_many';
}

/** How people announce what a number is, by kind; any of them may be followed by *ID*, *no.*, 编号 … */
const LABELS: readonly (readonly [SubjectKind, string])[] = [
  ['asin', 'child asin|parent asin|asin|子体|父体'],
  ['fnsku', 'fnsku'],
  ['sku', 'seller sku|merchant sku|msku|sku'],
  ['removal', 'removal order|removal|移除订单|移除'],
  ['order', 'amazon order|order|订单'],
  ['shipment', 'fba shipment|shipment|货件'],
  ['settlement', 'settlement|结算'],
  ['campaign', 'campaign|广告活动'],
  ['trademark', 'trademark registration|trademark|registration|serial|商标注册|商标|注册'],
  ['complaint', 'complaint|投诉'],
  ['reimbursement', 'reimbursement|赔偿|赔付'],
  ['case_id', 'case|案件|案例|工单'],
];
const LABEL_SUFFIX = 'ids?|no\\.?|numbers?|编号|号码|号';

const KIND_OF_LABEL = new Map(
  LABELS.flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)),
);
const WORDS = [...KIND_OF_LABEL.keys()].sort((a, b) => b.length - a.length).join('|');
/** A label: its word, and the sign, if any, after it. Gaps are bounded, or a page of spaces took minutes. */
export const LABEL = new RegExp(
  `(?<![0-9A-Za-z])(?<word>${WORDS})[\\s_]{0,3}(?:${LABEL_SUFFIX})?(?<![A-Za-z](?=[A-Za-z]))` +
    '\\s{0,3}(?<sign>[:=#]|是|为)?\\s{0,3}#?',
  'iu',
);
/** A run of letters and digits with inner hyphens: an identifier is never a part of one. */
export const TOKEN = /(?<![0-9A-Za-z_])[0-9A-Za-z]+(?:[-_][0-9A-Za-z]+)*(?![0-9A-Za-z_])/g;

/** Kinds whose values are bare digits, so that only a label or the category tells them from a Case ID. */
const DIGITS: { readonly [Kind in SubjectKind]?: RegExp } = {
  trademark: /^\d{7,8}$/,
  settlement: /^\d{9,15}$/,
  complaint: /^\d{9,15}$/,
  reimbursement: /^\d{9,15}$/,
  campaign: /^\d{9,20}$/,
  case_id: /^\d{10,12}$/,
};
/** The looser forms that are believed only after a label (P): European marks, order-like removals … */
const LABELLED: { readonly [Kind in SubjectKind]?: RegExp } = {
  trademark: /^(?=.*\d)[0-9A-Z-]{5,15}$/i,
  settlement: /^\d{6,20}$/,
  complaint: /^\d{6,20}$/,
  reimbursement: /^\d{6,20}$/,
  campaign: /^(?=.*\d)[0-9A-Z_-]{4,40}$/i,
  removal: /^(?=.*\d)[0-9A-Z_-]{3,40}$/i,
  sku: /^\S(?:.{0,58}\S)?$/u,
  other: /^\S(?:.{0,58}\S)?$/u,
};

/**
 * Prose as it is kept: without what a database refuses or a reader can't see (NUL and other controls, lone
 * surrogates, zero-width and direction marks). The joiner that holds an emoji together stays.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '')
    .replace(/[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '')
    .replace(/(?<!\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D/gu, '');
}

/** Full-width signs, odd dashes and spaces as plain ones; every character keeps its place. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00A0\u3000]/g, ' ');
}

/** Text in which only identifiers matter: NFKC would disfigure prose. */
function cleanIdentifiers(raw: string): string {
  return foldWidth(cleanText(raw).replaceAll('\u200D', '').normalize('NFKC'));
}

/** The canonical key under which a subject is claimed, such as `asin:B0ABC12345`. */
export function subjectKey({ kind, value }: Subject): string {
  return `${kind}:${cleanIdentifiers(value).replace(/\s+/g, ' ').trim().toUpperCase()}`;
}

/** What a whole token is by its form alone (domain.md 3), or null. A bare 10-digit number never is. */
export function subjectOf(token: string): Subject | null {
  const value = token.toUpperCase();
  if (/^\d{17}$/.test(value)) return { kind: 'order', value: value.replace(/^(...)(.{7})/, '$1-$2-') };
  if (/^\d{3}-\d{7}-\d{7}$/.test(value)) return { kind: 'order', value };
  if (/^X0[0-9A-Z]{8}$/.test(value)) return { kind: 'fnsku', value };
  // BASKETBALL and FBAINVENTORY have the form but no digit; Bluetooth5 has one: small letters need it in front.
  const typedInCapitals = token === value;
  const isAsin = /^B(?=.*\d)[0-9A-Z]{9}$/.test(value) && (typedInCapitals || value.startsWith('B0'));
  if (isAsin || (value.endsWith('X') && isIsbn10(value))) return { kind: 'asin', value };
  const shipment = /^(FBA[0-9A-Z]{8,9}?)(?:-?U\d{6})?$/.exec(value)?.[1];
  const isShipment = shipment && /\d/.test(shipment) && (typedInCapitals || /^FBA\d/.test(value));
  return isShipment ? { kind: 'shipment', value: shipment } : null;
}

/** A value whose kind a label or a heading has told, or null if it can't be one. */
export function subjectAs(kind: SubjectKind, raw: string): Subject | null {
  const value = raw.trim();
  const byForm = subjectOf(value);
  // An FNSKU may be the ASIN itself, and a removal may have an order's form.
  if (kind === 'fnsku') return byForm?.kind === 'fnsku' || byForm?.kind === 'asin' ? byForm : null;
  if (kind === 'asin' && isIsbn10(value.toUpperCase())) return { kind, value: value.toUpperCase() };
  if (kind === 'asin' || kind === 'order' || kind === 'shipment')
    return byForm?.kind === kind ? byForm : null;
  return (LABELLED[kind] ?? DIGITS[kind])?.test(value) ? { kind, value } : null;
}

/** Whether the check digit (mod 11) of an ISBN-10 is right. Capitals only. */
function isIsbn10(value: string): boolean {
  if (!/^\d{9}[\dX]$/.test(value)) return false;
  const sum = [...value].reduce((total, c, i) => total + (10 - i) * (c === 'X' ? 10 : Number(c)), 0);
  return sum % 11 === 0;
}

/** The kind that a label's word announces, in any case, or null for other words. */
export const kindOfLabel = (word: string): SubjectKind | null =>
  KIND_OF_LABEL.get(word.toLowerCase()) ?? null;

/** The label that starts the text, if what follows is its value, and that value. */
export function readLabel(text: string): { kind: SubjectKind; value: string } | null {
  const match = LABEL.exec(text);
  const kind = kindOfLabel(match?.groups?.['word'] ?? '');
  if (!match || match.index > 0 || !kind) return null;
  const value = text.slice(match[0].length).trim();
  // "Order fulfilment" and "SKU-001" are no labels; "Order 112-…", "订单112-…" and "Case 12345678901" are.
  const apart = /[\s\p{Script=Han}]#?$/u.test(match[0]);
  const isValue =
    match.groups?.['sign'] || value === '' || (apart && /\d/.test(value) && subjectAs(kind, value));
  return isValue ? { kind, value } : null;
}

/** What a pasted Amazon link names: its Case ID and the subjects of its path, else of its query. */
export function readLink(link: string): Subject[] {
  const [path = '', query = ''] = link.split(/\?(.*)/s);
  const caseId = /case_?id(?:=|%3D)(\d{10,12})(?!\d)/i.exec(query)?.[1];
  const isbn = /\/(?:dp|gp\/product)\/(\d{9}[\dX])(?![0-9A-Z])/i.exec(path)?.[1];
  const named = [
    caseId ? subjectAs('case_id', caseId) : null,
    isbn ? subjectAs('asin', isbn) : null,
    ...subjectsIn(path),
  ].filter((subject) => subject !== null);
  return named.length > 0 ? named : subjectsIn(query);
}

/**
 * Reads the field *Identifiers*: one to a line, or several with commas, semicolons or spaces between. A label
 * (`ASIN: …`) or a heading on a line of its own says what follows; `expected`, the category's kinds, tells
 * bare numbers apart. A 10 to 12-digit number that nothing explains is not guessed at: it may be a Case ID.
 */
export function parseIdentifiers(
  raw: string,
  expected: readonly SubjectKind[] = [],
): { subjects: Subject[]; problems: IdentifierProblem[] } {
  const found = new Map<string, Subject>();
  const problems: IdentifierProblem[] = [];
  for (const { line, reading } of readLines(cleanIdentifiers(raw).trimEnd().split('\n'), expected)) {
    if ('reason' in reading) problems.push({ line, ...reading });
    else if (found.size < MAX_SUBJECTS || found.has(subjectKey(reading)))
      found.set(subjectKey(reading), reading);
    else {
      problems.push({ line, text: reading.value, reason: 'too_many' });
      break;
    }
  }
  return { subjects: [...found.values()], problems };
}

type Unread = Pick<IdentifierProblem, 'text' | 'reason'>;
type Reading = Subject | Unread;

const unread = (text: string, reason: Unread['reason']): Unread => ({
  text: [...text.trim()].slice(0, 80).join(''),
  reason,
});

function readLines(lines: readonly string[], expected: readonly SubjectKind[]) {
  let heading: SubjectKind | null = null;
  return lines.flatMap((line, index) => {
    const label = readLabel(line.trim());
    if (label?.value !== '' || index === lines.length - 1)
      return readLine(line.trim(), heading, expected).map((reading) => ({ line: index + 1, reading }));
    heading = label.kind;
    return [];
  });
}

function readLine(text: string, heading: SubjectKind | null, expected: readonly SubjectKind[]): Reading[] {
  let kind = heading;
  const pieces = text.split(/[,、;|\t]/).map((piece) => piece.trim());
  const readings = pieces.filter(Boolean).map((piece) => {
    const label = readLabel(piece);
    kind = label?.kind ?? kind;
    const read = readPiece(label?.value ?? piece, kind, expected);
    const isRead = read?.every((reading) => !('reason' in reading));
    return { piece, read: label && !isRead ? [unread(piece, 'not_an_identifier')] : read };
  });
  const asSku = (piece: string) => /^(?=.*\d)(?=.*\D)\S{4,40}$/.test(piece);
  // "Blue widget, large" is one reference; beside identifiers, only what looks like a SKU is believed.
  if (readings.every(({ piece, read }) => !read && (readings.length === 1 || !asSku(piece))))
    return text ? [readReference(text, expected)] : [];
  return readings.flatMap(({ piece, read }) => {
    if (read) return read;
    return asSku(piece) ? [readReference(piece, expected)] : [unread(piece, 'not_an_identifier')];
  });
}

/** A piece of a line without its label; null if it holds nothing that its form, label or category explains. */
function readPiece(
  text: string,
  kind: SubjectKind | null,
  expected: readonly SubjectKind[],
): Reading[] | null {
  const whole = kind && subjectAs(kind, text);
  if (whole) return [whole];
  const words = text.split(/\s+/).filter(Boolean);
  const read = words.map((word) => (kind && subjectAs(kind, word)) ?? readWord(word, expected));
  if (!read.includes(null)) return read.filter((reading) => reading !== null).flat();
  // Identifiers inside other words are found, but what the words mean is for the person to say.
  const inside = subjectsIn(text);
  return inside.length > 0 ? [...inside, unread(text, 'not_an_identifier')] : null;
}

function readWord(word: string, expected: readonly SubjectKind[]): Reading[] | null {
  if (/^<?https?:/i.test(word)) {
    const named = readLink(word);
    return named.length > 0 ? named : [unread(word, 'not_an_identifier')];
  }
  const subject = subjectOf(word) ?? (word.startsWith('#') ? subjectAs('case_id', word.slice(1)) : null);
  if (subject) return [subject];
  const kind = expected.find((candidate) => DIGITS[candidate]?.test(word));
  if (kind) return [{ kind, value: word }];
  return DIGITS.case_id?.test(word) ? [unread(word, 'ambiguous_case_id')] : null;
}

/** Anything short that is not a sentence may be a SKU, or a reference of the team's own. */
function readReference(text: string, expected: readonly SubjectKind[]): Reading {
  const words = text.split(/\s+/);
  const isSentence =
    /[。！？!?]/.test(text) ||
    words.length > 5 ||
    (words.length > 3 && /\.(\s|$)/.test(text)) ||
    (text.match(/\p{Script=Han}/gu) ?? []).length > 15;
  if (isSentence) return unread(text, 'not_an_identifier');
  if ([...text].length > MAX_SUBJECT_LENGTH) return unread(text, 'too_long');
  const likely = expected.find((kind) => subjectAs(kind, text)) ?? 'sku';
  return { kind: words.length > 1 ? 'other' : likely, value: words.join(' ') };
}

export type ParsedCaseId =
  | { readonly kind: 'case_id'; readonly id: string }
  | { readonly kind: 'problem'; readonly reason: 'none' | 'several' | 'looks_like_order' | 'wrong_length' };

const CALLED_CASE =
  /(?<![A-Za-z])(?:case|案件|案例|工单)[\s_]{0,3}(?:id|no\.?|number|编号|号码|号)?(?:%3D|[\s:=#是为]|is){0,6}(\d[\d-]{4,})/gi;
/** Not the tail of +1 206…, of a price, or of a longer number with hyphens. */
const BARE_NUMBER = /(?<![0-9A-Za-z_+.]|\d-)(\d[\d-]*)(?![0-9A-Za-z_]|\.\d)/g;

/**
 * Finds the Case ID in whatever was pasted: the number, `#…`, `Case ID: …`, a link, the subject of a mail
 * (domain.md 2). Numbers that the text calls a case's win over any others.
 */
export function parseCaseId(raw: string): ParsedCaseId {
  const text = cleanIdentifiers(raw);
  const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const called = found(CALLED_CASE);
  const numbers = called.length > 0 ? called : found(BARE_NUMBER);
  const [id, ...others] = numbers.filter((number) => /^\d{10,12}$/.test(number));
  if (id) return others.length === 0 ? { kind: 'case_id', id } : { kind: 'problem', reason: 'several' };
  const isOrder = numbers.some((number) => subjectOf(number)?.kind === 'order');
  const isLong = numbers.some((number) => number.length > 4);
  return { kind: 'problem', reason: isOrder ? 'looks_like_order' : isLong ? 'wrong_length' : 'none' };
}

/** The subjects that the text names by their form alone. */
function subjectsIn(text: string): Subject[] {
  return (text.match(TOKEN) ?? []).map(subjectOf).filter((subject) => subject !== null);
}
