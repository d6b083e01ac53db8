import { guardedQuietly } from './fault.ts';
import { frameOf, readCaseMeta } from './modals/case-form.ts';
import { CASE_FORMS } from './modals/case-forms.ts';
import { MEANING, meaningOf, PROMISED, REPLY_TEXT, replyBlocks } from './modals/reply-form.ts';
import { chosenIn, textIn } from './modals/typed.ts';
import type { ViewPayload } from './payloads.ts';
import { updateView } from './prepared-view.ts';
import { readerOf } from './reader.ts';
import type { Caller, Surface } from './surface.ts';

/** Somebody chose what Amazon's answer means: only a holding answer asks for the promised date. */
export async function redrawReplyForm(surface: Surface, caller: Caller, view: ViewPayload): Promise<void> {
  const { values } = view.state;
  const meaning = meaningOf(chosenIn(values, MEANING));
  const form = CASE_FORMS.find((one) => one.id === view.callback_id);
  if (form === undefined || (meaning === 'holding') === PROMISED in values) return;
  await guardedQuietly(surface, caller, `${form.id}, redraw`, async () => {
    const { locale } = await readerOf(surface, caller);
    const blocks = replyBlocks(form.id, meaning, locale, textIn(values, REPLY_TEXT));
    await updateView(surface, view.id, frameOf(form, blocks, readCaseMeta(view.private_metadata), locale));
  });
}
