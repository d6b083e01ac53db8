import { beforeEach, describe, expect, test } from 'vitest';
import type { HomeView } from '../../src/desk/views/home-view.ts';
import { type CaseNumber, personId } from '../../src/domain/ids.ts';
import { DAY } from '../../src/domain/time.ts';
import { engines, useDatabase } from '../engines.ts';
import { BUY_BOX, deskOn, forgetCases, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

/** Wednesday 08:00 in Shanghai; the best time opens at 22:00 there. */
const MORNING = at('2027-01-20T08:00+08:00');

describe.each(engines)('what is somebody’s now, on $name', (engine) => {
  const database = useDatabase(engine);
  let team: Awaited<ReturnType<typeof deskOn>>;
  let asin = 0;

  beforeEach(async () => {
    team = await deskOn(database(), MORNING);
    await forgetCases(team);
  });

  const opened = async (more: object = {}): Promise<CaseNumber> => {
    asin += 1;
    const value = `B0${String(asin).padStart(8, '0')}`;
    const answer = await team.desk.open(team.by('LI'), {
      ...BUY_BOX,
      subjects: [{ kind: 'asin', value }],
      ...more,
    });
    if (!answer.ok) throw new Error('Not opened');
    return answer.number;
  };
  const act = (number: CaseNumber, command: Parameters<typeof team.desk.act>[2]) =>
    team.desk.act(team.by('LI'), number, command);
  const ready = async (): Promise<CaseNumber> => {
    const number = await opened();
    await act(number, { type: 'make_ready' });
    return number;
  };
  const submitted = async (): Promise<CaseNumber> => {
    const number = await ready();
    await act(number, { type: 'submit', reference: { kind: 'case_id', id: `100000000${number}` } });
    return number;
  };
  const home = async (person = 'LI'): Promise<HomeView> => {
    const view = await team.desk.home(T1, personId(person));
    if (!view) throw new Error('A guest’s');
    return view;
  };
  const numbers = (lines: readonly { readonly view: { readonly case: { readonly number: CaseNumber } } }[]) =>
    lines.map(({ view }) => view.case.number);
  const checked = ({ day }: HomeView) => day.checks.flatMap(({ lines }) => numbers(lines));
  const waits = ({ waiting }: HomeView) => waiting.map(({ case: c }) => c.number);

  test('each case of theirs stands there once, where its next step is', async () => {
    const [written, toSend, sent] = [await opened(), await ready(), await submitted()];
    const answered = await submitted();
    const now = team.time.now;
    await act(answered, {
      type: 'record_reply',
      meaning: 'needs_us',
      text: '',
      promisedAt: null,
      deadlineAt: null,
    });
    const solved = await submitted();
    await act(solved, { type: 'solve' });
    const later = await opened();
    await act(later, { type: 'snooze', until: now + 3 * DAY, why: 'On Saturday.' });
    const view = await home();
    expect(numbers(view.day.yourTurn)).toEqual([answered]);
    expect(numbers(view.toSubmit)).toEqual([toSend, written]);
    expect(view.day.window).not.toBe(null);
    expect(checked(view)).toEqual([sent]);
    expect(numbers(view.day.closeOuts)).toEqual([solved]);
    expect(waits(view)).toEqual([later]);
    expect(view.more).toBe(0);
  });

  test('what was looked at leaves the store check, and is waited for', async () => {
    const [one, other] = [await submitted(), await submitted()];
    expect(checked(await home())).toEqual([one, other]);
    await act(one, { type: 'check_nothing' });
    const view = await home();
    expect(checked(view)).toEqual([other]);
    expect(waits(view)).toEqual([one]);
  });

  test('red comes first', async () => {
    const [one, red] = [await submitted(), await submitted()];
    await act(red, { type: 'set_deadline', at: team.time.now + DAY });
    expect(checked(await home())).toEqual([red, one]);
  });

  test('of many, eight of a list are shown and the others are counted', async () => {
    for (let i = 0; i < 10; i += 1) await opened();
    const view = await home();
    expect(view.toSubmit).toHaveLength(8);
    expect(view.more).toBe(2);
  });

  test('it is there before the start, and says so', async () => {
    const number = await opened();
    expect(numbers((await home()).toSubmit)).toEqual([number]);
    expect((await home()).stage).toBe('not_started');
  });

  test('everybody sees their own; leads may do more; guests have none', async () => {
    await opened();
    expect(await home('WEI')).toMatchObject({ toSubmit: [], mayLead: false });
    expect(await home('MARIA')).toMatchObject({ toSubmit: [], mayLead: true });
    expect(await team.desk.home(T1, personId('GUEST'))).toBe(null);
  });
});
