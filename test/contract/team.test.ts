import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Profile } from '../../src/desk/ports/people.ts';
import type { WorkspaceChoices } from '../../src/desk/ports/team.ts';
import { channelId, personId, storeId, workspaceId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-time.ts';
import { DEFAULT_HABITS, type StoreProfile } from '../../src/domain/team.ts';
import { engines } from '../engines.ts';
import { storeBench } from './store-bench.ts';

const [LI, WEI, MARIA, GUEST] = ['LI', 'WEI', 'MARIA', 'GUEST'].map(personId) as [
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
];
const profile = (id: typeof LI): Profile => ({
  id,
  name: String(id),
  zone: 'Asia/Shanghai',
  locale: 'zh-CN',
  isGuest: id === GUEST,
  vacation: null,
});
const NOTHING: WorkspaceChoices = {
  caseChannel: null,
  locale: null,
  zone: null,
  installer: null,
  startedAt: null,
  steps: {},
  greeting: null,
  started: null,
};
const october = (day: number): LocalDate => ({ year: 2026, month: 10, day });

describe.each(engines)('the team on $name', (engine) => {
  const { either, workspace, opened } = storeBench(engine);
  const odd = (json: string) => sql`${json}::jsonb`;
  const team = () => either().team;
  const everybody = async (): Promise<void> =>
    either().roster.remember(workspace(), [LI, WEI, MARIA, GUEST].map(profile));

  test('a row that this version can’t read stops neither the other workspaces nor the other people', async () => {
    const { db } = either();
    const other = workspaceId(`${workspace()}b`);
    await team().choose(workspace(), { ...NOTHING, startedAt: 7 });
    await team().choose(other, { ...NOTHING, zone: 'Asia/Tokyo' });
    await sql`update workspaces set choices = ${odd('{"locale":"xx","startedAt":"soon","zone":"Asia/Tokyo"}')}
      where workspace_id = ${other}`.execute(db);
    const all = await team().everyChoice();
    expect(all.get(workspace())?.startedAt).toBe(7);
    expect(all.get(other)).toEqual({ ...NOTHING, zone: 'Asia/Tokyo' });
    const started = await either().plans.started();
    expect(started.filter((one) => [workspace(), other].includes(one.workspace))).toEqual([
      { workspace: workspace(), at: 7 },
    ]);
    await everybody();
    await sql`update people set habits = ${odd('{"morningAt":9,"digest":false}')}
      where workspace_id = ${workspace()} and person_id = ${LI}`.execute(db);
    const people = await team().people(workspace());
    expect(people.find(({ id }) => id === LI)?.habits).toEqual({ ...DEFAULT_HABITS, digest: false });
    expect(people).toHaveLength(3);
  });

  describe('what a workspace chose', () => {
    const chosen: WorkspaceChoices = {
      ...NOTHING,
      caseChannel: channelId('C1'),
      locale: 'zh-CN',
      zone: 'Asia/Shanghai',
      installer: MARIA,
      steps: { import: 'skipped' },
      greeting: { kind: 'sending', to: 'MARIA', since: 5, fence: 2 },
    };

    test('is nothing at first, then what was written, and each workspace has its own', async () => {
      expect(await team().choices(workspace())).toEqual(NOTHING);
      expect(await team().choose(workspace(), chosen)).toBe(true);
      expect(await team().choices(workspace())).toEqual(chosen);
      expect((await team().everyChoice()).get(workspace())).toEqual(chosen);
      expect(await team().choices(workspaceId(`${workspace()}b`))).toEqual(NOTHING);
    });

    test('of an earlier version, which knew less, is read', async () => {
      await either()
        .db.insertInto('workspaces')
        .values({ workspace_id: workspace(), choices: '{"caseChannel":"C7"}' })
        .execute();
      expect(await team().choices(workspace())).toEqual({ ...NOTHING, caseChannel: 'C7' });
      const next = { ...NOTHING, caseChannel: channelId('C8') };
      const shown = await team().choices(workspace());
      expect(await team().choose(workspace(), next, shown)).toBe(true);
    });

    test('is written by one of all who were shown the same', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          team().choose(workspace(), { ...NOTHING, caseChannel: channelId(`C${i}`) }, NOTHING),
        ),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect((await team().choices(workspace())).caseChannel).toBe(`C${answers.indexOf(true)}`);
    });

    test('leaves the count of the cases alone', async () => {
      await opened();
      await team().choose(workspace(), chosen);
      expect((await opened({ about: [{ kind: 'asin', value: 'B0NEXT0001' }] })).number).toBe(2);
    });
  });

  describe('stores', () => {
    const make = async (name: string): Promise<StoreProfile> => {
      const store = await either().cases.ensureStore(workspace(), name, 'US');
      const found = await team().store(workspace(), store.id);
      if (!found) throw new Error('A store that was just made is not there');
      return found;
    };
    const full = (bare: StoreProfile): StoreProfile => ({
      ...bare,
      marketplaces: ['DE', 'US'],
      keeper: LI,
      cover: WEI,
      defaultOwner: MARIA,
      channel: channelId('C2'),
      submitters: [LI, WEI],
      premium: true,
    });

    test('begin with nobody, and keep all that is saved, in the order of their names', async () => {
      const b = await make('Store B');
      const a = await make('store a');
      expect(b).toMatchObject({ keeper: null, submitters: [], premium: false, marketplaces: ['US'] });
      expect(await team().saveStore(workspace(), full(b))).toBe('saved');
      expect(await team().stores(workspace())).toEqual([a, full(b)]);
      expect(await team().store(workspace(), b.store.id)).toEqual(full(b));
      const renamed = { ...full(b), store: { ...b.store, name: '1 Store' }, submitters: [], channel: null };
      expect(await team().saveStore(workspace(), renamed)).toBe('saved');
      expect(await team().stores(workspace())).toEqual([renamed, a]);
      expect(await either().cases.findStore(workspace(), '１ store')).toEqual(renamed.store);
    });

    test('can’t take a name that reads like another’s, and are left whole then', async () => {
      const b = await make('Store B');
      await make('Store A');
      const taken = { ...full(b), store: { ...b.store, name: '  ＳＴＯＲＥ a' } };
      expect(await team().saveStore(workspace(), taken)).toBe('name_taken');
      expect(await team().store(workspace(), b.store.id)).toEqual(b);
    });

    test('that somebody changed meanwhile are not written over', async () => {
      const shown = await make('Store A');
      const answers = await Promise.all(
        [LI, WEI, MARIA].map((keeper) => team().saveStore(workspace(), { ...full(shown), keeper }, shown)),
      );
      expect(answers.toSorted()).toEqual(['changed', 'changed', 'saved']);
      const stands = await team().store(workspace(), shown.store.id);
      expect(stands?.keeper).toBe([LI, WEI, MARIA][answers.indexOf('saved')]);
    });

    test('that do not exist are not made, nor found in another workspace', async () => {
      const a = await make('Store A');
      expect(await team().saveStore(workspaceId('T9'), full(a))).toBe('gone');
      expect(await team().store(workspaceId('T9'), a.store.id)).toBeNull();
      expect(await team().store(workspace(), storeId('none'))).toBeNull();
    });
  });

  describe('people', () => {
    test('are everybody but guests, with their roles', async () => {
      await everybody();
      await team().setLeads(workspace(), [MARIA]);
      await team().setLeads(workspace(), [LI]);
      await team().setReviewers(workspace(), [WEI, LI]);
      const people = await team().people(workspace());
      expect(people.map((p) => [p.id, p.isLead, p.isReviewer])).toEqual([
        ['LI', true, true],
        ['MARIA', false, false],
        ['WEI', false, true],
      ]);
      await team().setReviewers(workspace(), []);
      expect((await team().people(workspace())).some((p) => p.isReviewer)).toBe(false);
      expect((await either().roster.leads(workspace())).map((p) => p.id)).toEqual(['LI']);
    });

    test('have an office and habits of their own, which a new profile leaves alone', async () => {
      await everybody();
      const habits = { ...DEFAULT_HABITS, morningAt: null, digest: false };
      await team().setHabits(workspace(), LI, habits);
      await team().setOffice(workspace(), LI, 'CN');
      await everybody();
      expect(await either().roster.recall(workspace(), LI)).toMatchObject({ habits, office: 'CN' });
      expect(await either().roster.recall(workspace(), WEI)).toMatchObject({
        habits: DEFAULT_HABITS,
        office: null,
      });
      await team().setOffice(workspace(), LI, null);
      expect(await either().roster.recall(workspace(), LI)).toMatchObject({ office: null });
    });
  });

  describe('absences', () => {
    const away = async () => (await either().roster.recall(workspace(), LI))?.absences;
    const add = (from: number, to: number, cover: typeof LI | null = null) =>
      team().addAbsence(workspace(), LI, { from: october(from), to: october(to), cover });

    test('stand in the order of their days, and are one person’s', async () => {
      await everybody();
      await add(20, 22, WEI);
      await add(1, 8);
      expect(await away()).toEqual([
        { from: october(1), to: october(8), cover: null },
        { from: october(20), to: october(22), cover: WEI },
      ]);
      expect((await either().roster.recall(workspace(), WEI))?.absences).toEqual([]);
    });

    test('take the place of what they overlap, a single shared day included', async () => {
      await everybody();
      await add(1, 8);
      await add(10, 12);
      await add(20, 22);
      await add(8, 10, WEI);
      expect(await away()).toEqual([
        { from: october(8), to: october(10), cover: WEI },
        { from: october(20), to: october(22), cover: null },
      ]);
    });

    test('end on the day on which somebody is back; what is over stays', async () => {
      await everybody();
      await add(1, 3);
      await add(5, 8);
      await add(20, 22);
      await team().endAbsences(workspace(), LI, october(6));
      expect(await away()).toEqual([
        { from: october(1), to: october(3), cover: null },
        { from: october(5), to: october(5), cover: null },
      ]);
      await team().endAbsences(workspace(), LI, october(5));
      expect(await away()).toEqual([{ from: october(1), to: october(3), cover: null }]);
    });
  });
});
