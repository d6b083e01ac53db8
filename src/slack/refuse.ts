import type { PersonId } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import type { Refusal } from '../domain/refusals.ts';
import { peopleIn, refusalText } from '../i18n/refusals.ts';
import { button, row } from './blocks/buttons.ts';
import { mention, section } from './blocks/text.ts';
import { readerOf } from './reader.ts';
import type { Caller, Place, Surface } from './surface.ts';
import { type Said, tell } from './tell.ts';

/** A refusal in Slack's markup: colleagues are mentions, which only messages and sections draw. */
export const refusalMarkup = (refusal: Refusal, locale: Locale): string =>
  refusalText(refusal, locale, { names: mention });

/** A refusal as plain text, for the line under a field: colleagues by their names. */
export async function refusalPlain(surface: Surface, refusal: Refusal, locale: Locale): Promise<string> {
  const people = await Promise.all(peopleIn(refusal).map((id) => surface.desk.person(surface.workspace, id)));
  const names = new Map<PersonId, string>(people.flatMap((one) => (one ? [[one.id, one.name]] : [])));
  return refusalText(refusal, locale, { names: (id) => names.get(id) ?? id });
}

/** Tells the person why not, in their language. */
export async function tellRefusal(
  surface: Surface,
  caller: Caller,
  place: Place,
  refusal: Refusal,
): Promise<void> {
  const { locale } = await readerOf(surface, caller);
  const text = refusalMarkup(refusal, locale);
  await tell(surface, caller, place, { text, ...wayOut(text, refusal, locale) });
}

/** Where one button is what to do instead, it stands there. */
export function wayOut(text: string, refusal: Refusal, locale: Locale): Pick<Said, 'blocks'> {
  if (refusal.code !== 'review_needed') return {};
  const ask = button({ name: 'askReview', primary: true }, String(refusal.number), locale);
  return { blocks: [section(text), ...row([ask])] };
}
