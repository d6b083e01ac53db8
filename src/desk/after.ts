import type { CaseNumber, WorkspaceId } from '../domain/ids.ts';
import { MINUTE } from '../domain/time.ts';
import type { Answer } from './answer.ts';
import type { DeskDeps } from './deps.ts';

/** Rows due within this long are in the queue; what lies further off waits for a later sweep. */
export const HORIZON = 10 * MINUTE;

/**
 * After a commit: tells the scheduler what there is to do. A hint only, and nobody waits for it: if it is
 * lost, the next sweep finds the same rows.
 */
export async function after(deps: DeskDeps, workspaceId: WorkspaceId, number: CaseNumber): Promise<Answer> {
  const lane = { workspaceId, case: number, notBefore: deps.now() };
  deps.wake
    .outbox([lane])
    .catch((err: unknown) => deps.log.warn({ err }, 'Wake-up lost; the sweep will find it'));
  return { ok: true, number };
}
