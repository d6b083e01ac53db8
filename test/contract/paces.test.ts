import { describe, expect, test } from 'vitest';
import type { Allowance } from '../../src/desk/ports/paces.ts';
import { workspaceId } from '../../src/domain/ids.ts';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { engines } from '../engines.ts';
import { NOON, storeBench } from './store-bench.ts';

const CHANNEL: Allowance = { name: 'post/C1', every: SECOND, burst: 3 };
const OTHER: Allowance = { ...CHANNEL, name: 'post/C2' };
const ALL: Allowance = { name: 'post', every: SECOND / 4, burst: 4 };

describe.each(engines)('the paces on $name', (engine) => {
  const { either, workspace } = storeBench(engine);
  const take = (now: number, ...of: Allowance[]) => either().paces.take(workspace(), of, now);
  const pause = (what: Allowance, until: number) => either().paces.pause(workspace(), what, until);
  /** How many of so many that try at once may go. */
  const gone = async (tries: number, now: number, ...of: Allowance[]) =>
    (await Promise.all(Array.from({ length: tries }, () => take(now, ...of)))).filter((u) => u === null)
      .length;

  test('let a burst go, say when the next may, and then let one go in each interval', async () => {
    for (let i = 0; i < 3; i += 1) expect(await take(NOON, CHANNEL)).toBeNull();
    expect(await take(NOON, CHANNEL)).toBe(NOON + SECOND);
    expect(await take(NOON + SECOND - 1, CHANNEL)).toBe(NOON + SECOND);
    expect(await take(NOON + SECOND, CHANNEL)).toBeNull();
    expect(await take(NOON + SECOND, CHANNEL)).toBe(NOON + 2 * SECOND);
  });

  test('save up no more than a burst', async () => {
    await take(NOON, CHANNEL);
    expect(await gone(10, NOON + MINUTE, CHANNEL)).toBe(3);
  });

  test('many at once in two processes never go beyond', async () => {
    expect(await gone(40, NOON, CHANNEL)).toBe(3);
    expect(await gone(40, NOON + 2 * SECOND, CHANNEL)).toBe(2);
  });

  test('of several allowances all must have room; what is short of one takes nothing of the others', async () => {
    expect(await take(NOON, OTHER, ALL)).toBeNull();
    for (let i = 0; i < 3; i += 1) expect(await take(NOON, CHANNEL, ALL)).toBeNull();
    // The workspace is used up, the other channel is not.
    expect(await take(NOON, OTHER, ALL)).toBe(NOON + SECOND / 4);
    expect(await gone(10, NOON, OTHER)).toBe(2);
  });

  test('a pause holds until its end, then one goes at a time', async () => {
    await pause(CHANNEL, NOON + 30 * SECOND);
    expect(await take(NOON + 30 * SECOND - 1, CHANNEL)).toBe(NOON + 30 * SECOND);
    expect(await take(NOON, OTHER)).toBeNull();
    expect(await gone(10, NOON + 30 * SECOND, CHANNEL)).toBe(1);
  });

  test('a shorter pause does not end a longer one, and no call that is given back shortens it', async () => {
    await pause(CHANNEL, NOON + 30 * SECOND);
    await pause(CHANNEL, NOON + SECOND);
    expect(await take(NOON + 2 * SECOND, CHANNEL)).toBe(NOON + 30 * SECOND);

    // Slack says "too many" of the other channel between the taking and the giving back.
    const { paces, database } = either();
    await pause(ALL, NOON + MINUTE);
    const query = database.pool.query.bind(database.pool);
    const taking = paces.take(workspace(), [OTHER, ALL], NOON);
    const paused = pause(OTHER, NOON + 40 * SECOND);
    await Promise.all([taking, paused]);
    const { rows } = await query<{ free_at: number }>(
      "SELECT free_at::float8 AS free_at FROM paces WHERE workspace_id = $1 AND name = 'post/C2'",
      [workspace()],
    );
    expect(rows[0]?.free_at).toBeGreaterThanOrEqual(NOON + 40 * SECOND + 2 * SECOND);
  });

  test('belong to their workspace', async () => {
    await pause(CHANNEL, NOON + MINUTE);
    expect(await either().paces.take(workspaceId(`${workspace()}x`), [CHANNEL], NOON)).toBeNull();
  });
});
