import { beforeEach, describe, expect, test } from 'vitest';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import { engines, useDatabase } from '../engines.ts';
import { BUY_BOX, deskOn, forgetCases, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

const FRIDAY = at('2027-01-14T20:30-05:00');
const TODAY = { year: 2027, month: 1, day: 15 };
const [LI, WEI, ANNA, TOM] = ['LI', 'WEI', 'ANNA', 'TOM'].map(personId);
const [engine] = engines;
if (!engine) throw new Error('There is always PGlite');

describe('a store’s new case', () => {
  const database = useDatabase(engine);
  let bench: Awaited<ReturnType<typeof deskOn>>;
  const cases = { count: 0 };

  beforeEach(async () => {
    bench = await deskOn(database(), FRIDAY);
    await forgetCases(bench);
    for (const table of ['absences', 'people'] as const) await bench.db.deleteFrom(table).execute();
    const store = await bench.deps.cases.ensureStore(T1, 'Store A', 'US');
    const profile = await bench.deps.team.store(T1, store.id);
    if (profile && LI && ANNA)
      await bench.deps.team.saveStore(T1, { ...profile, defaultOwner: LI, cover: ANNA });
  });
  const away = async (who = LI, cover: typeof LI | null = null): Promise<void> => {
    if (who) await bench.deps.team.addAbsence(T1, who, { from: TODAY, to: TODAY, cover: cover ?? null });
  };
  /** Whom a case goes to that Tom opens. */
  const goesTo = async (): Promise<string | null | undefined> => {
    cases.count += 1;
    const subjects = [{ kind: 'asin' as const, value: `B0FIRST${String(cases.count).padStart(3, '0')}` }];
    const answer = await bench.desk.open(bench.by(TOM ?? ''), { ...BUY_BOX, subjects });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return (await bench.deps.cases.load(T1, caseNumber(answer.number)))?.case.owner;
  };

  test('goes to its default owner', async () => {
    expect(await goesTo()).toBe(LI);
  });

  test('goes to whoever stands in for them while they are away', async () => {
    await away(LI, WEI);
    expect(await goesTo()).toBe(WEI);
  });

  test('goes to the store’s cover where nobody stands in, or is away too', async () => {
    await away(LI);
    expect(await goesTo()).toBe(ANNA);
    await away(LI, WEI);
    await away(WEI);
    bench.time.now += 11_000;
    expect(await goesTo()).toBe(ANNA);
  });

  test('stays with whoever opens it where everybody is away, or the owner has left', async () => {
    await away(LI);
    await away(ANNA);
    expect(await goesTo()).toBe(TOM);
    bench.people.set('LI', {
      id: personId('LI'),
      name: 'LI',
      zone: 'Asia/Shanghai',
      locale: 'en',
      isGuest: true,
      vacation: null,
    });
    await bench.db.deleteFrom('absences').execute();
    bench.time.now += 2 * 3_600_000;
    expect(await goesTo()).toBe(ANNA);
  });
});
