import type { CaseCommand } from '../../domain/commands.ts';
import { ANSWERS } from '../../i18n/answers.ts';
import type { Listener } from '../click.ts';
import { readerOf } from '../reader.ts';
import { tellRefusal } from '../refuse.ts';
import { tell } from '../tell.ts';

/** A click that needs no question: done at once. The card and the thread show it; a refusal is told. */
export const directly =
  (command: CaseCommand): Listener =>
  async (surface, { caller, place, number, key, isMute }) => {
    if (number === null) return tellRefusal(surface, caller, place, { code: 'unknown_case', number: 0 });
    const answer = await surface.desk.act({ ...caller, key }, number, command);
    if (!answer.ok) return tellRefusal(surface, caller, place, answer.refusal);
    if (isMute) {
      const { locale } = await readerOf(surface, caller);
      const text = ANSWERS[locale].noted(number);
      await tell(surface, caller, place, { text });
    }
  };
