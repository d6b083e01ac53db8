import type { DeskDeps } from '../../src/desk/deps.ts';
import type { OutboxWake } from '../../src/desk/ports/wake.ts';

/** The wake-ups that the desk asks for, and a clock that goes from one to the next: a queue that loses nothing. */
export function wakeList(
  team: { readonly deps: DeskDeps; readonly time: { now: number } },
  deliver: (lane: OutboxWake) => Promise<void>,
) {
  const waiting = new Map<string, OutboxWake>();
  const add = (lanes: readonly OutboxWake[]): void => {
    for (const lane of lanes) waiting.set(`${lane.workspaceId}/${lane.case}/${lane.notBefore}`, lane);
  };
  Object.assign(team.deps.wake, { outbox: async (lanes: readonly OutboxWake[]) => add(lanes) });
  return {
    add,
    forget: () => waiting.clear(),
    /** Goes on until nobody wants to be woken any more, or `enough` says so. */
    run: async (enough: () => boolean = () => false, most = 100_000): Promise<number> => {
      let runs = 0;
      while (waiting.size > 0 && !enough()) {
        const [[key, lane] = []] = [...waiting].sort(([, a], [, b]) => a.notBefore - b.notBefore);
        if (key === undefined || lane === undefined) break;
        waiting.delete(key);
        team.time.now = Math.max(team.time.now, lane.notBefore);
        await deliver(lane);
        runs += 1;
        if (runs > most) throw new Error(`Woken ${most} times, and there is no end to it`);
      }
      return runs;
    },
  };
}
