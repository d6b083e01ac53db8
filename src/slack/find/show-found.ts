import { FIND } from '../../i18n/find.ts';
import { foundMessage } from '../blocks/found.ts';
import { showCase } from '../panels.ts';
import { permalink } from '../permalink.ts';
import { readerOf } from '../reader.ts';
import type { Caller, Place, Surface } from '../surface.ts';
import { tell } from '../tell.ts';

/** `/case find …`: one case is shown itself, several are listed. */
export async function showFound(
  surface: Surface,
  caller: Caller,
  place: Place,
  typed: string,
): Promise<void> {
  const [{ locale }, views] = await Promise.all([
    readerOf(surface, caller),
    typed === '' ? [] : surface.desk.find(caller.workspace, typed),
  ]);
  if (typed === '') return tell(surface, caller, place, { text: FIND[locale].missing });
  const [only, ...others] = views;
  if (only !== undefined && others.length === 0) return showCase(surface, caller, place, only.case.number);
  const found = views.map((view) => ({
    view,
    permalink: view.thread && permalink(surface.teamUrl, view.thread),
  }));
  await tell(surface, caller, place, foundMessage({ typed, found, locale }));
}
