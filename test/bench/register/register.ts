import { randomUUID } from 'node:crypto';
import type { Desk } from '../../../src/desk/desk.ts';
import { deskOf } from '../../../src/desk/desk-of.ts';
import { personId } from '../../../src/domain/ids.ts';
import type { DatabaseOptions } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { benchDeps, WORKSPACE } from '../bench-deps.ts';
import { type Result, type Round, resultOf } from '../result.ts';
import { handWritten } from './hand-written.ts';

const AT_ONCE = 16;
const ROUNDS = 3;
const ROUND_MS = 1_500;
/** The desk is more code than a few statements: it takes longer until it is compiled. */
const WARM_UP_MS = 2_000;
const PEOPLE = 20;

/** Registrations per second: the desk's own way, and one transaction that writes the same rows by hand. */
export async function registerRate(key: string, database: DatabaseOptions): Promise<Result> {
  const store = await openStore(database, randomUUID);
  try {
    const desk = deskOf(benchDeps(store));
    const open = (): Promise<void> => openCase(desk);
    const byHand = await handWritten(store.database.pool, async (at) => {
      await openCase(desk, at.asin, at.requestKey);
    });
    const rounds: Round[] = [];
    await rateOf(open, WARM_UP_MS);
    await rateOf(byHand, WARM_UP_MS);
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ ours: await rateOf(open, ROUND_MS), beside: await rateOf(byHand, ROUND_MS) });
    const mark = {
      key,
      unit: 'cases/s',
      target: '>= 0.8x',
      met: ({ ratio }: Round & { ratio: number }) => ratio >= 0.8,
    };
    return resultOf(mark, rounds, {
      atOnce: AT_ONCE,
      beside: 'one transaction by hand, one statement per table',
    });
  } finally {
    await store.database.close();
  }
}

let opened = 0;
const nextAsin = (): string => `B0${(opened += 1).toString(36).toUpperCase().padStart(8, '0')}`;

async function openCase(desk: Desk, asin = nextAsin(), key: string = randomUUID()): Promise<void> {
  const person = personId(`U${String(opened % PEOPLE).padStart(4, '0')}`);
  const answer = await desk.open(
    { workspace: WORKSPACE, person, key },
    {
      storeName: 'Store A',
      marketplace: 'US',
      category: 'featured_offer',
      subjects: [{ kind: 'asin', value: asin }],
      problem: 'The Buy Box is gone since Thursday, although price and stock have not changed.',
      message: '',
      deadline: null,
      different: '',
    },
  );
  if (!answer.ok) throw new Error(`Not opened: ${JSON.stringify(answer.refusal)}`);
}

/** How often per second `work` is done by `AT_ONCE` callers, each of whom begins anew when it is done. */
async function rateOf(work: () => Promise<void>, ms: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() - start < ms) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  return (done * 1_000) / (performance.now() - start);
}
