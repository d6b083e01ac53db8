import { attend } from '../../src/desk/briefings/attend.ts';
import { peopleDue } from '../../src/desk/briefings/due.ts';
import { LEASE } from '../../src/desk/deliver/timing.ts';
import type { Post } from '../../src/desk/ports/messenger.ts';
import type { Team, WorkspaceChoices } from '../../src/desk/ports/team.ts';
import { sweep } from '../../src/desk/sweep.ts';
import type { WorkspaceId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { deskOn } from './desk.ts';

const FAR = Number.MAX_SAFE_INTEGER;

/** As if somebody had pressed *Start*. */
export async function start(
  team: Pick<Team, 'choices' | 'choose'>,
  workspace: WorkspaceId,
  at: Instant,
): Promise<void> {
  const choices: WorkspaceChoices = { ...(await team.choices(workspace)), startedAt: at };
  await team.choose(workspace, choices);
}

type TestDesk = Awaited<ReturnType<typeof deskOn>>;

export const isBrief = ({ content }: Post): boolean => content.kind === 'brief';

/** The clock goes from one thing that is due for people to the next, as sweeps and wake-ups would have it. */
export function briefed({ deps, time, postbox }: TestDesk) {
  const briefs = () => postbox.posts.filter(isBrief);
  /** All that is due now is done. */
  async function settle(): Promise<void> {
    for (let rounds = 0; rounds < 50; rounds += 1) {
      await sweep(deps);
      const due = (await peopleDue(deps, time.now, time.now - LEASE, 50)).filter(({ at }) => at <= time.now);
      if (due.length === 0) return;
      for (const { workspaceId, person } of due) await attend(deps, workspaceId, person);
    }
    throw new Error('There is no end to what is due');
  }
  async function turnTo(target: Instant): Promise<void> {
    await settle();
    for (;;) {
      const waiting = await peopleDue(deps, FAR, 0, 50);
      const held = (await peopleDue(deps, FAR, FAR, 50)).length > waiting.length ? [time.now + LEASE] : [];
      const next = Math.min(...waiting.map(({ at }) => at), ...held);
      if (next > target) break;
      time.now = Math.max(time.now, next);
      await settle();
    }
    time.now = target;
    await settle();
  }
  return { briefs, settle, turnTo };
}
