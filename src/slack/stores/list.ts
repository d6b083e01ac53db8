import { foldedName } from '../../domain/store-name.ts';
import type { StoreProfile } from '../../domain/team.ts';
import { STORE_WORDS } from '../../i18n/stores.ts';
import { storeListMessage } from '../blocks/setup/store-list.ts';
import { inline } from '../blocks/text.ts';
import { readerOf } from '../reader.ts';
import { openTeamForm } from '../setup/team-form.ts';
import type { Caller, Place, Surface } from '../surface.ts';
import { tell } from '../tell.ts';
import { storeForm } from './form.ts';

interface Asked {
  readonly caller: Caller;
  readonly place: Place;
  /** Null after a mention, which can't open a form. */
  readonly triggerId: string | null;
}

/** All stores, or the one with a name: its form where that can be opened, else its button. */
export async function showStores(
  surface: Surface,
  { caller, place, triggerId }: Asked,
  name: string,
): Promise<void> {
  const [{ locale }, { stores }, refusal] = await Promise.all([
    readerOf(surface, caller),
    surface.desk.setup.view(caller.workspace),
    surface.desk.setup.whyNot(caller),
  ]);
  const found = name ? called(name, stores) : stores;
  const [only, ...others] = found;
  if (name && only && others.length === 0 && triggerId !== null) {
    const click = { caller, place, triggerId, value: only.store.id, isPersonal: false };
    return openTeamForm(surface, click, storeForm);
  }
  const instead = name && found.length === 0 ? STORE_WORDS[locale].unknown(inline(name, 60)) : null;
  const shown = found.length > 0 ? found : stores;
  await tell(
    surface,
    caller,
    place,
    storeListMessage({ stores: shown, locale, instead, mayAdd: refusal === null }),
  );
}

/** The one with this very name, else all whose names begin with it or hold it. */
function called(name: string, stores: readonly StoreProfile[]): readonly StoreProfile[] {
  const wanted = foldedName(name);
  const like = (test: (folded: string) => boolean) =>
    stores.filter(({ store }) => test(foldedName(store.name)));
  const ways = [
    (folded: string) => folded === wanted,
    (folded: string) => folded.startsWith(wanted),
    (folded: string) => folded.includes(wanted),
  ];
  return ways.map(like).find((found) => found.length > 0) ?? [];
}
