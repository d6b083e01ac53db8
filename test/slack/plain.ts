/** A message as a person in Shenzhen reads it, in plain text: what a snapshot should show. */
import type { KnownBlock } from '@slack/types';
import type { Message } from '../../src/slack/blocks/message.ts';

export const plain = ({ text, blocks }: Message): string =>
  [`[${readable(text)}]`, ...blocks.map(blockText)].join('\n');

export function blockText(block: KnownBlock): string {
  switch (block.type) {
    case 'section': {
      const side = block.accessory && 'text' in block.accessory ? `  [${block.accessory.text.text}]` : '';
      return `${readable(block.text?.text ?? '')}${side}`;
    }
    case 'context':
      return block.elements
        .map((e) => ('text' in e ? `  ~ ${readable(e.text).replaceAll('\n', '\n  ~ ')}` : ''))
        .join('\n');
    case 'rich_text':
      return block.elements
        .map((e) => indent(e.elements.map((x) => ('text' in x ? x.text : '')).join(''), e.type))
        .join('\n');
    case 'actions':
      return block.elements.map(elementText).join(' ');
    default:
      return block.type;
  }
}

const indent = (text: string, type: string): string =>
  text
    .split('\n')
    .map((line) => `${type === 'rich_text_quote' ? '  > ' : '  | '}${line}`.trimEnd())
    .join('\n');

function elementText(element: { type: string }): string {
  const e = element as {
    type: string;
    text?: { text: string };
    style?: string;
    url?: string;
    options?: { text: { text: string } }[];
  };
  if (e.type === 'overflow') return `[… ${e.options?.map((o) => o.text.text).join(' · ')}]`;
  return `[${e.style === 'primary' ? '!' : ''}${e.text?.text}${e.url ? ' ↗' : ''}]`;
}

const SHENZHEN = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Slack's dates as the reader's phone writes them, in ‹ ›. */
export const readable = (text: string): string =>
  text
    .replace(/<!date\^(\d+)\^([^|]*)\|[^>]*>/g, (_, unix: string, format: string) => {
      const parts = SHENZHEN.format(Number(unix) * 1000);
      return format.includes('date') ? `‹${parts}›` : `‹${parts.slice(-5)}›`;
    })
    .replace(/<@(\w+)>/g, '@$1')
    .replace(/<(https?:[^|>]+)\|([^>]*)>/g, '$2 ↗');
