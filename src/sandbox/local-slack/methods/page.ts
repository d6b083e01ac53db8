import { Refusal } from '../refusal.ts';
import type { Args } from './args.ts';

/** One page of a list, with Slack's cursor to the next. */
export function page<T>(all: T[], args: Args, fallback: number, most: number) {
  const limit = args.count('limit', fallback, most);
  const from = offsetIn(args.text('cursor'));
  const next = from + limit < all.length ? Buffer.from(`next:${from + limit}`).toString('base64') : '';
  return {
    items: all.slice(from, from + limit),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
}

function offsetIn(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, offset] = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (offset === undefined) throw new Refusal('invalid_cursor');
  return Number(offset);
}
