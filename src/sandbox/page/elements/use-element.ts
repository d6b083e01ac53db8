import { type Json, object } from '../data/json.ts';
import { useSurface } from '../data/surface.ts';
import { useConfirm } from './confirm.tsx';
import type { ElementProps } from './naming.ts';

/** An input's state, how to change it, and how to tell the app. */
export function useElement({ element, blockId, actionId, dispatches }: ElementProps) {
  const surface = useSurface();
  const ask = useConfirm();
  const state: Json = surface.stateOf({ element, blockId, actionId }) ?? {};

  const current = (): Json => surface.currentOf({ element, blockId, actionId }) ?? {};
  const keep = (change: Json): Json => {
    const next = { ...current(), ...change };
    surface.write(blockId, actionId, next);
    return next;
  };
  const tell = (next: Json) => surface.dispatch({ ...next, block_id: blockId, action_id: actionId });

  return {
    state,
    current,
    keep,
    tell,
    /** Takes a choice: asks first where the element says so, keeps it, and tells the app if it wants to know. */
    choose: async (change: Json) => {
      if (dispatches && !(await ask(object(element, 'confirm')))) return;
      const next = keep(change);
      if (dispatches) await tell(next);
    },
  };
}
