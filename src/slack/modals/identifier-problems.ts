import type { IdentifierProblem } from '../../domain/identifiers.ts';
import type { Locale } from '../../domain/locale.ts';
import { MODALS } from '../../i18n/modals.ts';
import { cut } from '../blocks/text.ts';

/** Lines named of each reason; more are counted by nobody who reads under a field. */
const NAMED = 3;
const ERROR_LIMIT = 1_000;

/** What is wrong with the field *Identifiers*, by line; null if nothing is. */
export function identifierError(problems: readonly IdentifierProblem[], locale: Locale): string | null {
  if (problems.length === 0) return null;
  const words = MODALS[locale].problems;
  const reasons = [...new Set(problems.map((problem) => problem.reason))];
  const sentences = reasons.map((reason) => {
    const of = problems.filter((problem) => problem.reason === reason);
    const lines = of
      .slice(0, NAMED)
      .map(words.line)
      .join(locale === 'en' ? ', ' : '、');
    return words.identifiers[reason](of.length > NAMED ? `${lines} (+${of.length - NAMED})` : lines);
  });
  return cut(sentences.join(locale === 'en' ? ' ' : ''), ERROR_LIMIT);
}
