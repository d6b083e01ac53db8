import type { CaseView } from '../desk/views/case-view.ts';
import { CATEGORIES, isSupportCase } from '../domain/categories.ts';
import type { CaseCommand } from '../domain/commands.ts';
import { foldWidth } from '../domain/identifiers.ts';
import { addDays, localDate, toInstant } from '../domain/local-time.ts';
import type { Locale } from '../domain/locale.ts';
import { HOUR, type Instant, MINUTE } from '../domain/time.ts';
import { STEPS, type StepWords } from '../i18n/steps.ts';
import { ACTIONS, type ActionId } from './action-ids.ts';
import { leadingPerson } from './command.ts';
import { readReference } from './modals/amazon-reference.ts';
import type { StepWord } from './words.ts';

/** What somebody said of a case in words: done at once, or what is still missing. */
export type Step =
  | { readonly kind: 'command'; readonly command: CaseCommand }
  /** The words leave something open that its form asks. */
  | { readonly kind: 'form'; readonly action: ActionId; readonly missing: string }
  | { readonly kind: 'problem'; readonly text: string };

export interface Said {
  readonly word: StepWord;
  readonly text: string;
  readonly view: CaseView;
  readonly locale: Locale;
  readonly now: Instant;
  /** The speaker's IANA zone. */
  readonly zone: string;
}

const does = (command: CaseCommand): Step => ({ kind: 'command', command });

/** The same step as the button, read from words. */
export function readStep(said: Said): Step {
  const { word, text, locale } = said;
  const words = STEPS[locale];
  switch (word) {
    case 'claim':
      return does({ type: 'take' });
    case 'release':
      return does({ type: 'release' });
    case 'ready':
      return does({ type: 'make_ready' });
    case 'checked':
      return does({ type: 'check_nothing' });
    case 'noted':
      return does({ type: 'send_note' });
    case 'solved':
      return does({ type: 'solve' });
    case 'closed':
      return does({ type: 'close' });
    case 'assign':
      return readAssign(text, words);
    case 'submitted':
      return readSubmitted(said, words);
    case 'snooze':
      return readSnooze(said, words);
    case 'replied':
      return { kind: 'form', action: ACTIONS.replied, missing: words.replyMissing };
    case 'note':
      return withText(text, ACTIONS.note, words.textMissing, { type: 'note', text });
    case 'reopen':
      return withText(text, ACTIONS.reopen, words.whyMissing, { type: 'reopen', why: text });
    case 'withdraw':
      return withText(text, ACTIONS.withdraw, words.whyMissing, { type: 'withdraw', why: text });
    default: {
      const never: never = word;
      return never;
    }
  }
}

const withText = (text: string, action: ActionId, missing: string, command: CaseCommand): Step =>
  text ? does(command) : { kind: 'form', action, missing };

function readAssign(text: string, words: StepWords): Step {
  const person = leadingPerson(text);
  if (person) return does({ type: 'hand_over', to: person.who, note: person.rest });
  // A name without @ would be somebody's guess.
  return text
    ? { kind: 'problem', text: words.personMissing }
    : { kind: 'form', action: ACTIONS.handOver, missing: words.personMissing };
}

function readSubmitted({ text, view, locale }: Said, words: StepWords): Step {
  if (!text) return { kind: 'form', action: ACTIONS.submitted, missing: words.referenceMissing };
  const kind = isSupportCase(CATEGORIES[view.case.category].door) ? 'case_id' : 'door';
  const given = readReference(kind, text, locale);
  return given.ok
    ? does({ type: 'submit', reference: given.reference })
    : { kind: 'problem', text: given.problem };
}

type Unit = 'minutes' | 'hours' | 'days' | 'weeks';
const UNITS: Readonly<Record<Unit, string>> = {
  minutes: '(?:m|mins?|minutes?)(?![a-z])|分钟?',
  hours: '(?:h|hours?)(?![a-z])|个?小时',
  days: '(?:d|days?)(?![a-z])|天|日',
  weeks: '(?:w|weeks?)(?![a-z])|周|个?星期',
};
const UNIT_NAMES: readonly Unit[] = ['minutes', 'hours', 'days', 'weeks'];
/** Latin units end where letters end; Chinese ones need no space behind them. */
const FOR_SO_LONG = new RegExp(
  `^(\\d{1,3})\\s*(?:${Object.entries(UNITS)
    .map(([unit, spellings]) => `(?<${unit}>${spellings})`)
    .join('|')})后?[\\s,:.、]*`,
  'i',
);

function readSnooze({ text, now, zone }: Said, words: StepWords): Step {
  const found = FOR_SO_LONG.exec(foldWidth(text));
  const unit = UNIT_NAMES.find((name) => found?.groups?.[name] !== undefined);
  if (!found || unit === undefined)
    return { kind: 'form', action: ACTIONS.snooze, missing: words.howLongMissing };
  const [all, count] = found;
  const why = text.slice(all.length).trim();
  if (!why) return { kind: 'form', action: ACTIONS.snooze, missing: words.whyMissing };
  return does({ type: 'snooze', until: after(Number(count), unit, now, zone), why });
}

/** Hours count on from now; days end at nine in the morning on the speaker's own wall. */
function after(count: number, unit: Unit, now: Instant, zone: string): Instant {
  if (unit === 'minutes') return now + count * MINUTE;
  if (unit === 'hours') return now + count * HOUR;
  const days = unit === 'days' ? count : 7 * count;
  return toInstant(addDays(localDate(now, zone), days), { hour: 9, minute: 0 }, zone);
}
