import { z } from 'zod';

/** More names than this are not asked one by one; the metadata has room for no more. */
export const MOST_NAMES = 10;
const NAME_LENGTH = 60;
export const isAskable = (name: string): boolean => name.length <= NAME_LENGTH;

/** What travels with the form: where it was opened, and what its last check was about. What was typed is in inputs. */
const metaSchema = z.object({
  channel: z.string().nullable(),
  threadTs: z.string().nullable(),
  /** A fingerprint of the list whose findings stand in the form; null before the first check. */
  checked: z.string().nullable(),
  /** The file of that list: Slack may not show it again after a re-drawing. */
  file: z.object({ id: z.string(), name: z.string(), url: z.string(), size: z.number() }).nullable(),
  /** The names that the form asks about, in the order of its inputs. */
  names: z.array(z.string()),
});
export type ImportMeta = z.output<typeof metaSchema>;
export type ListFile = NonNullable<ImportMeta['file']>;

/** @throws where the metadata is not ours: nobody else writes it. */
export const readImportMeta = (metadata: string): ImportMeta => metaSchema.parse(JSON.parse(metadata));
