import type { WorkspaceId } from '../../domain/ids.ts';
import { LEASE } from '../deliver/timing.ts';
import type { DeskDeps } from '../deps.ts';
import type { Post, SetupContent } from '../ports/messenger.ts';
import type { OnceSent, WorkspaceChoices } from '../ports/team.ts';

export type OnceKind = 'greeting' | 'started';

/**
 * Takes a message of the set-up one step further, of which there is one for all time, however many processes
 * there are: claimed by a conditional write, looked up by its key before any repeat. Whatever stays uncertain is
 * taken up again by a later sweep.
 */
export async function sendOnce(
  deps: Pick<DeskDeps, 'team' | 'messenger' | 'now' | 'log'>,
  workspace: WorkspaceId,
  which: OnceKind,
  first: { readonly to: string; readonly also?: Partial<WorkspaceChoices> } | null,
  draw: (to: string) => Promise<Post<SetupContent>>,
): Promise<void> {
  const { team, messenger, now, log } = deps;
  const shown = await team.choices(workspace);
  const stands = shown[which] ?? null;
  const to = stands?.to ?? first?.to;
  if (to === undefined || (stands !== null && stands.kind !== 'sending')) return;
  if (stands !== null && stands.since > now() - LEASE) return;
  const post = await draw(to);
  if (stands !== null) {
    const found = await messenger.find(post, stands.since);
    if (found.kind === 'unknown') {
      log.warn({ workspace, which, why: found.why }, 'A message of the set-up can’t be looked for; waiting');
      return;
    }
    if (found.kind === 'found')
      return settle(deps, workspace, which, stands.fence, { kind: 'sent', to, ts: found.ts });
  }
  const fence = (stands?.fence ?? 0) + 1;
  const claim: OnceSent = { kind: 'sending', to, since: now(), fence };
  if (!(await team.choose(workspace, { ...shown, ...first?.also, [which]: claim }, shown))) return;
  const outcome = await messenger.post(post);
  if (outcome.kind === 'sent')
    return settle(deps, workspace, which, fence, { kind: 'sent', to, ts: outcome.ts });
  log.warn({ workspace, which, outcome }, 'A message of the set-up was not sent');
  if (outcome.kind === 'refused' && outcome.about !== 'installation')
    await settle(deps, workspace, which, fence, { kind: 'refused', to });
}

/** Somebody may save their choices at the same moment: theirs are kept. */
async function settle(
  { team }: Pick<DeskDeps, 'team'>,
  workspace: WorkspaceId,
  which: OnceKind,
  fence: number,
  end: OnceSent,
): Promise<void> {
  for (;;) {
    const shown = await team.choices(workspace);
    const stands = shown[which];
    if (stands?.kind !== 'sending' || stands.fence !== fence) return;
    if (await team.choose(workspace, { ...shown, [which]: end }, shown)) return;
  }
}
