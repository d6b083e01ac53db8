import { openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn } from '../support/desk.ts';
import { at } from '../support/story.ts';

/**
 * A process that opens cases without a pause and says which it acknowledged. Before it begins it says what it
 * found. Its parent kills it.
 */
const [, , dataDir, prefix = 'AAA'] = process.argv;
if (dataDir === undefined) throw new Error('Say which folder');
const say = (what: object): boolean => process.stdout.write(`${JSON.stringify(what)}\n`);

const database = await openDatabase({ dataDir });
const { desk, by } = await deskOn(database, at('2026-11-25T12:00Z'));
const found = await database.pool.query<{ n: number }>('SELECT case_number AS n FROM cases ORDER BY 1');
say({ found: found.rows.map(({ n }) => n) });
let failures = 0;
for (let nth = 1; failures < 3; nth += 1) {
  const value = `B0${prefix}${String(nth).padStart(5, '0')}`;
  const request = { ...BUY_BOX, subjects: [{ kind: 'asin' as const, value }] };
  try {
    const answer = await desk.open(by('LI', value), request);
    say(answer.ok ? { acknowledged: answer.number } : { refused: answer });
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
    failures += 1;
  }
}
await database.close().catch((error: unknown) => say({ closing: String(error) }));
