import { z } from 'zod';

/** Slack's own word for what went wrong, where it answered at all. */
export const errorCode = (err: unknown): string | null =>
  z.object({ data: z.object({ error: z.string() }) }).safeParse(err).data?.data.error ?? null;

/** The scope that Slack misses for a call; null where it refused for another reason, or not at all. */
export const scopeMissing = (err: unknown): string | null =>
  z
    .object({ data: z.object({ error: z.literal('missing_scope'), needed: z.string().default('?') }) })
    .safeParse(err).data?.data.needed ?? null;

const TRIGGER_GONE: ReadonlySet<string | null> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
]);

/** True where a form came too late: a trigger lives three seconds and opens one. */
export const isTriggerGone = (err: unknown): boolean => TRIGGER_GONE.has(errorCode(err));
