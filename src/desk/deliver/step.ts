import type { Instant } from '../../domain/time.ts';

/** `again`: something was done, look once more. Otherwise when to come back; null if only a sweep can say. */
export type NoticeStep =
  | { readonly kind: 'again' }
  | { readonly kind: 'rest'; readonly until: Instant | null };
