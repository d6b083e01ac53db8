import type { Json } from '../data/json.ts';

/** What names a control for a screen reader. An input block has a label; elsewhere the element names itself. */
export interface Naming {
  id: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

export interface ElementProps {
  element: Json;
  blockId: string;
  actionId: string;
  naming: Naming;
  /** Whether a change is told to the app at once. */
  dispatches: boolean;
}

/** A control without a label or a name of its own is called by what it shows when empty. */
export const nameFor = (naming: Naming, fallback: string): Naming =>
  naming['aria-labelledby'] || naming['aria-label'] ? naming : { ...naming, 'aria-label': fallback };
