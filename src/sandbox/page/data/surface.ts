import { createContext, useContext } from 'react';
import type { PlacedElement } from './input-state.ts';
import type { Json } from './json.ts';

/** The message, ephemeral or view in which blocks stand: where input is kept and actions come from. */
export interface Surface {
  stateOf: (placed: PlacedElement) => Json | undefined;
  /** The same, but now: for what was begun before the last drawing. */
  currentOf: (placed: PlacedElement) => Json | undefined;
  write: (blockId: string, actionId: string, state: Json) => void;
  /** Sends what was clicked or chosen, as Slack's `actions[]` has it. */
  dispatch: (action: Json) => Promise<void>;
  /** A person's mistakes, per block id. */
  errors: Readonly<Record<string, string>>;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('Blocks stand in a message or a view.');
  return surface;
}
