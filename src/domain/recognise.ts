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
  NAME_PREFIX,
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

/** Something recognised between two offsets of the text. */
interface Found<T> {
  readonly what: T;
  readonly start: number;
  readonly end: number;
}

/** Reads the free text of `/case open …`: identifiers, links, words for marketplace and category. */
export function recognise(raw: string): Recognised {
  const text = cleanText(raw).trim();
  const folded = foldWidth(text);
  const links = findLinks(folded);
  const unlinked = blank(folded, links);
  const labelled = findLabelled(unlinked);
  const unlabelled = blank(unlinked, labelled);
  const numbered = [...labelled, ...findByForm(unlabelled)];
  const words = blank(unlabelled, numbered);

  const named = [...links.flatMap(({ what }) => what.subjects), ...numbered.map(({ what }) => what)];
  const caseIds = distinct(named.filter(({ kind }) => kind === 'case_id'));
  const [caseId] = caseIds;
  const { marketplace, said } = findMarketplace(words, links);
  const known = numbered.filter(({ what }) => what.kind !== 'case_id' || caseIds.length === 1);
  const told = links.filter(({ what }) => what.subjects.length > 0);
  return {
    subjects: distinct(named.filter(({ kind }) => kind !== 'case_id')),
    marketplace,
    category: findCategory(words),
    caseId: caseId && caseIds.length === 1 ? caseId.value : null,
    rest: trimEdges(text, [...told, ...known, ...(marketplace ? said : [])]),
  };
}

interface Link {
  readonly subjects: Subject[];
  readonly marketplaces: readonly MarketplaceCode[];
}

/** All links, so that no words are read inside them; only Amazon's say anything. Slack's are in `<…|…>`. */
function findLinks(text: string): Found<Link>[] {
  const pattern = /<(https?:\/\/[^>|]+)[^>]*>|(https?:\/\/[^\s<>|"，。、；（）【】]+)/gi;
  return matches(text, pattern).map(({ what, start, end }) => {
    const link = what[1] ?? what[2] ?? '';
    const host = /^https?:\/\/([^/:?#]+)/i.exec(link)?.[1] ?? '';
    const marketplaces = marketplacesOfHost(host);
    return { what: { marketplaces, subjects: marketplaces.length > 0 ? readLink(link) : [] }, start, end };
  });
}

/** `ASIN: …`, `订单号 …`, `#` and 10 to 12 digits; and a text that is nothing but one such number. */
function findLabelled(text: string): Found<Subject>[] {
  const hashed = matches(text, /(?<![0-9A-Za-z#&])#(\d{10,12})(?![0-9A-Za-z-])|^(\d{10,12})$/g).flatMap(
    (match) => found(match, subjectAs('case_id', match.what[1] ?? match.what[2] ?? '')),
  );
  return matches(text, new RegExp(`${LABEL.source}\\s*(?<value>[0-9A-Za-z]+(?:[-_.][0-9A-Za-z]+)*)`, 'giu'))
    .flatMap((match) => {
      const { word = '', sign = '', value = '' } = match.what.groups ?? {};
      const kind = kindOfLabel(word);
      // "Removal 120 units" is about units, not about removal 120.
      const isNumber = /[:=#]/.test(sign) || (value.length > 5 && /\d/.test(value));
      return found(match, kind && isNumber ? subjectAs(kind, value) : null);
    })
    .concat(hashed);
}

function findByForm(text: string): Found<Subject>[] {
  return matches(text, TOKEN).flatMap((match) => found(match, subjectOf(match.what[0])));
}

/**
 * The marketplace that is meant. A link or "US store" outweighs a bare "US" or "美国", which may be about the
 * supplier or the buyer; what is left over of two is nothing. European links name six marketplaces at once,
 * so a word among them decides.
 */
function findMarketplace(text: string, links: readonly Found<Link>[]) {
  const clear = findCodes(text, clearlySaid);
  const plain = findCodes(text, plainlySaid);
  const linked = links.map(({ what }) => what.marketplaces).filter((codes) => codes.length > 0);
  const certain = new Set([...clear.map(({ what }) => what), ...linked.filter(isOne).flat()]);
  const codes = [...(certain.size > 0 ? certain : new Set(plain.map(({ what }) => what)))];
  const [code] = codes;
  const fits = code && codes.length === 1 && linked.every((candidates) => candidates.includes(code));
  return { marketplace: fits ? code : null, said: [...clear, ...plain].filter(({ what }) => what === code) };
}

const isOne = (codes: readonly MarketplaceCode[]) => codes.length === 1;

function findCodes(text: string, said: (code: MarketplaceCode, text: string) => RegExp[]) {
  return MARKETPLACE_CODES.flatMap((code) =>
    said(code, text).flatMap((pattern) => matches(text, pattern).map((match) => ({ ...match, what: code }))),
  );
}

function clearlySaid(code: MarketplaceCode): RegExp[] {
  const { names, adjectives, domain } = MARKETPLACES[code];
  const called = [...names, ...adjectives];
  const anyCase = CODES_LIKE_WORDS.includes(code) ? [] : [code];
  const store = `(?:[ -]*(?:${STORE_WORDS.en})${EDGE}|[ -]*(?:${STORE_WORDS.zh}))`;
  return [
    new RegExp(`${LATIN_START}(?:${alternatives([...anyCase, ...called.filter(isLatin)])})${store}`, 'giu'),
    new RegExp(`${LATIN_START}${code}${store}`, 'gu'),
    new RegExp(`${LATIN_START}${code} *(?:${STORE_WORDS.zh})`, 'giu'),
    new RegExp(`(?:${alternatives(called.filter((name) => !isLatin(name)))}) *(?:${STORE_WORDS.zh})`, 'gu'),
    new RegExp(`${LATIN_START}amazon (?:${alternatives(anyCase)})${EDGE}`, 'giu'),
    new RegExp(`${LATIN_START}Amazon ${code}${EDGE}`, 'gu'),
    new RegExp(`(?<![0-9A-Za-z@-])(?:www\\.)?${alternatives([domain])}(?![0-9A-Za-z-]|\\.[A-Za-z])`, 'giu'),
  ];
}

function plainlySaid(code: MarketplaceCode, text: string): RegExp[] {
  const { names } = MARKETPLACES[code];
  const patterns = [
    new RegExp(`${LATIN_START}(?:${alternatives(names.filter(isLatin))})${EDGE}`, 'giu'),
    new RegExp(alternatives(names.filter((name) => !isLatin(name))), 'gu'),
  ];
  return patterns;
}
