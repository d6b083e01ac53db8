import { type Days, readDays } from '../../domain/away/days.ts';
import { daysRefusal } from '../../domain/away/refusal.ts';
import { type PersonId, personId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { plainText } from '../plain-text.ts';

/** What stands after `away`. */
export type AwaySaid =
  | { readonly kind: 'absence'; readonly days: Days; readonly cover: PersonId | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'two_covers' };

const MENTIONS = /<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>/g;
/** What people write around the name of their cover. */
const AROUND = /(?:,|，|、|;|；)?\s*(?:covered by|cover|by|with|代班人?|由|请)?\s*[:：]?\s*$/i;

/** Days, and perhaps a colleague behind or before them. */
export function readAway(text: string, today: LocalDate): AwaySaid {
  const covers = [...new Set([...text.matchAll(MENTIONS)].map(([, id = '']) => id))];
  if (covers.length > 1) return { kind: 'two_covers' };
  const words = text
    .split(MENTIONS)
    .filter((_, i) => i % 2 === 0)
    .map((part, i, all) => (i < all.length - 1 ? part.replace(AROUND, '') : part));
  const rest = plainText(words.join(' '))
    .replace(/^\s*(?:代班|替我)\s*/, '')
    .trim();
  const read = readDays(rest, today);
  const refusal = daysRefusal(read);
  if (refusal || !read.ok) return { kind: 'refused', refusal: refusal ?? { code: 'dates_unknown' } };
  const [cover] = covers;
  return {
    kind: 'absence',
    days: { from: read.from, to: read.to },
    cover: cover === undefined ? null : personId(cover),
  };
}
