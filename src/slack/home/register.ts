import { personId } from '../../domain/ids.ts';
import { HOME_OPENED } from '../hears.ts';
import { homeOpenedPayload } from '../payloads.ts';
import type { Registrar } from '../registrar.ts';
import { onClick } from '../setup/register.ts';
import { showStores } from '../stores/list.ts';
import type { Surface } from '../surface.ts';
import { HOME_STORES } from './ids.ts';
import { publishHome } from './publish.ts';

/** Home and its own buttons; the others are the listeners that stand behind the same buttons elsewhere. */
export function registerHome(app: Registrar, surface: Surface): void {
  app.event(HOME_OPENED, async ({ body }) => {
    const { event } = homeOpenedPayload.parse(body);
    // Slack tells of the conversation's tab alike.
    if (event.tab !== 'home') return;
    const caller = { workspace: surface.workspace, person: personId(event.user) };
    await publishHome(surface, caller, event.view?.hash ?? null);
  });

  onClick(app, surface, HOME_STORES, (_, { caller, place, triggerId }) =>
    showStores(surface, { caller, place, triggerId }, ''),
  );
}
