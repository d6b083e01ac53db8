import type { BriefView } from '../../desk/views/briefing-view.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Instant } from '../../domain/time.ts';
import { BRIEFINGS } from '../../i18n/briefings.ts';
import { readerTime } from '../../i18n/times.ts';
import { beforeWindowMessage } from './briefing-before-window.ts';
import { coverMessage } from './briefing-cover.ts';
import { morningMessage } from './briefing-morning.ts';
import type { Message } from './message.ts';
import { context } from './text.ts';

export interface BriefInput {
  readonly view: BriefView;
  readonly lateSince: Instant | null;
  readonly locale: Locale;
}

/** What one person is told of several cases. */
export function briefMessage({ view, lateSince, locale }: BriefInput): Message {
  const { text, blocks } = messageOf(view, locale);
  if (lateSince === null) return { text, blocks };
  const zone = view.kind === 'before_window' ? view.window.zone : view.zone;
  const [first, ...others] = blocks;
  const late = context(BRIEFINGS[locale].late(readerTime(lateSince, zone, locale)));
  return { text, blocks: first ? [first, late, ...others] : [late] };
}

function messageOf(view: BriefView, locale: Locale): Message {
  switch (view.kind) {
    case 'morning':
      return morningMessage(view, locale);
    case 'before_window':
      return beforeWindowMessage(view, locale);
    case 'cover':
      return coverMessage(view, locale);
    default: {
      const never: never = view;
      return never;
    }
  }
}
