/** A point in time: milliseconds since 1970-01-01T00:00:00Z. Time zones belong to `local-time.ts`. */
export type Instant = number;
/** A length of time in milliseconds. */
export type Duration = number;

export const SECOND: Duration = 1_000;
export const MINUTE: Duration = 60 * SECOND;
export const HOUR: Duration = 60 * MINUTE;
/** Twenty-four hours, whatever the clocks on the wall do. */
export const DAY: Duration = 24 * HOUR;
