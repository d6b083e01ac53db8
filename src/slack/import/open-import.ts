import { IMPORT } from '../../i18n/import.ts';
import { row } from '../blocks/buttons.ts';
import { section } from '../blocks/text.ts';
import { plain } from '../modals/pieces.ts';
import { endView } from '../modals/plain-views.ts';
import { openPrepared } from '../prepared-view.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup } from '../refuse.ts';
import { type Caller, localeOf, type Place, type Surface } from '../surface.ts';
import { tell } from '../tell.ts';
import { IMPORT_OPEN } from './ids.ts';
import { mayReadFiles } from './may-read.ts';
import { importView } from './view.ts';

interface Asked {
  readonly caller: Caller;
  readonly place: Place;
  readonly triggerId: string;
}

/** Opens the form for a list of live cases; what came of it is told where it was opened. */
export async function openImport(surface: Surface, { caller, place, triggerId }: Asked): Promise<void> {
  const { title } = IMPORT[localeOf(surface, caller)];
  await openPrepared(surface, { caller, triggerId, title, what: 'import' }, async (viewId) => {
    if (place.responseUrl !== null) surface.memory.responseUrls.set(viewId, place.responseUrl);
    const { isGuest, locale } = await readerOf(surface, caller);
    if (isGuest) return endView(IMPORT[locale].title, refusalMarkup({ code: 'guest' }, locale), [], locale);
    const { channel, threadTs } = place;
    const meta = { channel, threadTs, checked: null, file: null, names: [] };
    return importView({
      locale,
      meta,
      text: '',
      dayFirst: false,
      findings: null,
      banner: null,
      mayRead: mayReadFiles(surface),
    });
  });
}

/** A mention brings no way to open a form; a button does. */
export async function offerImport(surface: Surface, caller: Caller, place: Place): Promise<void> {
  const { locale } = await readerOf(surface, caller);
  const words = IMPORT[locale];
  const button = {
    type: 'button',
    action_id: IMPORT_OPEN,
    text: plain(words.open, 75),
    style: 'primary',
  } as const;
  await tell(surface, caller, place, {
    text: words.needsButton,
    blocks: [section(words.needsButton), ...row([button])],
  });
}
