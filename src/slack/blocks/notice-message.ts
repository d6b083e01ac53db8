import type { KnownBlock } from '@slack/types';
import type { CaseView } from '../../desk/views/case-view.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import { asks, type Notice } from '../../domain/notices.ts';
import type { Instant } from '../../domain/time.ts';
import { NOTICES } from '../../i18n/notices.ts';
import { RED } from '../../i18n/red.ts';
import { placeWords } from '../../i18n/refused-places.ts';
import { TERMS } from '../../i18n/terms.ts';
import { nextWords } from '../../i18n/why.ts';
import { buttonsOf, row } from './buttons.ts';
import { Budget, letterBlocks, quoteBlocks } from './letters.ts';
import type { Message } from './message.ts';
import { nameOf, personIn } from './naming.ts';
import { partsOfEvent } from './notices/of-event.ts';
import { partsOfTimer } from './notices/of-timer.ts';
import { type NoticeParts, type Scene, says, when } from './notices/parts.ts';
import { context, inline, mention, notification, packed, SECTION_LIMIT, section } from './text.ts';

export interface NoticeInput {
  /** One or more of the same case, oldest first. */
  readonly notices: readonly Notice[];
  readonly view: CaseView;
  readonly mention: readonly PersonId[];
  /** Set where an outage delayed it. */
  readonly lateSince: Instant | null;
  /** Set where it comes to a person directly, because the case's channel refused it. */
  readonly instead: { readonly channel: string; readonly code: string } | null;
  /** Nothing in it is left to do: it says so, and there is nothing to press. */
  readonly over: boolean;
  readonly now: Instant;
  readonly locale: Locale;
}

/** The newest ones are told with their texts; what came before them is told in a line each. */
const TOLD_IN_FULL = 3;
/** How much of what people wrote stands in such a line. */
const QUOTED_IN_BRIEF = 120;

/** One message about one case: what happened or is due, text to copy, what to press, and why. */
export function noticeMessage(input: NoticeInput): Message {
  const { notices, view, now, locale } = input;
  const scene: Scene = { view, c: view.case, now, locale };
  const parts = notices.map((notice) => (input.over ? asItWas(notice, scene) : partsOf(notice, scene)));
  const older = inBrief(parts.slice(0, -TOLD_IN_FULL), locale);
  const full = parts.slice(-TOLD_IN_FULL);
  const before = parts.length - full.length;
  const mentions = input.over ? NOTICES[locale].noLongerDue : mentionsOf(input.mention, parts);
  const late = input.lateSince === null ? '' : NOTICES[locale].late(when(scene, input.lateSince));
  const said = full.map((part) => briefly(part, locale));
  const standIn = input.over ? '' : standInOf(input);
  const instead = insteadOf(input);
  return {
    text: notification([
      `${nameOf(view, locale)} ·`,
      mentions,
      ...said,
      before > 0 ? NOTICES[locale].earlier(before) : '',
      late,
    ]),
    blocks: [
      ...(instead ? [section(instead)] : []),
      ...inFull(full, [mentions, ...older], locale),
      ...(standIn ? [section(standIn)] : []),
      ...row(
        buttonsOf(
          full.flatMap((part) => part.buttons),
          view.case,
          locale,
        ),
      ),
      ...reasons(full, late, scene).map(context),
    ],
  };
}

const partsOf = ({ cause }: Notice, scene: Scene): NoticeParts =>
  cause.kind === 'event' ? partsOfEvent(cause.event, scene) : partsOfTimer(cause.timer, scene);

/**
 * What is left of it once nothing is to be done: the thread stays the record of who did what and of what people
 * wrote. What it asked for is said from its time, because the case has moved on: its numbers are others by now.
 */
function asItWas(notice: Notice, scene: Scene): NoticeParts {
  const { cause } = notice;
  if (cause.kind === 'timer') return says([NOTICES[scene.locale].wasDue[cause.timer.kind]]);
  const { lines, quotes } = partsOf(notice, scene);
  // After the first sentence comes what to do about it.
  return says(asks(notice) ? lines.slice(0, 1) : lines, { quotes });
}

/** To whom it goes, where somebody does a step in the owner's place: the case stays theirs. */
function standInOf({ notices, mention: people, view, locale }: NoticeInput): string {
  const { owner } = view.case;
  const roles = notices.flatMap((notice) => notice.mention.map(({ role }) => role));
  const isTheirs = roles.length > 0 && roles.every((role) => role === 'owner' || role === 'submitter');
  if (owner === null || !isTheirs || people.length === 0 || people.includes(owner)) return '';
  const who = people.map((person) => personIn(view, person)).join(', ');
  return RED[locale].standsIn(who, personIn(view, owner));
}

/** Which case it is, why it comes here, and what to do about that. */
function insteadOf({ instead, view, locale }: NoticeInput): string {
  if (instead === null) return '';
  const { because, remedy } = placeWords(instead.code, locale);
  return NOTICES[locale].instead(nameOf(view, locale), `<#${instead.channel}>`, because, remedy);
}

/** Whoever a sentence names already is not called a second time. */
function mentionsOf(people: readonly PersonId[], parts: readonly NoticeParts[]): string {
  const said = parts.flatMap((part) => part.lines).join(' ');
  const called = people.map(mention).filter((one) => !said.includes(one));
  return called.length > 0 ? `${called.join(' ')} ·` : '';
}

/** A line with the beginning of what people wrote. */
const briefly = (part: NoticeParts, locale: Locale): string =>
  inOneLine([...part.lines, ...part.quotes.map((q) => inline(q.text, QUOTED_IN_BRIEF))], locale);

/** Chinese sentences follow each other without a space. */
function inOneLine(pieces: readonly string[], locale: Locale): string {
  const line = pieces.filter(Boolean).join(' ');
  return locale === 'zh-CN' ? line.replace(/(?<=[。？：，]) /g, '') : line;
}

/** As many of the newest as fit into one text; the rest is counted. */
function inBrief(parts: readonly NoticeParts[], locale: Locale): string[] {
  const lines: string[] = [];
  let room = SECTION_LIMIT;
  for (const part of parts.toReversed()) {
    const line = briefly(part, locale);
    room -= line.length + 1;
    if (room < 0) return [NOTICES[locale].earlier(parts.length - lines.length), ...lines];
    lines.unshift(line);
  }
  return lines;
}

/** Each with its texts below it. The newest gets room for its texts first: it is the one to act on. */
function inFull(parts: readonly NoticeParts[], before: readonly string[], locale: Locale): KnownBlock[] {
  const budget = new Budget();
  const texts = parts
    .toReversed()
    .map((part) => [
      ...part.letters.flatMap((letter) => letterBlocks(letter, budget, locale)),
      ...part.quotes.flatMap((quote) => quoteBlocks(quote, budget, locale)),
    ])
    .toReversed();
  return parts.flatMap((part, i) => [
    ...packed(sentencesOf(part, i === 0 ? before : [], locale)).map(section),
    ...(texts[i] ?? []),
  ]);
}

/** Mentions stand in the line of the first sentence: a line of their own costs a phone's. */
function sentencesOf(
  part: NoticeParts,
  [mentions = '', ...older]: readonly string[],
  locale: Locale,
): string[] {
  const [first = '', ...rest] = [...older, ...part.lines];
  return [inOneLine([mentions, first], locale), ...rest];
}

function reasons(parts: readonly NoticeParts[], late: string, { view, locale }: Scene): string[] {
  const [next] = view.timers;
  const comesNext =
    next && parts.some((part) => part.next)
      ? nextWords(TERMS[locale].timers[next.kind], next.dueAt, view.case, locale)
      : '';
  return packed([late, ...parts.map((part) => part.why ?? ''), comesNext]);
}
