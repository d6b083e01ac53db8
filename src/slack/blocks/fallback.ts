import type { KnownBlock } from '@slack/types';
import type { Message } from './message.ts';
import { cut, escape, packed } from './text.ts';

/** The same words without blocks, for when Slack refuses to draw them; buttons are still on the card. */
export function plainFallback({ text, blocks }: Message, limit: number): string {
  const words = packed(blocks.map(wordsOf), limit)[0] ?? text;
  return words.length > limit ? cut(text, limit) : words;
}

function wordsOf(block: KnownBlock): string {
  switch (block.type) {
    case 'section':
      return block.text?.text ?? '';
    case 'context':
      return block.elements.map((element) => ('text' in element ? element.text : '')).join(' ');
    case 'rich_text':
      return escape(block.elements.flatMap((part) => part.elements.map(wordsOfElement)).join(''));
    default:
      return '';
  }
}

const wordsOfElement = (element: { type: string; text?: unknown }): string =>
  typeof element.text === 'string' ? element.text : '';
