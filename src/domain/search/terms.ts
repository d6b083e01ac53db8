import type { AmazonReference } from '../case.ts';
import type { CaseEvent } from '../events.ts';
import { cleanText, foldWidth, type Subject, subjectKey, subjectOf } from '../identifiers.ts';
import { recognise } from '../recognise.ts';

/** Of one change; a long letter says what it is about long before. */
export const MOST_TERMS = 600;
/** Nobody types longer words; an index refuses rows of some kilobytes. In characters. */
const LONGEST = 64;

/** Chinese and Japanese have no spaces, so that pairs of characters stand for words. */
const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
const LETTERS = `(?:(?!${CJK})[\\p{L}\\p{N}\\p{M}])+`;
/** A run of characters without spaces between words, or a word, joined ones such as `SKU-12_A` in one. */
const PIECES = new RegExp(`(?<run>${CJK}+)|${LETTERS}(?:[-_.'/]${LETTERS})*`, 'gu');

interface Pieces {
  readonly words: readonly string[];
  readonly runs: readonly (readonly string[])[];
}

function read(text: string): Pieces {
  const plain = foldWidth(cleanText(text)).normalize('NFKC').toLowerCase().replaceAll('’', "'");
  const found = [...plain.matchAll(PIECES)];
  return {
    words: found.filter(({ groups }) => groups?.['run'] === undefined).map(([word]) => word),
    runs: found.flatMap(({ groups }) => (groups?.['run'] === undefined ? [] : [[...groups['run']]])),
  };
}

const partsOf = (word: string): string[] => word.split(/[-_.'/]/);

const pairsOf = (run: readonly string[]): string[] => run.slice(1).map((one, i) => `${run[i]}${one}`);

/** One and many are the same word: `listings` is found by `listing`. */
const stem = (word: string): string =>
  (/^[a-z]{3,}[a-rt-z]s$/.test(word) ? word.slice(0, -1) : word).slice(0, LONGEST);

const stems = (words: readonly string[]): string[] => words.filter((one) => one.length > 1).map(stem);

/** A joined word is found whole and by its parts; an identifier by its usual form too. */
function indexed(word: string): string[] {
  const subject = subjectOf(word.toUpperCase());
  return stems([word, ...(subject ? [subject.value.toLowerCase()] : []), ...partsOf(word)]);
}

/** `SKU-12` is meant whole, `follow-up` may be written apart. */
const asked = (word: string): string[] => stems(/\d/.test(word) ? [word] : partsOf(word));

const nameOf = (subject: Subject): string => {
  const key = subjectKey(subject);
  return stem(key.slice(key.indexOf(':') + 1).toLowerCase());
};

/** Texts and names that an event adds to what its case can be found by. */
function saidBy(event: CaseEvent): {
  readonly names?: readonly Subject[];
  readonly texts: readonly string[];
} {
  switch (event.type) {
    case 'opened': {
      const { store, marketplace, subjects, problem, message, different } = event;
      return {
        names: subjects,
        texts: [store.name, marketplace, problem, message, different?.because ?? ''],
      };
    }
    case 'noted':
    case 'amazon_replied':
      return { texts: [event.text] };
    case 'subjects_added':
      return { names: event.subjects, texts: [] };
    case 'edited':
      return { texts: [event.summary ?? '', event.message] };
    case 'submitted':
    case 'reference_corrected':
    case 'imported':
      return { texts: [referenceText(event.reference)] };
    case 'offered':
      return { texts: [event.note] };
    case 'offer_declined':
    case 'review_returned':
    case 'reopened':
    case 'withdrawn':
    case 'snoozed':
      return { texts: [event.why] };
    case 'taken':
    case 'released':
    case 'assigned':
    case 'offer_accepted':
    case 'review_asked':
    case 'review_passed':
    case 'made_ready':
    case 'taken_back':
    case 'deadline_set':
    case 'checked_nothing':
    case 'note_sent':
    case 'solved':
    case 'closed_at_amazon':
    case 'timers_fired':
      return { texts: [] };
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** What these events let their case be found by, each once; the likeliest first, where there are too many. */
export function termsOf(events: readonly CaseEvent[]): string[] {
  const said = events.map(saidBy);
  const names = said.flatMap((one) => one.names ?? []);
  const found = [...names.map(({ value }) => value), ...said.flatMap(({ texts }) => texts)].map(read);
  const runs = found.flatMap((pieces) => pieces.runs);
  const terms = [
    ...names.map(nameOf),
    ...found.flatMap(({ words }) => words.flatMap(indexed)),
    ...runs.flatMap(pairsOf),
    // Only whoever looks for one character needs these.
    ...runs.flat(),
  ];
  return [...new Set(terms)].slice(0, MOST_TERMS);
}

/** What somebody looks for. */
export interface Query {
  /** A case's own number, if the text can be one. */
  readonly number: number | null;
  /** Identifiers: a case that has any of them. Words: a case that has them all. */
  readonly match: 'any' | 'all';
  readonly terms: readonly string[];
}

const NUMBER = /^#?\s*(\d{1,9})$/;
/** More words than this only make the question slow. */
const MOST_ASKED = 40;

/** Reads what was typed or pasted: a number, a Case ID, identifiers, or words. */
export function queryOf(text: string): Query {
  const digits = NUMBER.exec(foldWidth(text).trim())?.[1];
  const number = digits === undefined || Number(digits) === 0 ? null : Number(digits);
  const { subjects, caseId } = recognise(text);
  const named = [...subjects.map(nameOf), ...(caseId === null ? [] : [caseId])];
  if (named.length > 0) return { number, match: 'any', terms: named.slice(0, MOST_ASKED) };
  const { words, runs } = read(text);
  const terms = [...words.flatMap(asked), ...runs.flatMap((run) => (run.length === 1 ? run : pairsOf(run)))];
  return { number, match: 'all', terms: [...new Set(terms)].slice(0, MOST_ASKED) };
}

const referenceText = (reference: AmazonReference | null): string =>
  reference === null ? '' : reference.kind === 'case_id' ? reference.id : reference.text;
