import type { CaseView } from '../../desk/views/case-view.ts';
import { recognise } from '../../domain/recognise.ts';
import { drawForm } from '../actions/ask.ts';
import { lineOf } from '../modals/open/draft.ts';
import { type Purpose, pickCaseView, pickTitle } from '../modals/pick-case.ts';
import { INPUT_LIMIT } from '../modals/pieces.ts';
import { endView } from '../modals/plain-views.ts';
import { repliedForm } from '../modals/reply-form.ts';
import { giveBackWhole, withSource } from '../open-case.ts';
import { openPrepared } from '../prepared-view.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup } from '../refuse.ts';
import { localeOf, type Surface } from '../surface.ts';
import type { ChosenMessage } from './message.ts';

/** Asks to which case a message belongs; the one of its thread is known already. */
export async function openPickForm(surface: Surface, chosen: ChosenMessage, purpose: Purpose): Promise<void> {
  const { caller, place, triggerId, text, link, thread } = chosen;
  const title = pickTitle(purpose, localeOf(surface, caller));
  await openPrepared(
    surface,
    { caller, triggerId, title, what: `pick, ${purpose}`, typed: text },
    async (id) => {
      if (place.responseUrl !== null) surface.memory.responseUrls.set(id, place.responseUrl);
      const [{ isGuest, locale }, open, own] = await Promise.all([
        readerOf(surface, caller),
        surface.desk.list(caller.workspace),
        surface.desk.caseOfThread(caller.workspace, thread),
      ]);
      if (isGuest)
        return endView(pickTitle(purpose, locale), refusalMarkup({ code: 'guest' }, locale), [text], locale);
      if (text.length > INPUT_LIMIT) await giveBackWhole(surface, caller, place, text);
      if (purpose === 'replied' && own !== null)
        return drawForm(surface, { caller, number: own, place, text }, repliedForm);
      // Its own case is offered even where it is closed: a note may be added to it.
      const isListed = open.some((view) => view.case.number === own);
      const there = own === null || isListed ? null : await surface.desk.view(caller.workspace, own);
      const rank = ({ case: c }: CaseView): number =>
        c.number === own ? 0 : c.owner === caller.person ? 1 : 2;
      const cases = [...(there ? [there] : []), ...open].toSorted((a, b) => rank(a) - rank(b));
      return pickCaseView({
        meta: { purpose, channel: place.channel, threadTs: place.threadTs },
        cases,
        chosen: own,
        text: purpose === 'add' ? withSource(text, link) : text,
        identifiers: recognise(text).subjects.map(lineOf).join('\n'),
        locale,
      });
    },
  );
}
