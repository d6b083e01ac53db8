export interface Timestamps {
  readonly next: () => string;
  /** The latest one, in microseconds since 1970; 0 before the first. */
  last(): number;
  /** Goes on after one that was given out in another life. */
  goOnAfter(micros: number): void;
}

/**
 * Message timestamps as Slack makes them: seconds and microseconds of the product's clock. Each is later than
 * the one before, even while that clock stands still or is turned back, because Slack uses them as ids.
 */
export function timestamps(now: () => number): Timestamps {
  let last = 0;
  return {
    next: () => {
      last = Math.max(last + 1, Math.floor(now() * 1000));
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
    last: () => last,
    goOnAfter: (micros) => {
      last = Math.max(last, micros);
    },
  };
}

export function isTimestamp(text: string): boolean {
  return /^\d{1,12}\.\d{6}$/.test(text);
}
