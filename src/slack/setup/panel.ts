import { setupMessage } from '../blocks/setup/setup-message.ts';
import { guardedQuietly } from '../fault.ts';
import { readerOf } from '../reader.ts';
import { tellRefusal } from '../refuse.ts';
import type { Caller, Place, Surface } from '../surface.ts';
import { respond, tell } from '../tell.ts';

/** How far the set-up is, to whoever may go on with it. */
export async function showSetup(surface: Surface, caller: Caller, place: Place): Promise<void> {
  const refusal = await surface.desk.setup.whyNot(caller);
  if (refusal) return tellRefusal(surface, caller, place, refusal);
  const [{ locale }, view] = await Promise.all([
    readerOf(surface, caller),
    surface.desk.setup.view(caller.workspace),
  ]);
  await tell(surface, caller, place, setupMessage({ view, locale }));
}

/** Draws the panel anew from which something was saved; the greeting is drawn by the desk. */
export function redrawPanel(surface: Surface, caller: Caller, responseUrl: string | null): Promise<void> {
  return guardedQuietly(surface, caller, 'setup, redraw', async () => {
    if (responseUrl === null) return;
    const [{ locale }, view] = await Promise.all([
      readerOf(surface, caller),
      surface.desk.setup.view(caller.workspace),
    ]);
    await respond(responseUrl, { ...setupMessage({ view, locale }), replace_original: true });
  });
}
