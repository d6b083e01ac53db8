import { describe, expect, test, vi } from 'vitest';
import { anchoredClock } from '../src/clock.ts';

const DATABASE_NOW = Date.parse('2026-11-30T14:00Z');
const HOUR = 3_600_000;

/** Hazard 17. */
describe('the clock', () => {
  test.each([HOUR, -HOUR])('does not follow the machine’s own clock when that steps by %d ms', (step) => {
    const clock = anchoredClock(DATABASE_NOW);
    vi.spyOn(Date, 'now').mockReturnValue(DATABASE_NOW + step);
    expect(clock.now() - DATABASE_NOW).toBeLessThan(1_000);
    expect(clock.now()).toBeGreaterThanOrEqual(DATABASE_NOW);
  });

  test('follows the database from the next anchoring on, as after a machine slept', () => {
    const clock = anchoredClock(DATABASE_NOW);
    clock.anchor(DATABASE_NOW + 8 * HOUR);
    expect(clock.now() - (DATABASE_NOW + 8 * HOUR)).toBeLessThan(1_000);
  });
});
