import { SETUP_WORDS } from '../../i18n/setup.ts';
import { readerOf } from '../reader.ts';
import type { Surface } from '../surface.ts';
import { tell } from '../tell.ts';
import type { TeamClick } from './team-click.ts';

/** The fourth step belongs to the import: here it is only pointed to. */
export async function openImport(surface: Surface, { caller, place }: TeamClick): Promise<void> {
  const { locale } = await readerOf(surface, caller);
  await tell(surface, caller, place, { text: SETUP_WORDS[locale].importHint });
}
