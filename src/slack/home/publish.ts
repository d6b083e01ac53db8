import { homeView } from '../blocks/home.ts';
import { readerOf } from '../reader.ts';
import { errorCode } from '../slack-error.ts';
import type { Caller, Surface } from '../surface.ts';

/**
 * Draws somebody's Home from the truth. Only when they open it and after what they do there: nobody looks at it at
 * other times, and opening it draws it anew.
 *
 * `hash` is of what they look at: what another process drew since is not drawn over from older facts, but read
 * and drawn once more. Of several drawings under way here only the newest is published.
 */
export async function publishHome(surface: Surface, caller: Caller, hash: string | null): Promise<void> {
  const turn = surface.redraws.begin(`home ${caller.person}`);
  const publish = async (on: string | null): Promise<void> => {
    const [{ locale }, home] = await Promise.all([
      readerOf(surface, caller),
      surface.desk.home(caller.workspace, caller.person),
    ]);
    if (!turn.isNewest()) return;
    const view = homeView(home, locale);
    await surface.client.views.publish({
      user_id: caller.person,
      view,
      ...(on === null ? {} : { hash: on }),
    });
  };
  try {
    await publish(hash).catch((err: unknown) => {
      if (hash === null || errorCode(err) !== 'hash_conflict') throw err;
      return publish(null);
    });
  } finally {
    turn.end();
  }
}
