import { createHash } from 'node:crypto';

/** A short fingerprint of what was asked: the same words give the same key. */
export const digest = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 16);
