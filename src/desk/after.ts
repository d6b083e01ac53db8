import type { Answer } from './answer.ts';
import type { DeskDeps } from './deps.ts';
import type { Commit } from './ports/cases.ts';
import { HORIZON } from './ports/wake.ts';

/**
 * After a commit: tells the scheduler what there is to do. A hint only, and nobody waits for it: if it is
 * lost, the next sweep finds the same rows.
 */
export function after(deps: DeskDeps, { case: c, timers }: Pick<Commit, 'case' | 'timers'>): Answer {
  const name = { workspaceId: c.workspace, case: c.number };
  const soon = deps.now() + HORIZON;
  const due = timers.filter((timer) => timer.dueAt <= soon);
  const hints = [
    deps.wake.outbox([{ ...name, notBefore: deps.now() }]),
    deps.wake.timers(due.map(({ key, dueAt }) => ({ ...name, key, dueAt }))),
  ];
  for (const hint of hints)
    hint.catch((err: unknown) => deps.log.warn({ err }, 'A wake-up was lost; the sweep will find it'));
  return { ok: true, number: c.number };
}
