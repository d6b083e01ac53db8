import { cleanText, foldWidth } from '../identifiers.ts';
import { MARKETPLACE_CODES, MARKETPLACES, type MarketplaceCode } from '../marketplaces.ts';
import { foldedName, STORE_NAME_LIMIT } from '../store-name.ts';
import { CODES_LIKE_WORDS, STORE_WORDS } from '../vocabulary.ts';

export interface ListedStore {
  readonly name: string;
  readonly marketplaces: readonly MarketplaceCode[];
}

/** What keeps a line from being a store; `line` counts from 1, as the person sees it. */
export type LineProblem = { readonly line: number } & (
  | { readonly kind: 'no_name' }
  | { readonly kind: 'no_marketplace'; readonly name: string }
  | { readonly kind: 'not_a_marketplace'; readonly name: string; readonly word: string }
  /** Reads the same as a name further up. */
  | { readonly kind: 'same_as'; readonly name: string; readonly other: number }
  | { readonly kind: 'long_name'; readonly most: number }
);

/** Reads a pasted list of stores, one a line: a name, then its marketplaces, in whatever way people set them apart. */
export function parseStores(raw: string): {
  readonly stores: readonly ListedStore[];
  readonly problems: readonly LineProblem[];
} {
  const stores: ListedStore[] = [];
  const problems: LineProblem[] = [];
  const seen = new Map<string, number>();
  let isFirst = true;
  for (const [index, text] of raw.split(/\r\n|[\n\r\u2028]/).entries()) {
    const line = index + 1;
    const cells = cellsOf(text);
    if (cells.every((cell) => cell === '')) continue;
    const isHeader = isFirst && isHeading(cells);
    isFirst = false;
    if (isHeader) continue;
    const read = readLine(cells, line);
    if ('kind' in read) {
      problems.push(read);
      continue;
    }
    const key = foldedName(read.name);
    const other = seen.get(key);
    if (other !== undefined) problems.push({ line, kind: 'same_as', name: read.name, other });
    else stores.push(read);
    if (other === undefined) seen.set(key, line);
  }
  return { stores, problems };
}

/** Bullets and numbers in front of a line say nothing. */
const BULLET = /^\s*(?:[-*•·]\s+|\d{1,3}[.)]\s+|\d{1,3}、\s*)/;
const SEPARATOR = /[,;|、\t:：]|\s[-–—]+\s/;

/** Full-width forms are folded: what follows compares letters. */
const cellsOf = (text: string): string[] =>
  foldWidth(cleanText(text))
    .replace(BULLET, '')
    .split(SEPARATOR)
    .map((cell) => cell.trim().replace(/\s+/g, ' '));

const NAME_HEADING =
  /^(?:stores?|shops?|accounts?|(?:store |shop |account )?names?|店铺|店铺名称?|店名|名称|账号)$/i;
const MARKET_HEADING = /^(?:market ?places?|markets?|sites?|countr(?:y|ies)|站点|国家|市场)$/i;

const isHeading = ([name = '', ...rest]: readonly string[]): boolean =>
  NAME_HEADING.test(name) && rest.filter(Boolean).every((cell) => MARKET_HEADING.test(cell));

function readLine([first = '', ...rest]: readonly string[], line: number): ListedStore | LineProblem {
  const cells = rest.filter(Boolean);
  const { name, marketplaces } = cells.length > 0 ? { name: first, marketplaces: [] } : peeled(first);
  if (name === '') return { line, kind: 'no_name' };
  if (name.length > STORE_NAME_LIMIT) return { line, kind: 'long_name', most: STORE_NAME_LIMIT };
  const found = [...marketplaces];
  for (const cell of cells) {
    const read = readCell(cell);
    if ('word' in read) return { line, kind: 'not_a_marketplace', name, word: read.word };
    found.push(...read.codes);
  }
  if (found.length === 0) return { line, kind: 'no_marketplace', name };
  return { name, marketplaces: MARKETPLACE_CODES.filter((code) => found.includes(code)) };
}

/** `US/CA`, `美国站 德国站`, `United States`. */
function readCell(cell: string): { readonly codes: MarketplaceCode[] } | { readonly word: string } {
  const whole = marketplaceOf(cell);
  if (whole !== null) return { codes: [whole] };
  const codes: MarketplaceCode[] = [];
  let words = cell.split(/[\s/+&]+|和|及/).filter((word) => word && !/^and$/i.test(word));
  while (words.length > 0) {
    const length = [3, 2, 1].find((n) => marketplaceOf(words.slice(0, n).join(' ')) !== null);
    const code = length === undefined ? null : marketplaceOf(words.slice(0, length).join(' '));
    if (length === undefined || code === null) return { word: words[0] ?? cell };
    codes.push(code);
    words = words.slice(length);
  }
  return { codes };
}

/** Marketplaces at the end of a name, behind spaces or in Chinese: `Store A US DE`, `凯恩美国站`. */
function peeled(text: string): { readonly name: string; readonly marketplaces: readonly MarketplaceCode[] } {
  let words = text.split(/[\s/]+/).filter(Boolean);
  const found: MarketplaceCode[] = [];
  for (;;) {
    const length = [3, 2, 1].find((n) => n < words.length && saidOfName(words.slice(-n).join(' ')) !== null);
    const code = length === undefined ? null : saidOfName(words.slice(-length).join(' '));
    if (length === undefined || code === null) break;
    found.unshift(code);
    words = words.slice(0, -length);
  }
  const name = found.length === 0 ? text : words.join(' ');
  if (found.length > 0) return { name, marketplaces: found };
  const site = HAN_SITE.exec(name);
  const code = site?.groups?.['site'] === undefined ? null : marketplaceOf(site.groups['site']);
  return code === null
    ? { name, marketplaces: [] }
    : { name: site?.groups?.['name']?.trim() ?? '', marketplaces: [code] };
}

const BY_NAME = new Map<string, MarketplaceCode>([['gb', 'UK']]);
for (const code of MARKETPLACE_CODES) {
  BY_NAME.set(code.toLowerCase(), code);
  for (const name of MARKETPLACES[code].names) BY_NAME.set(name, code);
}
const HAN_NAMES = [...BY_NAME.keys()].filter((name) => /\p{Script=Han}/u.test(name)).join('|');
const HAN_SITE = new RegExp(`^(?<name>.*?)(?<site>(?:${HAN_NAMES})站)$`, 'u');
/** Said after a marketplace, or in front of it, these add nothing. */
const AROUND = new RegExp(`^amazon[ .]|[ -]*(?:${STORE_WORDS.en})$|\\s*(?:${STORE_WORDS.zh})$`, 'giu');

/** By code, name or both: `DE 德国`, `Amazon.de`, `US store`; one-letter nicknames (美站) too. */
function marketplaceOf(text: string): MarketplaceCode | null {
  const said = text.toLowerCase().trim();
  const bare = said.replace(AROUND, '').trim();
  const byName = BY_NAME.get(said) ?? BY_NAME.get(bare);
  if (byName !== undefined) return byName;
  const byNickname = said.endsWith('站')
    ? MARKETPLACE_CODES.find((code) => MARKETPLACES[code].adjectives.includes(bare))
    : undefined;
  if (byNickname !== undefined) return byNickname;
  const [one = '', other = '', ...more] = bare.split(/[\s()]+/).filter(Boolean);
  const both = more.length === 0 && other !== '' ? BY_NAME.get(one) : undefined;
  return both !== undefined && BY_NAME.get(other.replace(AROUND, '')) === both ? both : null;
}

/** A name may end in a word that is a code in small letters: "Plug it in". */
function saidOfName(text: string): MarketplaceCode | null {
  const code = marketplaceOf(text);
  return code !== null && CODES_LIKE_WORDS.includes(code) && text === text.toLowerCase() && /[a-z]/.test(text)
    ? null
    : code;
}
