import { CATEGORY_KEYS, type CategoryKey } from './categories.ts';
import {
  cleanText,
  foldWidth,
  kindOfLabel,
  LABEL,
  readLink,
  type Subject,
  subjectAs,
  subjectKey,
  subjectOf,
  TOKEN,
} from './identifiers.ts';
import { MARKETPLACE_CODES, MARKETPLACES, type MarketplaceCode, marketplacesOfHost } from './marketplaces.ts';
import {
  CATEGORY_WORDS,
  CODES_IN_SMALL,
  CODES_LIKE_WORDS,
  NO_MARKETPLACE,
  STORE_WORDS,
} from './vocabulary.ts';

/** What free text says about a case. Null where it says nothing, or may mean several things. */
export interface Recognised {
  /** Without Case IDs. */
  readonly subjects: Subject[];
  readonly marketplace: MarketplaceCode | null;
  readonly category: CategoryKey | null;
  readonly caseId: string | null;
  /** The text without what was recognised at its start and end; a sentence in between is left whole. */
  readonly rest: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Found<T> extends Span {
  readonly what: T;
}

/** Words further down say little about the category; Slack's own limit for a command is about this. */
const MOST_READ = 4_000;

/** Reads the free text of `/case open …`: identifiers, links, words for marketplace and category. */
export function recognise(raw: string): Recognised {
  const text = cleanText(raw).trim();
  const folded = foldWidth(text);
  const links = findLinks(folded);
  const unlinked = blank(folded, links);
  const labelled = findLabelled(unlinked);
  const numbers = [...labelled, ...findByForm(blank(unlinked, labelled))].toSorted(inOrder);
  const words = blank(unlinked, numbers);

  const named = distinct([...links.flatMap(({ what }) => what.subjects), ...numbers.map(({ what }) => what)]);
  const caseIds = named.filter(({ kind }) => kind === 'case_id').map(({ value }) => value);
  const caseId = caseIds.length === 1 ? (caseIds[0] ?? null) : null;
  const { marketplace, said } = findMarketplace(words, links);
  const taken = [
    ...links.filter(({ what }) => what.subjects.some(({ kind }) => kind !== 'case_id' || caseId)),
    ...numbers.filter(({ what }) => what.kind !== 'case_id' || caseId),
    ...said,
  ];
  return {
    subjects: named.filter(({ kind }) => kind !== 'case_id'),
    marketplace,
    category: findCategory(words.slice(0, MOST_READ)),
    caseId,
    rest: trimEdges(text, taken),
  };
}

interface Link {
  readonly subjects: Subject[];
  readonly marketplaces: readonly MarketplaceCode[];
}

/** All links, so that nothing else is read inside them; only Amazon's say anything. Slack's are `<…|…>`. */
function findLinks(text: string): Found<Link>[] {
  const pattern =
    /<(?<slack>https?:\/\/[^<>|]+)(?:\|[^<>]*)?>|(?<plain>(?:https?:\/\/|(?<![\w@.-])(?:[\w-]+\.)*amazon\.[a-z])[^\s<>|"',;，。、；）（【】\p{Script=Han}]+)/giu;
  return [...text.matchAll(pattern)].map((match) => {
    const link = match.groups?.['slack'] ?? match.groups?.['plain'] ?? '';
    const host = /^(?:https?:\/\/)?([^/:?#]+)/i.exec(link)?.[1]?.replace(/\.$/, '') ?? '';
    const marketplaces = marketplacesOfHost(host);
    return found(match, { marketplaces, subjects: marketplaces.length > 0 ? readLink(link) : [] });
  });
}

/** `ASIN: …`, `订单号…`, `#` with 10 to 12 digits; and a text that is nothing but one such number. */
function findLabelled(text: string): Found<Subject>[] {
  const hashed = /(?<![0-9A-Za-z#&])#(\d{10,12})(?![0-9A-Za-z-])|^(\d{10,12})$/g;
  const label = new RegExp(`${LABEL.source}(?<value>[0-9A-Za-z]+(?:[-_.][0-9A-Za-z]+)*)`, 'giu');
  const cases = [...text.matchAll(hashed)].map((match) => {
    return { match, subject: subjectAs('case_id', match[1] ?? match[2] ?? '') };
  });
  const others = [...text.matchAll(label)].map((match) => {
    const { word = '', sign = '', value = '' } = match.groups ?? {};
    const kind = kindOfLabel(word);
    // "Removal 120 units" is not about a removal 120, nor "SKU-1 …" about a 1.
    const isSaid = /[:=#]/.test(sign) || (value.length > 5 && /\d/.test(value));
    return { match, subject: kind && isSaid ? subjectAs(kind, value) : null };
  });
  return [...others, ...cases].flatMap(({ match, subject }) => (subject ? [found(match, subject)] : []));
}

function findByForm(text: string): Found<Subject>[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const subject = subjectOf(match[0]);
    return subject ? [found(match, subject)] : [];
  });
}

/** Names and codes in small letters, with the marketplace that each means; null for those that mean none. */
const CALLED = new Map<string, { code: MarketplaceCode | null; as: 'code' | 'name' | 'adjective' }>();
for (const code of MARKETPLACE_CODES) {
  CALLED.set(code.toLowerCase(), { code, as: 'code' });
  for (const name of MARKETPLACES[code].names) CALLED.set(name, { code, as: 'name' });
  for (const adjective of MARKETPLACES[code].adjectives) CALLED.set(adjective, { code, as: 'adjective' });
}
for (const name of NO_MARKETPLACE) CALLED.set(name, { code: null, as: 'name' });

const ALTERNATIVES = [...CALLED.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('.', '\\.'));
const isHan = (text: string) => /\p{Script=Han}/u.test(text);
const EDGE = `(?![0-9A-Za-z_'’@$-]|\\.[a-z])`;
/** A Latin name stands alone, or closes a store's name in letters (`KIN-US`, but not the SKU `A1-US`). */
const SPOKEN = new RegExp(
  `(?<=(?:^|[^0-9A-Za-z_.@$'’-])(?:(?!non-)[A-Za-z]+[-_])?)(?<amazon>amazon )?` +
    `(?<name>${ALTERNATIVES.filter((name) => !isHan(name)).join('|')})` +
    `(?: *(?<zh>${STORE_WORDS.zh})|${EDGE}(?:[ -]*(?<en>${STORE_WORDS.en})${EDGE})?)|` +
    `(?<han>${ALTERNATIVES.filter(isHan).join('|')}) *(?<hanZh>${STORE_WORDS.zh})?`,
  'giu',
);

/**
 * The marketplace that is meant. A link or "US store" outweighs a bare "US" or "美国", which may be about a
 * supplier or a buyer; two of the same weight say nothing. A link of Europe's shared host names six
 * marketplaces, so a word decides between them.
 */
function findMarketplace(text: string, links: readonly Found<Link>[]) {
  const spoken = [...text.matchAll(SPOKEN)].flatMap((match) => readSpoken(match, text));
  const linked = links.map(({ what }) => what.marketplaces).filter((codes) => codes.length > 0);
  const clear = [
    ...spoken.filter(({ what }) => what.isClear).map(({ what }) => what.code),
    ...linked.filter((codes) => codes.length === 1).flat(),
  ];
  const codes = new Set(clear.length > 0 ? clear : spoken.map(({ what }) => what.code));
  const [code] = codes;
  if (!code || codes.size > 1 || !linked.every((candidates) => candidates.includes(code)))
    return { marketplace: null, said: [] };
  return { marketplace: code, said: spoken.filter(({ what }) => what.code === code) };
}

function readSpoken(
  match: RegExpExecArray,
  text: string,
): Found<{ code: MarketplaceCode; isClear: boolean }>[] {
  const { amazon, name, zh, en, han, hanZh } = match.groups ?? {};
  const called = name ?? han ?? '';
  const { code, as } = CALLED.get(called.toLowerCase()) ?? { code: null, as: 'name' };
  const isClear = Boolean(amazon || zh || en || hanZh);
  if (!code || (as === 'adjective' && !isClear)) return [];
  // 新店 and 美店 are words of their own; 美站 is not.
  if (han?.length === 1 && !hanZh?.startsWith('站')) return [];
  if (as === 'code' && !zh && !isCodeMeant(code, called, match, text)) return [];
  return [found(match, { code, isClear })];
}

/** Whether a code is meant as one: "US" is, "contact us" and "PLEASE CONTACT US" are not. */
function isCodeMeant(code: MarketplaceCode, typed: string, match: RegExpExecArray, text: string): boolean {
  if (code === 'US' && match.index === 0) return true;
  if (CODES_LIKE_WORDS.includes(code)) return typed === code && !isShouted(text);
  const isMarked = Boolean(match.groups?.['amazon'] ?? match.groups?.['en']);
  return typed === code || isMarked || CODES_IN_SMALL.includes(code);
}

/** Four words or more, all in capitals, in which capitals no longer set a code apart. */
function isShouted(text: string): boolean {
  return !/[a-z]/.test(text) && (text.match(/[A-Z]{2,}/g) ?? []).length >= 4;
}

const VOCABULARY = CATEGORY_KEYS.flatMap((category) => {
  if (category === 'other') return [];
  const { en, zh } = CATEGORY_WORDS[category];
  const inEnglish = (words = '(?!)') => `(?<![0-9A-Za-z])(?:${words.replaceAll(' ', '[ -]')})(?![0-9A-Za-z])`;
  const pattern = (english?: string, chinese = '(?!)') =>
    new RegExp(`${inEnglish(english)}|${chinese}`, 'giu');
  return [{ category, says: pattern(en.says, zh.says), hints: pattern(en.hints, zh.hints) }];
});

/**
 * The one category that the words name, else the one that they hint at: "shipment" alone hints at a shortage,
 * "late shipment" names something else.
 */
function findCategory(words: string): CategoryKey | null {
  const text = words.replace(/\s+/g, ' ');
  const categoriesBy = (tier: 'says' | 'hints') =>
    VOCABULARY.filter((entry) => text.search(entry[tier]) >= 0).map(({ category }) => category);
  const named = categoriesBy('says');
  const [category, ...others] = named.length > 0 ? named : categoriesBy('hints');
  return category && others.length === 0 ? category : null;
}

/** What stands between a recognised span and the rest: at the start, and at the end. */
const LEADING = /^[\s,，、;；:：|/·-]*/;
const TRAILING = /^[\s,，、;；:：|/·.。-]*$/;
/** "Buy box lost on B0…" keeps its end, or it would read "lost on". */
const PREPOSITION = /(?:^|\s)(?:on|for|of|in|at|to|from|with|about|is|the|our|my)\s*$/i;

/** Cuts recognised spans off both ends of the text, with what joins them to it. */
function trimEdges(text: string, spans: readonly Span[]): string {
  let [from, to] = [0, text.length];
  for (const span of spans.toSorted(inOrder)) {
    const gap = text.slice(from, span.start);
    if (span.start >= from && LEADING.exec(gap)?.[0] === gap) from = span.end;
  }
  for (const span of spans.toSorted((a, b) => b.end - a.end)) {
    const gap = text.slice(span.end, to);
    const before = text.slice(from, Math.max(from, span.start));
    const isLast = span.start >= from && TRAILING.test(gap);
    if (isLast && !PREPOSITION.test(before) && !/[-_]$/.test(before)) to = span.start;
  }
  const left = text.slice(from, Math.max(from, to));
  const headless = from > 0 ? left.replace(LEADING, '') : left;
  return to < text.length ? headless.replace(/[\s,，、;；:：|/-]+$/, '') : headless.trimEnd();
}

const inOrder = (a: Span, b: Span): number => a.start - b.start;

function distinct(subjects: readonly Subject[]): Subject[] {
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()];
}

function found<T>(match: RegExpExecArray, what: T): Found<T> {
  return { what, start: match.index, end: match.index + match[0].length };
}

/** The text with spaces for the spans, so that offsets stay. */
function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
}
