import { useMemo, useSyncExternalStore } from 'react';
import type { SandboxAct } from '../../protocol.ts';
import type { FormStore } from './form-store.ts';
import { stateOf, valuesOf } from './input-state.ts';
import type { Json } from './json.ts';
import { useSandbox } from './sandbox.ts';
import type { Surface } from './surface.ts';

type Source = Extract<SandboxAct, { type: 'action' }>['source'];

interface Options {
  store: FormStore;
  source: Source;
  blocks: Json[];
  /** The server's copy of the inputs (a view's `state.values`). */
  saved: Json;
  errors: Readonly<Record<string, string>>;
}

/** Ties blocks to what is typed into them and to the app that hears of it. */
export function useSurfaceOf({ store, source, blocks, saved, errors }: Options): Surface {
  const { me, act } = useSandbox();
  const typed = useSyncExternalStore(store.subscribe, store.snapshot);
  return useMemo(
    () => ({
      errors,
      stateOf: (placed) => stateOf(placed, typed, saved),
      currentOf: (placed) => stateOf(placed, store.snapshot(), saved),
      write: (blockId, actionId, state) => store.write(blockId, actionId, state),
      dispatch: async (action) => {
        const values = valuesOf(blocks, store.snapshot(), saved);
        const body: SandboxAct = { type: 'action', user: me.id, source, action: { ...action } };
        await act(Object.keys(values).length > 0 ? { ...body, values } : body);
      },
    }),
    [store, source, blocks, saved, errors, typed, me.id, act],
  );
}
