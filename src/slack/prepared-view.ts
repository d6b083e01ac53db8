import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { ANSWERS } from '../i18n/answers.ts';
import { SCOPE_WORDS } from '../i18n/scopes.ts';
import { logFault } from './fault.ts';
import { endView, loadingView } from './modals/plain-views.ts';
import { errorCode, scopeMissing } from './slack-error.ts';
import { type Caller, localeOf, type Surface } from './surface.ts';
import { PATIENCE_MS, within } from './within.ts';

interface Opening {
  readonly caller: Caller;
  readonly triggerId: string;
  readonly title: string;
  /** For the log: which form. */
  readonly what: string;
  /** Given back if the form can't be filled. */
  readonly typed?: string;
}

const openedSchema = z.object({ view: z.object({ id: z.string() }) });

/**
 * Opens a modal at once, because a trigger lives three seconds, and fills it as soon as the desk has answered.
 *
 * @throws where Slack does not open it; what fails after that is shown in the modal itself.
 */
export async function openPrepared(
  surface: Surface,
  { caller, triggerId, title, what, typed = '' }: Opening,
  prepare: (viewId: string) => Promise<ModalView>,
): Promise<void> {
  const guess = localeOf(surface, caller);
  const opened = await surface.client.views.open({ trigger_id: triggerId, view: loadingView(title, guess) });
  const viewId = openedSchema.parse(opened).view.id;
  await updateView(surface, viewId, await prepared(() => prepare(viewId)));

  async function prepared(work: () => Promise<ModalView>): Promise<ModalView> {
    try {
      const late = (err: unknown) => void logFault(surface, caller, err, `${what}, late`);
      const done = await within(PATIENCE_MS, work(), late);
      return done.late ? failed(new Error('The desk did not answer in time')) : done.value;
    } catch (err) {
      return failed(err);
    }
  }

  function failed(err: unknown): ModalView {
    const locale = localeOf(surface, caller);
    const reference = logFault(surface, caller, err, what);
    const scope = scopeMissing(err);
    const text = scope === null ? ANSWERS[locale].notLoaded(reference) : SCOPE_WORDS[locale].refused(scope);
    return endView(title, text, [typed], locale);
  }
}

/** Draws an open modal anew. One that the person has closed meanwhile is nobody's loss. */
export async function updateView(surface: Surface, viewId: string, view: ModalView): Promise<void> {
  try {
    await surface.client.views.update({ view_id: viewId, view });
  } catch (err) {
    if (errorCode(err) !== 'not_found') throw err;
    surface.log.debug({ viewId }, 'The modal was closed before it could be drawn again');
  }
}
