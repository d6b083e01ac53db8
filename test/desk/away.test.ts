import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personId } from '../../src/domain/ids.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn, forgetCases, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

let database: Database;
let team: Awaited<ReturnType<typeof deskOn>>;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(() => database.close());
beforeEach(async () => {
  team = await deskOn(database, at('2026-09-16T10:00+08:00'));
  await forgetCases(team);
  await team.db.deleteFrom('absences').execute();
});

const day = (month: number, d: number) => ({ year: 2026, month, day: d });
const golden = (cover: string | null) => ({
  from: day(10, 1),
  to: day(10, 8),
  cover: cover === null ? null : personId(cover),
});
const absences = async (id: string) => (await team.deps.people.find(T1, personId(id)))?.absences;

test('whoever goes away hears how many cases stay theirs, and is known to be away at once', async () => {
  await team.desk.open(team.by('LI'), BUY_BOX);
  const answer = await team.desk.goAway(team.by('LI'), golden('WANG'));
  expect(answer).toEqual({ ok: true, cases: 1, wasAway: false });
  expect(await absences('LI')).toEqual([golden('WANG')]);
  expect((await team.desk.list(T1, personId('LI'))).map((v) => v.case.owner)).toEqual(['LI']);
});

test('said again it is the same absence; other days replace what they overlap', async () => {
  await team.desk.goAway(team.by('LI'), golden('WANG'));
  await team.desk.goAway(team.by('LI'), golden('WANG'));
  expect(await absences('LI')).toHaveLength(1);
  await team.desk.goAway(team.by('LI'), { ...golden(null), to: day(10, 3) });
  expect(await absences('LI')).toEqual([{ ...golden(null), to: day(10, 3) }]);
});

test('two people can’t cover for each other in the same days', async () => {
  await team.desk.goAway(team.by('WANG'), { ...golden(null), from: day(10, 5) });
  expect(await team.desk.goAway(team.by('LI'), golden('WANG'))).toEqual({
    ok: false,
    refusal: { code: 'cover_away', person: 'WANG', from: day(10, 5), to: day(10, 8) },
  });
  expect(await absences('LI')).toEqual([]);
});

test('coming back ends it on that day, and takes back what lies ahead', async () => {
  await team.desk.goAway(team.by('LI'), golden(null));
  team.time.now = at('2026-10-03T10:00+08:00');
  expect(await team.desk.comeBack(team.by('LI'))).toMatchObject({ ok: true, wasAway: true });
  expect(await absences('LI')).toEqual([{ ...golden(null), to: day(10, 2) }]);
  await team.desk.goAway(team.by('LI'), { ...golden(null), from: day(10, 5) });
  await team.desk.comeBack(team.by('LI'));
  expect(await absences('LI')).toEqual([{ ...golden(null), to: day(10, 2) }]);
});

test('guests are not away: they own nothing', async () => {
  expect(await team.desk.goAway(team.by('GUEST1'), golden(null))).toEqual({
    ok: false,
    refusal: { code: 'guest' },
  });
  expect(await team.desk.goAway(team.by('LI'), golden('GUEST1'))).toMatchObject({
    refusal: { code: 'not_a_member' },
  });
});
