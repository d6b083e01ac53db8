import type { KnownBlock } from '@slack/types';
import type { CaseNumber } from '../../../domain/ids.ts';
import { caseNumber } from '../../../domain/ids.ts';
import type { Locale } from '../../../domain/locale.ts';
import type { Rival } from '../../../domain/refusals.ts';
import { ANSWERS } from '../../../i18n/answers.ts';
import { MODALS } from '../../../i18n/modals.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { context, cut, inline, mention, SECTION_LIMIT, section } from '../../blocks/text.ts';
import { choiceField, option, textField } from '../pieces.ts';
import { FIELD } from './draft.ts';

/** A case about the same thing, and the way to its thread. */
export interface SeenRival {
  readonly rival: Rival;
  /** Null until its card has been posted. */
  readonly link: string | null;
}

/** Cases that the desk refused to open another beside. */
export interface Conflict {
  readonly code: 'duplicate' | 'recently_closed';
  readonly rivals: readonly SeenRival[];
}

/** Radio buttons have ten options; one of them is *different*. */
export const MOST_RIVALS = 9;
const BECAUSE_LIMIT = 500;
const SHARED = 3;

/** What stands above the form while nobody has to decide yet. */
export const adviceBlocks = (rivals: readonly SeenRival[], locale: Locale): KnownBlock[] =>
  rivals.length === 0 ? [] : [context(MODALS[locale].open.existing), listing(rivals, locale)];

/** What stands above the form once it was refused: the cases, and what to do about them. */
export function conflictBlocks(
  { code, rivals }: Conflict,
  chosen: Chosen,
  because: string,
  locale: Locale,
): KnownBlock[] {
  const words = MODALS[locale].open;
  const terms = TERMS[locale];
  const ways = rivals
    .slice(0, MOST_RIVALS)
    .map(({ rival: { number } }) =>
      code === 'duplicate'
        ? option(terms.addTo(number), writeChoice({ way: 'add', number }))
        : option(terms.reopenNumber(number), writeChoice({ way: 'reopen', number })),
    );
  return [
    section(words.existing),
    listing(rivals, locale),
    choiceField(
      { id: FIELD.choice, label: words.choice, chosen: chosen && writeChoice(chosen), optional: true },
      [...ways, option(words.different, writeChoice({ way: 'different' }))],
    ),
    textField({
      id: FIELD.because,
      label: words.because,
      initial: because,
      optional: true,
      max: BECAUSE_LIMIT,
    }),
  ];
}

function listing(rivals: readonly SeenRival[], locale: Locale): KnownBlock {
  const words = ANSWERS[locale];
  const lines = rivals.slice(0, MOST_RIVALS).map(({ rival, link }) => {
    const { number, owner, status, shared } = rival;
    const line = words.rival(
      number,
      owner === null ? TERMS[locale].noOwner : mention(owner),
      TERMS[locale].statuses[status],
    );
    const same = shared
      .slice(0, SHARED)
      .map((one) => inline(one, 60))
      .join(', ');
    return [line, ...(same ? [words.rivalShared(same)] : []), ...(link ? [words.threadLink(link)] : [])].join(
      ' · ',
    );
  });
  return section(cut(lines.join('\n'), SECTION_LIMIT));
}

export type Chosen =
  | { readonly way: 'add' | 'reopen'; readonly number: CaseNumber }
  | { readonly way: 'different' }
  | null;

const writeChoice = (chosen: NonNullable<Chosen>): string =>
  chosen.way === 'different' ? chosen.way : `${chosen.way}:${chosen.number}`;

export function readChoice(raw: string | null): Chosen {
  const [way, number] = (raw ?? '').split(':', 2);
  if (way === 'different') return { way };
  if (way !== 'add' && way !== 'reopen') return null;
  return /^\d{1,9}$/.test(number ?? '') ? { way, number: caseNumber(Number(number)) } : null;
}
