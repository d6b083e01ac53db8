import type { Button } from '@slack/types';
import { cut } from './text.ts';

const BUTTON_LIMIT = 75;

/** A button that names no case. */
export const labelledButton = (
  id: string,
  text: string,
  { value, primary }: { readonly value?: string; readonly primary?: boolean } = {},
): Button => ({
  type: 'button',
  action_id: id,
  text: { type: 'plain_text', text: cut(text, BUTTON_LIMIT) },
  ...(value ? { value } : {}),
  ...(primary ? { style: 'primary' } : {}),
});
