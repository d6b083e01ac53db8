import type { Case } from '../../../domain/case.ts';
import type { CaseEvent, Stamped } from '../../../domain/events.ts';
import { followUpNote } from '../../../domain/letter.ts';
import { NOTICES } from '../../../i18n/notices.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { type Choice, statusChoices } from '../buttons.ts';
import { type NoticeParts, quote, type Scene, says, when } from './parts.ts';
import { nextCheck } from './submitting.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** Only now the note's text: while nobody looked, Amazon may have answered already. */
export function checkedNothing({ seq }: Stamped, who: string, scene: Scene): NoticeParts {
  const { c, view, locale } = scene;
  const words = NOTICES[locale];
  const said = words.checkedNothing(who);
  if (c.phase.status !== 'awaiting_amazon' || c.phase.waiting.checked?.seq !== seq) return says([said]);
  const enough = view.timers.some(({ kind }) => kind === 'person_decides');
  if (enough) return says([said, words.enoughNotes(c.phase.waiting.notes)], { next: true });
  return says([said, words.addNote], noteToSend(scene));
}

export const noteToSend = ({ c, now }: Scene) => ({
  letters: [{ label: null, letter: followUpNote(c, now) }],
  buttons: [{ name: 'noteSent', primary: true }, { name: 'link' }] satisfies Choice[],
  next: true,
});

export function noteSent(event: Stamped, who: string, scene: Scene): NoticeParts {
  const words = NOTICES[scene.locale];
  // An answer to what Amazon asked begins a wait of its own; a chaser goes on with the one there is.
  const isAnswer = scene.c.phase.status === 'awaiting_amazon' && scene.c.phase.since.seq === event.seq;
  return says([isAnswer ? words.answered(who) : words.noteSent(who), nextCheck(event, scene)]);
}

export function amazonReplied(event: Of<'amazon_replied'>, who: string, scene: Scene): NoticeParts {
  const { c, locale } = scene;
  const words = NOTICES[locale];
  const holding = event.meaning === 'holding';
  return says(
    [
      words.replied(who),
      holding && event.promisedAt !== null
        ? words.promised(when(scene, event.promisedAt))
        : words.meaning[event.meaning],
      event.deadline
        ? words.newDeadline(
            when(scene, event.deadline.at),
            TERMS[locale].deadlineSources[event.deadline.source],
          )
        : '',
    ],
    {
      quotes: quote(event.text),
      buttons: holding ? [] : [...statusChoices(c, locale), { name: 'link' }],
      next: holding && isWaiting(c),
    },
  );
}

const isWaiting = (c: Case): boolean => c.phase.status === 'awaiting_amazon';
