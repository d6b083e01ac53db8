import type { ModalView } from '@slack/types';
import type { SetupPreview } from '../../desk/views/setup-view.ts';
import type { Locale } from '../../domain/locale.ts';
import { MODALS } from '../../i18n/modals.ts';
import { SETUP_WORDS } from '../../i18n/setup.ts';
import { TERMS } from '../../i18n/terms.ts';
import { bothClocksOf, readerTime } from '../../i18n/times.ts';
import { context, mention, packed, section } from '../blocks/text.ts';
import { modal } from '../modals/pieces.ts';

/** People whom a look ahead has room for. */
const MOST = 20;

/** What would happen after *Start*: the next best time to submit, and who would be told what and when. */
export function previewView({ windows, briefings }: SetupPreview, locale: Locale): ModalView {
  const words = SETUP_WORDS[locale];
  const comma = locale === 'en' ? ', ' : '、';
  const tonight = windows.map(({ marketplaces, opening, zone }) =>
    words.window(
      marketplaces.map((code) => TERMS[locale].marketplaces[code]).join(comma),
      bothClocksOf(opening, zone, locale),
    ),
  );
  const people = briefings
    .slice(0, MOST)
    .map(({ person, at, zone, counts }) =>
      [mention(person), readerTime(at, zone, locale), ...words.briefing(counts)].join(' · '),
    );
  const more = briefings.length - people.length;
  const told = [
    words.briefings,
    ...(people.length > 0 ? people : [words.noBriefing]),
    ...(more > 0 ? [words.moreBriefings(more)] : []),
  ];
  return modal({
    title: words.previewTitle,
    close: MODALS[locale].close,
    blocks: [
      ...packed(tonight.length > 0 ? tonight : [words.noWindow]).map(section),
      ...packed(told).map(section),
      context(words.notSent),
    ],
  });
}
