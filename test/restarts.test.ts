import { describe, expect, test } from 'vitest';
import { MINUTE } from '../src/domain/time.ts';
import { EXIT } from '../src/exit-codes.ts';
import { afterEnd } from '../src/restarts.ts';

const soon = 5_000;

describe('after the server ended', () => {
  test('it starts again, a little later each time, and gives up where it never gets up', () => {
    const delays: number[] = [];
    let failures = 0;
    let next = afterEnd({ code: EXIT.fault, ranFor: soon }, failures);
    while (next.kind === 'restart') {
      delays.push(next.after / 1_000);
      failures = next.failures;
      next = afterEnd({ code: null, ranFor: soon }, failures);
    }
    expect(delays).toEqual([1, 2, 4, 8, 15]);
    expect(next).toEqual({ kind: 'stop', code: EXIT.fault, why: 'hopeless' });
  });

  test('a server that was healthy for a while is started at once again', () => {
    expect(afterEnd({ code: 1, ranFor: 3_600_000 }, 5)).toEqual({
      kind: 'restart',
      after: 1_000,
      failures: 1,
    });
  });

  test('a server that waited its minute for a database is started again for as long as that is away', () => {
    let failures = 0;
    for (let start = 0; start < 20; start += 1) {
      const next = afterEnd({ code: EXIT.fault, ranFor: MINUTE + 500 }, failures);
      if (next.kind !== 'restart') throw new Error('It gave up');
      failures = next.failures;
    }
    expect(failures).toBe(1);
  });

  test('a server that asks for it is started at once, and that is no failure', () => {
    expect(afterEnd({ code: EXIT.restart, ranFor: soon }, 2)).toEqual({
      kind: 'restart',
      after: 0,
      failures: 2,
    });
  });

  test('what it was asked to do, and what no start can mend, ends it', () => {
    expect(afterEnd({ code: EXIT.stopped, ranFor: soon }, 0)).toMatchObject({ kind: 'stop', why: 'asked' });
    expect(afterEnd({ code: EXIT.settings, ranFor: soon }, 0)).toMatchObject({ kind: 'stop', code: 78 });
  });
});
