import { decideFire } from '../domain/decide/fire.ts';
import type { CaseNumber, WorkspaceId } from '../domain/ids.ts';
import { planTimers } from '../domain/timers/plan.ts';
import { after } from './after.ts';
import { changeCommit, fold } from './build-commit.ts';
import { type DeskDeps, scheduleOf } from './deps.ts';

const ATTEMPTS = 5;

/**
 * Fires whatever is due of a case now. The wake-up is only a hint: what is due is decided from the case
 * itself, inside one versioned commit, so a twin, a stale or an early one does nothing.
 */
export async function fire(deps: DeskDeps, workspace: WorkspaceId, number: CaseNumber): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const loaded = await deps.cases.load(workspace, number);
    if (!loaded) return;
    const schedule = await scheduleOf(deps, loaded.case);
    const now = deps.now();
    const firing = decideFire(loaded.case, schedule, now);
    if (!firing) {
      // The rows may come from another plan (the owner moved to another zone): mend them, or they stay due.
      if (loaded.timers.some((t) => t.dueAt <= now))
        await deps.cases.replan(loaded.case, planTimers(loaded.case, schedule));
      return;
    }
    const how = { at: now, by: null, receiptKey: null };
    const change = fold(loaded.case, [firing.event], deps.policy, how);
    const commit = changeCommit(loaded.case, change, firing.told, schedule, how);
    if ((await deps.cases.commit(commit)) === 'committed') {
      after(deps, commit);
      return;
    }
  }
  throw new Error(
    `Case ${number} changed ${ATTEMPTS} times while its timer fired; the next sweep tries again`,
  );
}
