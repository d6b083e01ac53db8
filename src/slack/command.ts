import { cleanText, foldWidth } from '../domain/identifiers.ts';
import { type PersonId, personId } from '../domain/ids.ts';

/** What a person asked in words, after `/case` or after a mention of Docket. */
export type Asked =
  | { readonly kind: 'open'; readonly text: string }
  | { readonly kind: 'show'; readonly number: number }
  | { readonly kind: 'mine' }
  | { readonly kind: 'list' }
  | { readonly kind: 'lead'; readonly who: PersonId }
  | { readonly kind: 'help'; readonly about: NotUnderstood | null };

/** Why help is shown although nobody asked for it. */
export type NotUnderstood =
  | { readonly kind: 'unknown_word'; readonly word: string; readonly nearest: Word | null }
  | { readonly kind: 'number_missing' }
  | { readonly kind: 'person_missing' };

export type Word = 'open' | 'show' | 'mine' | 'list' | 'lead' | 'help';

/** The first spelling is the one that help suggests. */
const SPELLINGS: Readonly<Record<Word, readonly string[]>> = {
  open: ['open', 'new', 'create', '开', '新建', '新开'],
  show: ['show', 'view', '查看', '看'],
  mine: ['mine', 'my', '我的'],
  list: ['list', 'all', '列表', '全部'],
  lead: ['lead', '主管'],
  help: ['help', '?', '帮助'],
};
const WORDS: readonly Word[] = ['open', 'show', 'mine', 'list', 'lead', 'help'];

/** Longer than any case number that a workspace will reach; beyond it the digits are something else. */
const NUMBER = /^#?\s*(\d{1,15})$/;
const MENTION = /^<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>$/;
/** A word ends at white space, a number sign or a digit, so that `查看42` and `show#42` are read too. */
const FIRST_WORD = /^[^\s#\d]+/;

/** Reads what stands after `/case`. Never throws: what it can't read is answered with help. */
export function parseCommand(raw: string): Asked {
  const text = cleanText(raw).trim();
  const folded = foldWidth(text);
  if (text === '') return help(null);
  if (NUMBER.test(folded)) return show(folded);
  const typed = FIRST_WORD.exec(folded)?.[0] ?? '';
  const word = wordOf(typed.toLowerCase());
  const rest = folded.slice(typed.length).trim();
  switch (word) {
    case 'open':
      // The person's own characters: folding would disfigure Chinese punctuation in what happened.
      return { kind: 'open', text: text.slice(typed.length).trim() };
    case 'show':
      return show(rest);
    case 'mine':
    case 'list':
      return { kind: word };
    case 'lead':
      return lead(rest);
    case 'help':
      return help(null);
    case null:
      return help({ kind: 'unknown_word', word: firstChunk(text), nearest: nearest(typed.toLowerCase()) });
    default: {
      const never: never = word;
      return never;
    }
  }
}

/** What was said to Docket: the text after its mention, wherever that stands. */
export function textAfterMention(text: string, botUser: string): string {
  const [before = '', ...after] = text.split(new RegExp(`<@${botUser}(?:\\|[^>]*)?>`));
  return (after.length > 0 ? after.join(' ') : before).trim();
}

const help = (about: NotUnderstood | null): Asked => ({ kind: 'help', about });

function show(text: string): Asked {
  const digits = NUMBER.exec(text)?.[1];
  return digits === undefined ? help({ kind: 'number_missing' }) : { kind: 'show', number: Number(digits) };
}

function lead(text: string): Asked {
  const id = MENTION.exec(text)?.[1];
  return id === undefined ? help({ kind: 'person_missing' }) : { kind: 'lead', who: personId(id) };
}

const wordOf = (typed: string): Word | null =>
  WORDS.find((word) => SPELLINGS[word].some((spelling) => spelling === typed)) ?? null;

const firstChunk = (text: string): string => [...(text.split(/\s/, 1)[0] ?? '')].slice(0, 40).join('');

/** The word that was probably meant: at most two slips away, and less than half of it changed. */
function nearest(typed: string): Word | null {
  const [best] = WORDS.map((word) => ({ word, slips: slips(typed, word) })).sort((a, b) => a.slips - b.slips);
  return best && best.slips <= 2 && best.slips * 2 <= best.word.length ? best.word : null;
}

/** Letters added, left out, changed or swapped with their neighbour (optimal string alignment). */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  const row = (i: number): number[] => [i, ...Array.from(b, () => 0)];
  const table = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const line = row(i);
    for (let j = 1; j <= b.length; j += 1) {
      const at = (di: number, dj: number): number => (di === 0 ? line : table[i - di])?.[j - dj] ?? 0;
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      line[j] = Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + same, swapped ? at(2, 2) + 1 : Infinity);
    }
    table.push(line);
  }
  return table[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY;
}
