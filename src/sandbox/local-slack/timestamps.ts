/**
 * Message timestamps as Slack makes them: seconds and microseconds of the product's clock. Each is later than
 * the one before, even while that clock stands still or is turned back, because Slack uses them as ids.
 */
export function timestamps(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.floor(now() * 1000));
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
}

export function isTimestamp(text: string): boolean {
  return /^\d{1,12}\.\d{6}$/.test(text);
}
