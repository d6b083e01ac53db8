import type { CaseView } from '../../desk/views/case-view.ts';
import { type Case, isOpen, type Status } from '../../domain/case.ts';
import { CATEGORIES } from '../../domain/categories.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import { caseUrl } from '../../domain/marketplaces.ts';
import type { Instant } from '../../domain/time.ts';
import { adviseWindow } from '../../domain/window-advice.ts';
import { CARD } from '../../i18n/card.ts';
import { TERMS } from '../../i18n/terms.ts';
import { bothClocks, bothClocksOf, untilInBothClocks } from '../../i18n/times.ts';
import { nextWords, zoneOf } from '../../i18n/why.ts';
import { cardRow } from './buttons.ts';
import type { Message } from './message.ts';
import { nameOf, personIn, summaryOf } from './naming.ts';
import { inline, link, notification, section } from './text.ts';

export interface CardInput {
  readonly view: CaseView;
  readonly now: Instant;
  readonly locale: Locale;
}

/** The case as its root message shows it: always the truth, five lines on a phone, buttons for what is next. */
export function cardMessage({ view, now, locale }: CardInput): Message {
  const c = view.case;
  const lines = cardLines({ view, now, locale });
  return {
    text: notification([`${nameOf(view, locale)} · ${TERMS[locale].statuses[c.phase.status]}`]),
    blocks: [section(lines.join('\n')), ...cardRow(c, locale)],
  };
}

/** Number and summary · status, turn, owner · deadline · what is next · what Amazon calls it. */
function cardLines({ view, now, locale }: CardInput): string[] {
  const c = view.case;
  return [
    titleLine(view, locale),
    statusLine(view, locale),
    deadlineLine(c, now, locale),
    nextLine(view, locale),
    referenceLine(c, locale) ?? adviceLine(c, now, locale),
  ].filter((line) => line !== null);
}

export function titleLine({ case: c, red }: CaseView, locale: Locale): string {
  const mark = red ? `${TERMS[locale].red} · ` : '';
  return `*#${c.number} · ${mark}${summaryOf(c, locale)}*`;
}

/** Says whose turn it is only where the status does not say so itself. */
export function statusLine(view: CaseView, locale: Locale): string {
  const c = view.case;
  const named = (person: PersonId): string => personIn(view, person);
  const words = CARD[locale];
  const { phase } = c;
  const owner = c.owner === null ? words.noOwner : words.owner(named(c.owner));
  const ownersTurn = c.owner === null ? words.noOwner : words.ownersTurn(named(c.owner));
  const who: Readonly<Record<Status, readonly string[]>> = {
    preparing: [ownersTurn],
    in_review: [phase.status === 'in_review' ? words.reviewersTurn(named(phase.reviewer)) : '', owner],
    ready: [ownersTurn],
    awaiting_amazon: [owner],
    action_needed: [owner],
    resolved: [ownersTurn],
    closed: [owner],
    withdrawn: [phase.status === 'withdrawn' ? inline(phase.why) : '', owner],
  };
  const offer = c.offer ? words.offeredTo(named(c.offer.to)) : '';
  const parts = [TERMS[locale].statuses[phase.status], ...who[phase.status], offer];
  return parts.filter(Boolean).join(' · ');
}

function deadlineLine(c: Case, now: Instant, locale: Locale): string | null {
  const { deadline } = c;
  if (!isOpen(c) || deadline?.met) return null;
  if (!deadline) {
    const unknown = CATEGORIES[c.category].clock !== null && c.reference === null;
    return unknown ? CARD[locale].deadlineUnknown : null;
  }
  const say = deadline.at <= now ? CARD[locale].deadlinePassed : CARD[locale].deadline;
  return say(bothClocks(deadline.at, zoneOf(c), locale), TERMS[locale].deadlineSources[deadline.source]);
}

/** The soonest step. While ready that is the window itself, which the line about the best time tells already. */
function nextLine({ case: c, timers }: CaseView, locale: Locale): string | null {
  // The window has a line of its own, and whether an offer is answered says nothing about the case.
  const next = timers.find(({ kind }) => kind !== 'window' && kind !== 'offer_unanswered');
  return next ? nextWords(TERMS[locale].timers[next.kind], next.dueAt, c, locale) : null;
}

function adviceLine(c: Case, now: Instant, locale: Locale): string | null {
  if (!isOpen(c)) return null;
  const words = CARD[locale];
  const advice = adviseWindow(c, now);
  if (advice.when === 'later') return words.bestTime(bothClocksOf(advice.opening, zoneOf(c), locale));
  switch (advice.because) {
    case 'open':
      return words.openNow(untilInBothClocks(advice.opening.closesAt, zoneOf(c), locale));
    case 'deadline':
      return words.deadlinePresses;
    case 'no_window':
      return words.noWindow(TERMS[locale].doors[CATEGORIES[c.category].door]);
    default: {
      const never: never = advice;
      return never;
    }
  }
}

export function referenceLine(c: Case, locale: Locale): string | null {
  if (c.reference === null) return null;
  if (c.reference.kind === 'door') return CARD[locale].reference(inline(c.reference.text));
  return CARD[locale].caseId(link(caseUrl(c.marketplace, c.reference.id), c.reference.id));
}
