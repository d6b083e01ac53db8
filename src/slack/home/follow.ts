import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { personId } from '../../domain/ids.ts';
import { guardedQuietly } from '../fault.ts';
import { actedPayload } from '../payloads.ts';
import type { Surface } from '../surface.ts';
import { publishHome } from './publish.ts';

type Arriving = Pick<AnyMiddlewareArgs & AllMiddlewareArgs, 'body' | 'next'>;

/** Once everything else is done: Home shows what its reader did in it, and in a form that they opened there. */
export async function followHome(surface: Surface, { body, next }: Arriving): Promise<void> {
  await next();
  const { data: acted } = actedPayload.safeParse(body);
  if (!acted) return;
  const caller = { workspace: surface.workspace, person: personId(acted.user.id) };
  const { atHome } = surface.memory;
  const isForm = acted.view?.type === 'modal';
  if (!isForm) atHome.set(caller.person, acted.view?.type === 'home');
  // A change of an input decides nothing yet.
  if (isForm && acted.type !== 'view_submission') return;
  if (atHome.get(caller.person) !== true) return;
  const hash = isForm ? null : (acted.view?.hash ?? null);
  await guardedQuietly(surface, caller, 'Home, again', () => publishHome(surface, caller, hash));
}
