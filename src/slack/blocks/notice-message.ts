import type { KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Notice } from '../../domain/notices.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseView } from '../../desk/views/case-view.ts';
import { NOTICES } from '../../i18n/notices.ts';
import { TERMS } from '../../i18n/terms.ts';
import { nextWords } from '../../i18n/why.ts';
import { row, stillPossible } from './buttons.ts';
import { Budget, letterBlocks, quoteBlocks } from './letters.ts';
import type { Message } from './message.ts';
import { nameOf } from './naming.ts';
import { partsOfEvent } from './notices/of-event.ts';
import { partsOfTimer } from './notices/of-timer.ts';
import { type NoticeParts, type Scene, when } from './notices/parts.ts';
import { context, inline, mention, notification, packed, section } from './text.ts';

export interface NoticeInput {
  /** One or more of the same case, oldest first. */
  readonly notices: readonly Notice[];
  readonly view: CaseView;
  readonly mention: readonly PersonId[];
  /** Set where an outage delayed it. */
  readonly lateSince: Instant | null;
  readonly now: Instant;
  readonly locale: Locale;
}

/** The newest ones are told with their texts; what came before them is told in a line each. */
const TOLD_IN_FULL = 3;
/** More lines than this are counted: nobody reads them on a phone, and Slack refuses what is too long. */
const LINES = 12;

/** One message about one case: what happened or is due, text to copy, what to press, and why. */
export function noticeMessage(input: NoticeInput): Message {
  const { notices, view, now, locale } = input;
  const scene: Scene = { view, c: view.case, now, locale };
  const parts = notices.map(({ cause }) =>
    cause.kind === 'event' ? partsOfEvent(cause.event, scene) : partsOfTimer(cause.timer, scene),
  );
  const full = parts.slice(-TOLD_IN_FULL);
  const brief = briefly(parts.slice(0, -TOLD_IN_FULL), locale);
  const head = headline(input, parts, scene);
  const lines = parts.flatMap((part) => part.lines);
  return {
    text: notification([[nameOf(view, locale), head, ...lines].filter(Boolean).join(' · ')]),
    blocks: [
      ...packed([head, ...brief]).map(section),
      ...inFull(full, locale),
      ...row(full.flatMap((part) => part.buttons).filter((b) => stillPossible(b, view.case))),
      ...reasons(full, scene),
    ],
  };
}
