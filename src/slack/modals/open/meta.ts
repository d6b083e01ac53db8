import { z } from 'zod';
import { CATEGORIES, type CategoryKey } from '../../../domain/categories.ts';
import type { Instant } from '../../../domain/time.ts';

/** What travels with the form: ids and counts, never what was typed. */
const metaSchema = z.object({
  channel: z.string().nullable(),
  threadTs: z.string().nullable(),
  /** Raised with each refusal: the same form sent again without an answer stays the same request. */
  attempt: z.number().int(),
  /** The deadline that Docket put there, to tell later whether somebody changed it. */
  standard: z.object({ category: z.string(), at: z.number() }).nullable(),
  /** A fingerprint of what is drawn beside the inputs: drawing the same again would only flicker. */
  drawn: z.string(),
});
export type OpenMeta = z.output<typeof metaSchema>;

/** @throws where the metadata is not ours: nobody else writes it. */
export const readOpenMeta = (metadata: string): OpenMeta => metaSchema.parse(JSON.parse(metadata));

/** The deadline that a category starts with; the one shown before, if the category is still the same. */
export function standardDeadline(
  category: CategoryKey | null,
  now: Instant,
  before: OpenMeta['standard'],
): OpenMeta['standard'] {
  if (category === null) return null;
  if (before?.category === category) return before;
  const wait = CATEGORIES[category].clock?.byDefault ?? null;
  return wait === null ? null : { category, at: Math.floor((now + wait) / 60_000) * 60_000 };
}
