import { PANELS } from '../../i18n/panels.ts';
import { type CardInput, cardMessage } from './card.ts';
import type { Message } from './message.ts';
import { context, escape } from './text.ts';

/** `/case show 42`: the card for one person's eyes, with the way to its thread where the link is known. */
export function showMessage({ permalink, ...card }: CardInput & { permalink: string | null }): Message {
  const { text, blocks } = cardMessage(card);
  const way = permalink === null ? [] : [context(PANELS[card.locale].thread(escape(permalink)))];
  return { text, blocks: [...blocks, ...way] };
}
