import type { Case } from '../../../domain/case.ts';
import { escalationDossier } from '../../../domain/letter.ts';
import type { Locale } from '../../../domain/locale.ts';
import { NOTICES } from '../../../i18n/notices.ts';
import { NUDGES } from '../../../i18n/nudges.ts';
import { RED } from '../../../i18n/red.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { type Choice, statusChoices } from '../buttons.ts';
import { referenceLine } from '../card.ts';
import { storeOf } from '../naming.ts';
import { inline } from '../text.ts';
import { type NoticeParts, type Scene, says, when } from './parts.ts';

/** How many identifiers somebody on the phone has to read out at first. */
const READ_OUT = 3;

/** What a red case adds to the step that made it red: the phone at once, and what to have at hand for it. */
export function redAdvice({ c, locale }: Scene): Pick<NoticeParts, 'lines' | 'letters' | 'buttons'> {
  const words = RED[locale];
  return {
    lines: [
      words.alarm,
      c.category === 'account_health' ? words.phoneAccount : words.phone,
      words.haveReady(atHand(c, locale)),
    ],
    letters: [{ label: NOTICES[locale].copyDossier, letter: escalationDossier(c) }],
    buttons: [...redChoices(c, locale), { name: 'link' }],
  };
}

/** The usual buttons; before the second reader has looked, that is what comes next instead of *Ready*. */
const redChoices = (c: Case, locale: Locale): Choice[] =>
  statusChoices(c, locale).map((choice) =>
    choice.name === 'ready' && !c.reviewed
      ? { name: c.message.trim() ? 'askReview' : 'edit', primary: true }
      : choice,
  );

function atHand(c: Case, locale: Scene['locale']): string[] {
  const words = RED[locale];
  const listed = c.subjects.slice(0, READ_OUT).map(({ value }) => inline(value, 60));
  return [
    words.reference(referenceLine(c, locale)),
    words.store(storeOf(c, locale)),
    ...(listed.length > 0 ? [words.identifiers(listed.join(', '))] : []),
    words.noticeDate,
    words.poa(c.message.trim() !== ''),
  ];
}

/** Nobody has taken it up: the next lead hears it. */
export const redUnclaimed = (scene: Scene): NoticeParts => {
  const { c, locale } = scene;
  return says([RED[locale].unclaimed, RED[locale].haveReady(atHand(c, locale))], {
    buttons: [...redChoices(c, locale), { name: 'handOver' }, { name: 'link' }],
  });
};

/** In the last hour in which the office is awake. */
export function deadlineNight(scene: Scene): NoticeParts {
  const { c, locale } = scene;
  if (!c.deadline) return says([]);
  const source = TERMS[locale].deadlineSources[c.deadline.source];
  return says(
    [
      RED[locale].night(when(scene, c.deadline.at), source),
      RED[locale].nightDo,
      NUDGES[locale].deadlineDo[c.phase.status] ?? '',
    ],
    { buttons: [...redChoices(c, locale), { name: 'link' }], next: true },
  );
}
