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
  // A change of an input in a form says nothing of where the form was opened.
  if (acted.type === 'block_actions' && acted.view?.type !== 'modal')
    atHome.set(caller.person, acted.view?.type === 'home');
  const isForm = acted.view?.type === 'modal';
  if (isForm && acted.type === 'block_actions') return;
  if (atHome.get(caller.person) !== true) return;
  const hash = isForm ? null : (acted.view?.hash ?? null);
  await guardedQuietly(surface, caller, 'Home, again', () => publishHome(surface, caller, hash));
}
