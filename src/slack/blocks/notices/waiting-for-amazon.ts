import type { PhaseOf } from '../../../domain/case.ts';
import { escalationDossier } from '../../../domain/letter.ts';
import { NOTICES } from '../../../i18n/notices.ts';
import { NUDGES } from '../../../i18n/nudges.ts';
import { roughDuration } from '../../../i18n/times.ts';
import { referenceLine } from '../card.ts';
import { noteToSend } from './amazon.ts';
import { type NoticeParts, type Scene, says } from './parts.ts';

/** Nudges while it is Amazon's turn; each starts from what a person saw in Seller Central. */

const waitingOf = ({ c }: Scene): PhaseOf<'awaiting_amazon'> | null =>
  c.phase.status === 'awaiting_amazon' ? c.phase : null;

/** The question comes before the note's text: Docket can't see whether Amazon answered. */
export function followUp(scene: Scene): NoticeParts {
  const words = NUDGES[scene.locale];
  const promised = waitingOf(scene)?.waiting.promisedAt ?? null;
  return says(
    [
      promised === null ? '' : words.promisePassed,
      words.followUp,
      referenceLine(scene.c, scene.locale) ?? '',
      words.followUpWhy,
    ],
    {
      buttons: [
        { name: 'checkAnswered' },
        { name: 'checkNothing' },
        { name: 'checkClosed' },
        { name: 'link' },
      ],
      next: true,
    },
  );
}

export const noteDue = (scene: Scene): NoticeParts => says([NUDGES[scene.locale].noteDue], noteToSend(scene));

export const personDecides = (scene: Scene): NoticeParts =>
  says([NUDGES[scene.locale].personDecides(waitingOf(scene)?.waiting.notes ?? 0)], {
    ...whatIsLeft(scene),
    next: true,
  });

export function escalation(scene: Scene): NoticeParts {
  const { view, now, locale } = scene;
  const words = NUDGES[locale];
  const since = waitingOf(scene)?.submitted.at ?? now;
  return says(
    [words.escalation(roughDuration(now - since, locale)), view.red ? words.escalateRed : words.escalate],
    { ...whatIsLeft(scene), next: true },
  );
}

/** The dossier, and what people press when the call brought something. */
const whatIsLeft = ({ c, locale }: Scene): Pick<NoticeParts, 'letters' | 'buttons'> => ({
  letters: [{ label: NOTICES[locale].copyDossier, letter: escalationDossier(c) }],
  buttons: [
    { name: 'replied' },
    { name: 'solved' },
    { name: 'snooze' },
    { name: 'withdraw' },
    { name: 'link' },
  ],
});
