import { beforeEach, describe, expect, test } from 'vitest';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import { DEFAULT_HABITS } from '../../src/domain/team.ts';
import { engines, useDatabase } from '../engines.ts';
import { briefed, start } from '../support/briefed-desk.ts';
import { BUY_BOX, deskOn, forgetCases, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

/** Wednesday 08:00 in Shanghai; the window opens at 22:00 there. */
const MORNING = at('2027-01-20T08:00+08:00');
const [engine] = engines;
if (!engine) throw new Error('There is always PGlite');

describe('the look ahead, before anybody pressed Start', () => {
  const database = useDatabase(engine);
  let team: Awaited<ReturnType<typeof deskOn>>;

  beforeEach(async () => {
    team = await deskOn(database(), MORNING);
    await forgetCases(team);
    for (const table of ['people', 'stores'] as const) await team.db.deleteFrom(table).execute();
  });

  /** Li's case waits for Amazon, Wei keeps its store; Zhao's is ready to submit. */
  async function twoCases(): Promise<void> {
    await team.desk.open(team.by('LI'), BUY_BOX);
    const ours = caseNumber(1);
    await team.desk.act(team.by('LI'), ours, { type: 'make_ready' });
    const reference = { kind: 'case_id', id: '10000000001' } as const;
    await team.desk.act(team.by('LI'), ours, { type: 'submit', reference });
    const subjects = [{ kind: 'asin' as const, value: 'B0ABC99999' }];
    await team.desk.open(team.by('ZHAO'), { ...BUY_BOX, subjects });
    await team.desk.act(team.by('ZHAO'), caseNumber(2), { type: 'make_ready' });
    const [profile] = await team.deps.team.stores(T1);
    if (profile) await team.deps.team.saveStore(T1, { ...profile, keeper: personId('WEI') });
  }

  test('counts each one’s store check and turns, for the morning and for tonight’s hours', async () => {
    await twoCases();
    const { briefings } = await team.desk.setup.preview(T1);
    const none = { checks: 0, turns: 0, covered: 0, forWindow: 0, digest: false };
    expect(briefings.map(({ person, at: when, counts }) => [person, when, counts])).toEqual([
      ['WEI', at('2027-01-20T09:30+08:00'), { ...none, checks: 1 }],
      ['ZHAO', at('2027-01-20T09:30+08:00'), { ...none, turns: 1 }],
      ['ZHAO', at('2027-01-20T21:45+08:00'), { ...none, forWindow: 1 }],
    ]);
    expect(team.postbox.posts.filter(({ content }) => content.kind === 'brief')).toEqual([]);
  });

  test('is what then comes', async () => {
    await twoCases();
    await team.deps.team.setHabits(T1, personId('ZHAO'), {
      ...DEFAULT_HABITS,
      morningAt: { hour: 11, minute: 0 },
    });
    const { briefings } = await team.desk.setup.preview(T1);
    await start(team.deps.team, T1, MORNING);
    const clock = briefed(team);
    for (const { person, at: when } of briefings) {
      await clock.turnTo(when - 1);
      const before = clock.briefs().length;
      await clock.turnTo(when);
      const came = clock.briefs().slice(before);
      expect(came.map(({ channel }) => channel)).toContain(person);
    }
    expect(clock.briefs()).toHaveLength(briefings.length);
  });
});
