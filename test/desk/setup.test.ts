import { beforeEach, describe, expect, test } from 'vitest';
import { LEASE } from '../../src/desk/deliver/timing.ts';
import { deskOf } from '../../src/desk/desk-of.ts';
import { makeSettings } from '../../src/desk/settings.ts';
import { tendSetup } from '../../src/desk/setup/messages.ts';
import { channelId, personId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { engines, useDatabase } from '../engines.ts';
import { deskOn, T1 } from '../support/desk.ts';
import { saved } from '../support/started.ts';
import { at } from '../support/story.ts';

const FRIDAY = at('2027-01-14T20:30-05:00');
const MARIA = { workspace: T1, person: personId('MARIA') };
const [engine] = engines;
if (!engine) throw new Error('There is always PGlite');

describe('the set-up', () => {
  const database = useDatabase(engine);
  let bench: Awaited<ReturnType<typeof deskOn>>;
  let settings: ReturnType<typeof makeSettings>;
  let desk: ReturnType<typeof deskOf>;
  let tend: (named?: string) => Promise<void>;

  beforeEach(async () => {
    bench = await deskOn(database(), FRIDAY);
    for (const table of ['workspaces', 'people', 'stores', 'store_marketplaces', 'store_submitters'] as const)
      await bench.db.deleteFrom(table).execute();
    const nothing = { caseChannel: null, zone: 'Asia/Shanghai', locale: 'en' } as const;
    settings = makeSettings(bench.deps.team, nothing);
    const deps = { ...bench.deps, team: settings.team, settings: settings.of };
    desk = deskOf(deps);
    tend = (named) => tendSetup(deps, T1, named === undefined ? null : personId(named));
  });
  const greetings = () => bench.postbox.posts.filter((post) => post.key === 'setup.greeting');

  describe('greets one person', () => {
    test('once, however many processes start at the same moment', async () => {
      await Promise.all(Array.from({ length: 8 }, () => tend()));
      bench.time.now += 10 * MINUTE;
      await Promise.all(Array.from({ length: 8 }, () => tend()));
      expect(greetings().map((post) => post.channel)).toEqual(['MARIA']);
    });

    test('who was named, and an admin where the named one is a guest', async () => {
      await tend('GUEST1');
      expect(greetings().map((post) => post.channel)).toEqual(['MARIA']);
    });

    test('whoever was named, who then may set up without being a lead', async () => {
      await tend('LI');
      expect(greetings().map((post) => post.channel)).toEqual(['LI']);
      expect(await desk.setup.whyNot({ workspace: T1, person: personId('LI') })).toBeNull();
      expect(await desk.setup.whyNot({ workspace: T1, person: personId('WEI') })).toMatchObject({
        code: 'not_lead',
      });
    });

    test('once, where Slack took the message and the answer was lost', async () => {
      bench.postbox.script.push({ outcome: { kind: 'unknown', why: 'HTTP 500' }, accepted: true });
      await tend();
      await tend();
      bench.time.now += LEASE + 1;
      await tend();
      expect(greetings()).toHaveLength(1);
      // It is known where it stands: what is saved is shown there.
      await saved(desk.setup.skip(MARIA, 'import'));
      expect(bench.postbox.updates.map(({ ts }) => ts)).toEqual([greetings()[0]?.ts]);
    });

    test('later, where Slack did not take the message', async () => {
      bench.postbox.script.push({ outcome: { kind: 'unknown', why: 'HTTP 500' }, accepted: false });
      await tend();
      expect(greetings()).toHaveLength(0);
      bench.time.now += LEASE + 1;
      await tend();
      expect(greetings()).toHaveLength(1);
    });

    test('not at all where the environment names a channel and nobody', async () => {
      const deps = { ...bench.deps, settings: () => ({ ...settings.of(T1), caseChannel: channelId('C1') }) };
      await tendSetup(deps, T1, null);
      expect(bench.postbox.posts).toEqual([]);
    });
  });

  describe('what was chosen', () => {
    const choice = { channel: channelId('C5'), locale: 'zh-CN', zone: 'Europe/Berlin' } as const;

    test('counts at once here, and elsewhere after a refresh', async () => {
      const elsewhere = makeSettings(bench.deps.team, {
        caseChannel: channelId('C1'),
        zone: 'UTC',
        locale: 'en',
      });
      await elsewhere.refresh();
      await saved(desk.setup.chooseChannel(MARIA, choice, null));
      const chosen = { caseChannel: 'C5', locale: 'zh-CN', zone: 'Europe/Berlin' };
      expect(settings.of(T1)).toEqual(chosen);
      expect(elsewhere.of(T1)).toMatchObject({ caseChannel: 'C1' });
      await elsewhere.refresh();
      // A choice made in Slack counts more than the environment.
      expect(elsewhere.of(T1)).toEqual(chosen);
    });

    test('is not written over by somebody who was shown something else', async () => {
      await saved(desk.setup.chooseChannel(MARIA, choice, null));
      const late = { ...choice, channel: channelId('C6') };
      expect(await desk.setup.chooseChannel(MARIA, late, null)).toMatchObject({
        problem: { code: 'changed' },
      });
      await saved(desk.setup.chooseChannel(MARIA, late, choice));
      expect(settings.of(T1).caseChannel).toBe('C6');
    });

    test('is a lead’s to choose, and nobody’s who is a guest', async () => {
      const by = (id: string) => ({ workspace: T1, person: personId(id) });
      expect(await desk.setup.chooseChannel(by('WEI'), choice, null)).toMatchObject({
        problem: { code: 'not_lead', leads: ['MARIA'] },
      });
      expect(await desk.setup.start(by('GUEST1'))).toMatchObject({ problem: { code: 'guest' } });
      expect(settings.of(T1).caseChannel).toBeNull();
    });
  });

  describe('Start', () => {
    test('needs a channel', async () => {
      expect(await desk.setup.start(MARIA)).toMatchObject({ problem: { code: 'no_channel' } });
    });

    test('pressed by two at once leaves one note; a lost one is found, not repeated', async () => {
      const choice = { channel: channelId('C5'), locale: 'en', zone: 'Asia/Shanghai' } as const;
      await saved(desk.setup.chooseChannel(MARIA, choice, null));
      bench.postbox.script.push({ outcome: { kind: 'unknown', why: 'HTTP 500' }, accepted: true });
      const answers = await Promise.all([desk.setup.start(MARIA), desk.setup.start(MARIA)]);
      expect(answers.filter((one) => one.ok && !one.already)).toHaveLength(1);
      expect(settings.of(T1).startedAt).toBe(FRIDAY);
      bench.time.now += LEASE + 1;
      await tend();
      const notes = bench.postbox.posts.filter((post) => post.key === 'setup.started');
      expect(notes.map((post) => post.channel)).toEqual(['C5']);
      // Nobody is asked to set up what is on already.
      expect(greetings()).toEqual([]);
    });
  });

  describe('people', () => {
    test('are named only as they were shown, and never a guest', async () => {
      await saved(desk.setup.addStores(MARIA, [{ name: 'Store A', marketplaces: ['US'] }]));
      const { leads, reviewers, stores } = await desk.setup.view(T1);
      const shown = { leads, reviewers, stores };
      const [store] = stores;
      const keeper = (id: string) => stores.map((one) => ({ ...one, keeper: personId(id) }));
      const guest = await desk.setup.nameRoles(MARIA, { ...shown, stores: keeper('GUEST1') }, shown);
      expect(guest).toMatchObject({ problem: { code: 'not_a_member', person: 'GUEST1' } });
      await saved(desk.setup.nameRoles(MARIA, { ...shown, stores: keeper('LI') }, shown));
      const late = await desk.setup.nameRoles(MARIA, { ...shown, stores: keeper('WEI') }, shown);
      expect(late).toMatchObject({ problem: { code: 'changed' } });
      expect((await desk.setup.view(T1)).stores).toEqual([{ ...store, keeper: 'LI' }]);
    });
  });
});
