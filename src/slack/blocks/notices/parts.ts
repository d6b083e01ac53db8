import type { CaseView } from '../../../desk/views/case-view.ts';
import type { Case } from '../../../domain/case.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Letter } from '../../../domain/letter.ts';
import type { Locale } from '../../../domain/locale.ts';
import type { Instant } from '../../../domain/time.ts';
import { NOTICES } from '../../../i18n/notices.ts';
import { bothClocks } from '../../../i18n/times.ts';
import { zoneOf } from '../../../i18n/why.ts';
import type { Choice } from '../buttons.ts';
import { personIn } from '../naming.ts';

/** Text from people, shown as they wrote it. */
export interface Quote {
  readonly label: string | null;
  readonly text: string;
}

/** What one notice says, before it becomes blocks. */
export interface NoticeParts {
  /** Sentences in mrkdwn; ours, with people's words escaped. */
  readonly lines: readonly string[];
  readonly quotes: readonly Quote[];
  /** Text to copy, subject and body apart. */
  readonly letters: readonly { readonly label: string | null; readonly letter: Letter }[];
  /** What the person can do now; a button that no longer fits the case is left out later. */
  readonly buttons: readonly Choice[];
  /** The rule and the arithmetic; for timers. */
  readonly why: string | null;
  /** Whether to say what comes next on the schedule. */
  readonly next: boolean;
}

/** What a notice is told from: the case as it is now, and who reads it. */
export interface Scene {
  readonly view: CaseView;
  readonly c: Case;
  readonly now: Instant;
  readonly locale: Locale;
}

const NOTHING: NoticeParts = { lines: [], quotes: [], letters: [], buttons: [], why: null, next: false };

/** Empty sentences are left out. */
export function says(lines: readonly string[], more: Partial<Omit<NoticeParts, 'lines'>> = {}): NoticeParts {
  return { ...NOTHING, lines: lines.filter(Boolean), ...more };
}

export const quote = (text: string, label: string | null = null): Quote[] =>
  text.trim() ? [{ label, text: text.trim() }] : [];

/** A time in both clocks. */
export const when = ({ c, locale }: Scene, at: Instant): string => bothClocks(at, zoneOf(c), locale);

export const whoDid = ({ view, locale }: Scene, by: PersonId | null): string =>
  by === null ? NOTICES[locale].docket : personIn(view, by);
