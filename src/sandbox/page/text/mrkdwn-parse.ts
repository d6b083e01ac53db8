import { emojify } from '../data/emoji.ts';

/** What Slack's mrkdwn can say inside a line. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'code'; children: Inline[] }
  | { kind: 'link'; url: string; text: string }
  | { kind: 'user' | 'channel' | 'broadcast'; id: string; label: string }
  | { kind: 'date'; at: number; format: string; url: string; fallback: string };

export type Piece = { kind: 'lines' | 'quote' | 'pre'; lines: Inline[][] };

type Found = { node: Inline; end: number };

export const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function angle(inside: string): Inline {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : unescape(inside.slice(bar + 1));
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!date^')) {
    const [, unix = '', format = '', url = ''] = target.split('^');
    return { kind: 'date', at: Number(unix), format: unescape(format), url: unescape(url), fallback: label };
  }
  if (target.startsWith('!')) return { kind: 'broadcast', id: target.slice(1).split('^')[0] ?? '', label };
  const url = unescape(target);
  return { kind: 'link', url, text: label === '' ? url.replace(/^mailto:/, '') : emojify(label) };
}

function angleAt(source: string, start: number): Found | undefined {
  if (source[start] !== '<') return undefined;
  const end = source.indexOf('>', start);
  const inside = source.slice(start + 1, end);
  if (end < start + 2 || inside.includes('<')) return undefined;
  return { node: angle(inside), end: end + 1 };
}

function codeAt(source: string, start: number): Found | undefined {
  if (source[start] !== '`') return undefined;
  const end = source.indexOf('`', start + 1);
  if (end < start + 2) return undefined;
  return { node: { kind: 'code', children: raw(source.slice(start + 1, end)) }, end: end + 1 };
}

function urlAt(source: string, start: number): Found | undefined {
  if (source[start] !== 'h') return undefined;
  const found = /^https?:\/\/(?:(?!&[lg]t;)[^\s<>|`，。；、）」])+/
    .exec(source.slice(start))?.[0]
    .replace(/[.,;:!?)*_~]+$/, '');
  if (!found) return undefined;
  const url = unescape(found);
  return { node: { kind: 'link', url, text: url }, end: start + found.length };
}

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const isStyle = (mark: string | undefined): mark is keyof typeof styles =>
  mark !== undefined && Object.hasOwn(styles, mark);
/** Slack styles whole words only; Chinese characters count as letters, as they do there. */
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char);

function styleAt(source: string, start: number): Found | undefined {
  const mark = source[start];
  if (!isStyle(mark) || isWord(source[start - 1])) return undefined;
  if (isSpace(source[start + 1]) || source[start + 1] === mark) return undefined;
  let at = start + 1;
  while (at < source.length) {
    if (source[at] === mark && !isSpace(source[at - 1]) && !isWord(source[at + 1])) {
      return { node: { kind: styles[mark], children: inline(source.slice(start + 1, at)) }, end: at + 1 };
    }
    at = (angleAt(source, at) ?? codeAt(source, at))?.end ?? at + 1;
  }
  return undefined;
}

type Finder = (source: string, start: number) => Found | undefined;

function scan(source: string, finders: Finder[], word: (text: string) => string): Inline[] {
  const nodes: Inline[] = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain !== '') nodes.push({ kind: 'text', text: word(plain) });
    plain = '';
  };
  while (at < source.length) {
    let found: Found | undefined;
    for (const find of finders) found ??= find(source, at);
    if (found) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      plain += source[at];
      at += 1;
    }
  }
  flush();
  return nodes;
}

export const inline = (source: string): Inline[] =>
  scan(source, [angleAt, codeAt, styleAt, urlAt], (text) => emojify(unescape(text)));

/** Inside code only references and links keep their meaning. */
function raw(source: string): Inline[] {
  return scan(source, [angleAt], unescape);
}

const quoteMark = /^(?:>|&gt;)\s?/;

function pieces(source: string): Piece[] {
  const out: Piece[] = [];
  let rest = false;
  for (const line of source.split('\n')) {
    const three = /^(?:>|&gt;){3}\s?/;
    if (!rest && three.test(line)) rest = true;
    const kind = rest || quoteMark.test(line) ? 'quote' : 'lines';
    const text = kind === 'lines' ? line : line.replace(three, '').replace(quoteMark, '');
    const last = out.at(-1);
    if (last?.kind === kind) last.lines.push(inline(text));
    else out.push({ kind, lines: [inline(text)] });
  }
  return out;
}

/** Slack's mrkdwn as pieces that stand under one another. */
export function mrkdwn(source: string): Piece[] {
  return source.split(/```([\s\S]+?)```/).flatMap((part, index, all) => {
    if (index % 2 === 1) {
      const lines = part.replace(/^\n|\n$/g, '').split('\n');
      return [{ kind: 'pre' as const, lines: lines.map(raw) }];
    }
    const afterPre = index > 0 ? part.replace(/^\n/, '') : part;
    const text = index < all.length - 1 ? afterPre.replace(/\n$/, '') : afterPre;
    return text === '' ? [] : pieces(text);
  });
}
