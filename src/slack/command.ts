import { cleanText, foldWidth } from '../domain/identifiers.ts';
import { type PersonId, personId } from '../domain/ids.ts';
import { isStep, nearestWord, type StepWord, type Word, wordOf } from './words.ts';

/** What a person asked in words, after `/case` or after a mention of Docket. */
export type Asked =
  | { readonly kind: 'open'; readonly text: string }
  | { readonly kind: 'show'; readonly number: number }
  | { readonly kind: 'find'; readonly text: string }
  | { readonly kind: 'mine' }
  | { readonly kind: 'list' }
  /** `text` is the days and perhaps a cover; `end` and the like were read as `back`. */
  | { readonly kind: 'away'; readonly text: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'lead'; readonly who: PersonId }
  | { readonly kind: 'import' }
  | { readonly kind: 'setup' }
  | { readonly kind: 'store'; readonly name: string }
  | { readonly kind: 'settings' }
  /** A step of a case; in its thread nobody need say its number. `text` is what stands behind. */
  | { readonly kind: 'step'; readonly word: StepWord; readonly number: number | null; readonly text: string }
  | { readonly kind: 'help'; readonly about: NotUnderstood | null };

/** Why help is shown although nobody asked for it. */
export type NotUnderstood =
  | { readonly kind: 'unknown_word'; readonly word: string; readonly nearest: Word | null }
  | { readonly kind: 'number_missing'; readonly word: Word }
  | { readonly kind: 'person_missing' };

/** Longer than any case number that a workspace will reach; beyond it the digits are something else. */
const NUMBER = /^#?\s*(\d{1,15})$/;
/** A case's number in front of more; a longer row of digits is a Case ID. */
const LEADING_NUMBER = /^(?:#\s*(\d{1,15})|(\d{1,7}))(?![\d\p{L}])[:,.]?\s*/u;
const MENTION = /^<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>/;
/** A word ends at white space, a number sign or a digit, so that `查看42` and `show#42` are read too. */
const FIRST_WORD = /^[^\s#\d]+/;
/** Nobody writes a space between two Chinese words: `查找购物车`. */
const FIND_AT_ONCE = /^(?:查找|搜索|找)(?=\S)/;

/** Reads what stands after `/case`. Never throws: what it can't read is answered with help. */
export function parseCommand(raw: string): Asked {
  const text = cleanText(raw).trim();
  const folded = foldWidth(text);
  if (text === '') return help(null);
  if (NUMBER.test(folded)) return show(folded);
  const typed = (FIND_AT_ONCE.exec(folded) ?? FIRST_WORD.exec(folded))?.[0] ?? '';
  const word = wordOf(typed.toLowerCase());
  const rest = folded.slice(typed.length).trim();
  if (word === null)
    return help({
      kind: 'unknown_word',
      word: firstChunk(text),
      nearest: nearestWord(typed.toLowerCase()),
    });
  // The person's own characters: folding would disfigure Chinese punctuation in what happened.
  const own = text.slice(typed.length).trim();
  if (isStep(word)) return step(word, own);
  switch (word) {
    case 'open':
      return { kind: 'open', text: own };
    case 'find':
      return { kind: 'find', text: own };
    case 'show':
      return show(rest);
    case 'mine':
    case 'list':
    case 'import':
    case 'settings':
      return { kind: word };
    case 'away':
      return /^(?:end|over|结束|取消)$/i.test(rest) ? { kind: 'back' } : { kind: word, text: own };
    case 'back':
      return { kind: word };
    case 'lead':
      return lead(rest);
    case 'setup':
      return { kind: word };
    case 'store':
      return { kind: 'store', name: own };
    case 'help':
      return help(null);
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

/** Whom a text begins with, and what it says behind; null where it begins with nobody. */
export function leadingPerson(text: string): { readonly who: PersonId; readonly rest: string } | null {
  const [all, id] = MENTION.exec(text) ?? [];
  return id === undefined || all === undefined
    ? null
    : { who: personId(id), rest: text.slice(all.length).trim() };
}

const help = (about: NotUnderstood | null): Asked => ({ kind: 'help', about });

function show(text: string): Asked {
  const digits = NUMBER.exec(text)?.[1];
  return digits === undefined
    ? help({ kind: 'number_missing', word: 'show' })
    : { kind: 'show', number: Number(digits) };
}

function step(word: StepWord, own: string): Asked {
  // Folding changes no length, so what is behind the number is the person's own.
  const [all = '', signed, bare] = LEADING_NUMBER.exec(foldWidth(own)) ?? [];
  const digits = signed ?? bare;
  return {
    kind: 'step',
    word,
    number: digits === undefined ? null : Number(digits),
    text: own.slice(all.length).trim(),
  };
}

function lead(text: string): Asked {
  const person = leadingPerson(text);
  return person ? { kind: 'lead', who: person.who } : help({ kind: 'person_missing' });
}

const firstChunk = (text: string): string => [...(text.split(/\s/, 1)[0] ?? '')].slice(0, 40).join('');
