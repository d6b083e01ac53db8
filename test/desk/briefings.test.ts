import { beforeEach, describe, expect, test } from 'vitest';
import { personId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { engines, useDatabase } from '../engines.ts';
import { briefed, start } from '../support/briefed-desk.ts';
import { BUY_BOX, deskOn, forgetCases, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

/** Wednesday 08:00 in Shanghai; the window opens at 22:00 there. */
const MORNING = at('2027-01-20T08:00+08:00');
const LI = personId('LI');

describe.each(engines)('briefings on $name', (engine) => {
  const database = useDatabase(engine);
  let team: Awaited<ReturnType<typeof deskOn>>;

  beforeEach(async () => {
    team = await deskOn(database(), MORNING);
    await forgetCases(team);
  });

  const opened = async (by = 'LI', value = 'B0ABC12345') => {
    const answer = await team.desk.open(team.by(by), { ...BUY_BOX, subjects: [{ kind: 'asin', value }] });
    if (!answer.ok) throw new Error('Not opened');
    return answer.number;
  };

  test('a morning briefing comes once, at half past nine', async () => {
    const number = await opened();
    await team.desk.act(team.by('LI'), number, { type: 'make_ready' });
    await start(team.deps.team, T1, MORNING);
    const { briefs, turnTo } = briefed(team);
    await turnTo(at('2027-01-20T09:29+08:00'));
    expect(briefs()).toEqual([]);
    await turnTo(at('2027-01-20T09:30+08:00'));
    expect(briefs().map(({ channel, key }) => [channel, key])).toEqual([[LI, 'brief.LI.morning.1']]);
    await turnTo(at('2027-01-20T21:44+08:00'));
    expect(briefs()).toHaveLength(1);
    await turnTo(at('2027-01-20T21:45+08:00') + MINUTE);
    expect(briefs().map(({ key }) => key)).toEqual(['brief.LI.morning.1', 'brief.LI.before_window.1']);
  });

  test('nobody is written to before the start', async () => {
    await opened();
    const { briefs, turnTo } = briefed(team);
    await turnTo(at('2027-01-22T23:00+08:00'));
    expect(briefs()).toEqual([]);
  });
});
