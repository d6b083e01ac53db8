import { setTimeout as pause } from 'node:timers/promises';
import { guardedQuietly, logFault } from './fault.ts';
import { type Draft, FIELD, readDraft, typedDeadline } from './modals/open/draft.ts';
import { readOpenMeta } from './modals/open/meta.ts';
import type { Conflict, SeenRival } from './modals/open/rivals.ts';
import { STORE } from './modals/open/stores.ts';
import { drawOpenForm, fingerprintOf, rivalsFor } from './open-case.ts';
import type { ViewPayload } from './payloads.ts';
import { updateView } from './prepared-view.ts';
import { readerOf } from './reader.ts';
import type { Caller, Surface } from './surface.ts';
import { PATIENCE_MS, within } from './within.ts';

/** The inputs that change the form's shape as they change. */
export const OPEN_DISPATCHES: readonly string[] = [STORE, FIELD.category, FIELD.identifiers];

/** Slack tells of every letter: the last of a burst is enough, and views.update has a limit per minute. */
const BURST_MS = 300;

/**
 * Somebody chose a store or a category, or typed identifiers: the form shows what belongs to it. Advice only,
 * so a fault is logged and the form stays as it was; everything is checked again when it is sent.
 */
export async function redrawOpenForm(
  surface: Surface,
  caller: Caller,
  view: ViewPayload,
  changed: string,
): Promise<void> {
  const turn = surface.redraws.begin(view.id);
  await guardedQuietly(surface, caller, 'open, redraw', async () => {
    if (changed === FIELD.identifiers) await pause(BURST_MS);
    if (!turn.isNewest()) return;
    const late = (err: unknown) => void logFault(surface, caller, err, 'open, redraw, late');
    const drawn = await within(PATIENCE_MS, redrawn(surface, caller, view), late);
    if (drawn.late) throw new Error('The desk did not answer in time');
    if (drawn.value && turn.isNewest()) await updateView(surface, view.id, drawn.value);
  });
  turn.end();
}

/** Null where the form would look the same. */
async function redrawn(surface: Surface, caller: Caller, view: ViewPayload) {
  const meta = readOpenMeta(view.private_metadata);
  const draft = readDraft(view.state.values);
  const [{ locale }, pairs] = await Promise.all([
    readerOf(surface, caller),
    surface.desk.stores(caller.workspace),
  ]);
  const rivals = await rivalsFor(surface, draft, pairs);
  const form = {
    locale,
    now: surface.desk.now(),
    pairs,
    draft,
    ownDeadline: ownDeadline(view, meta.standard?.at),
    rivals,
    conflict: stillInConflict(view, draft, rivals),
    banner: null,
  };
  return fingerprintOf(form) === meta.drawn ? null : drawOpenForm({ ...form, meta });
}

/** A date in the form that Docket did not put there. */
export function ownDeadline(view: ViewPayload, standard: number | undefined): number | null {
  const at = typedDeadline(view.state.values);
  return at === standard ? null : at;
}

/** A refused form keeps asking what to do, as long as there still are cases in the way. */
function stillInConflict(view: ViewPayload, draft: Draft, rivals: readonly SeenRival[]): Conflict | null {
  const wasRefused = FIELD.choice in view.state.values || draft.because !== '';
  if (!wasRefused || rivals.length === 0) return null;
  const open = rivals.filter(({ rival }) => rival.closedAt === null);
  return open.length > 0 ? { code: 'duplicate', rivals: open } : { code: 'recently_closed', rivals };
}
