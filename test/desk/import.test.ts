import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseList } from '../../src/desk/import/list.ts';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import { MOST_ROWS } from '../../src/domain/import/read.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { engines, useDatabase } from '../engines.ts';
import { BUY_BOX, deskOn, forgetCases, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

const NOW = at('2026-11-24T10:00+08:00');
const LI = { workspace: T1, person: personId('LI') };

const listOf = (text: string, more: Partial<CaseList> = {}): CaseList => ({
  text,
  dayFirst: false,
  called: [],
  ...more,
});
const line = (caseId: number | string, asin: string, rest = 'LI, 2026-11-03'): string =>
  `Store A US, ${caseId}, ${asin}, ${rest}`;
const LIST = listOf(
  [line(12345678901, 'B0ABC12345'), line(12345678902, 'B0ABC12346', 'WEI, 11月20日, 已回复')].join('\n'),
);
const NOBODY = { owner: null };

describe.each(engines)('a list on $name', (engine) => {
  const database = useDatabase(engine);
  let team: Awaited<ReturnType<typeof deskOn>>;

  beforeEach(async () => {
    team = await deskOn(database(), NOW);
    await forgetCases(team);
    // Names are believed of people whom Docket knows.
    for (const id of ['LI', 'WEI', 'MARIA']) await team.deps.people.find(T1, personId(id));
  });

  const loaded = async (number: number) => {
    const found = await team.deps.cases.load(T1, caseNumber(number));
    if (!found) throw new Error(`No case #${number}`);
    return found;
  };
  const kinds = async (text: string, by = LI) => {
    const check = await team.desk.checkList(by, listOf(text));
    return check.kind === 'checked' ? check.rows.map((row) => row.kind) : check;
  };
  /** Delivers, fires and delivers again what is due now. */
  const settle = async (number: number) => {
    await team.deliver(number);
    await team.fire(number);
    await team.deliver(number);
  };
  const told = () =>
    team.postbox.posts.flatMap(({ content }) =>
      content.kind === 'notices'
        ? [{ what: content.notices.map((n) => n.cause), mention: content.mention }]
        : [],
    );

  it('becomes cases with owner, Case ID and status, and no step of theirs is asked again', async () => {
    const done = await team.desk.bringIn(LI, LIST, NOBODY);
    expect(done).toEqual({ kind: 'done', created: [1, 2], already: [], failed: [], unowned: 0 });
    const [one, two] = [await loaded(1), await loaded(2)];
    expect(one.case).toMatchObject({
      owner: 'LI',
      openedBy: 'LI',
      reference: { kind: 'case_id', id: '12345678901' },
      phase: { status: 'awaiting_amazon', submitted: { at: at('2026-11-03T12:00Z') } },
    });
    expect(two.case).toMatchObject({ owner: 'WEI', phase: { status: 'action_needed', since: { at: NOW } } });
    expect(two.timers.map(({ kind }) => kind)).toEqual(['stale_action']);
  });

  it('counts Amazon’s time from the day of the submission', async () => {
    await team.desk.bringIn(LI, listOf(line(12345678901, 'B0ABC12345', 'LI, 2026-11-23')), NOBODY);
    const { timers } = await loaded(1);
    const submitted = at('2026-11-23T12:00Z');
    expect(timers).toMatchObject([{ kind: 'follow_up' }, { kind: 'escalation' }]);
    expect(timers[0]?.why).toMatchObject({ from: submitted, wait: { amount: 72 * HOUR } });
  });

  it('done again changes nothing and names the cases that are there', async () => {
    await team.desk.bringIn(LI, LIST, NOBODY);
    const before = await team.db.selectFrom('case_events').selectAll().execute();
    const again = await team.desk.bringIn({ ...LI, person: personId('WEI') }, LIST, NOBODY);
    expect(again).toEqual({ kind: 'done', created: [], already: [1, 2], failed: [], unowned: 0 });
    expect(await team.db.selectFrom('case_events').selectAll().execute()).toEqual(before);
    expect(await kinds(LIST.text)).toEqual(['there', 'there']);
  });

  it('brought in by two at the same moment, is there once', async () => {
    const both = await Promise.all([
      team.desk.bringIn(LI, LIST, NOBODY),
      team.desk.bringIn({ ...LI, person: personId('WEI') }, LIST, NOBODY),
    ]);
    const made = both.flatMap((done) => (done.kind === 'done' ? done.created : []));
    expect(made.toSorted((a, b) => a - b)).toEqual([1, 2]);
    // Whoever was second is told that they are there, not that something failed.
    expect(both).toMatchObject([{ failed: [] }, { failed: [] }]);
    expect(await team.desk.list(T1)).toHaveLength(2);
  });

  it('names the case, or the line, that has the same', async () => {
    await team.desk.open(team.by('LI'), BUY_BOX);
    const text = [
      line(12345678901, 'B0ABC12345'),
      line(12345678902, 'B0NEW00001'),
      line(12345678902, 'B0NEW00002'),
      line(12345678903, 'B0NEW00001'),
      'Store A US, 12345678904, B0NEW00004, closed',
    ].join('\n');
    expect(await team.desk.checkList(LI, listOf(text))).toMatchObject({
      rows: [
        { kind: 'there', of: { number: 1 }, shared: 'B0ABC12345' },
        { kind: 'row' },
        { kind: 'there', of: { line: 2 }, shared: '12345678902' },
        { kind: 'there', of: { line: 2 }, shared: 'B0NEW00001' },
        { kind: 'over' },
      ],
    });
    expect(await team.desk.bringIn(LI, listOf(text), NOBODY)).toMatchObject({ created: [2], already: [1] });
  });

  it('loses no case without an identifier: its Case ID is what it is about', async () => {
    const text = 'Store,Marketplace,Case ID\nStore A,US,12345678901';
    expect(await team.desk.bringIn(LI, listOf(text), { owner: personId('WEI') })).toMatchObject({
      created: [1],
    });
    expect((await loaded(1)).case).toMatchObject({
      owner: 'WEI',
      subjects: [{ kind: 'case_id', value: '12345678901' }],
    });
    expect(await team.db.selectFrom('claims').select('subject').execute()).toEqual([
      { subject: 'case_id:12345678901' },
    ]);
  });

  it('mentions nobody, not even for what was overdue, which fires once', async () => {
    await team.desk.bringIn(LI, listOf(line(12345678901, 'B0ABC12345', 'WEI, 2026-10-01')), NOBODY);
    await settle(1);
    await settle(1);
    expect(told().map(({ mention }) => mention)).toEqual([[], []]);
    expect(
      told().map(({ what }) => what.map((cause) => (cause.kind === 'event' ? 'event' : cause.timer.kind))),
    ).toEqual([['event'], ['follow_up', 'escalation']]);
  });

  it('mentions the owner for what falls due later, as ever', async () => {
    await team.desk.bringIn(LI, listOf(line(12345678901, 'B0ABC12345', 'WEI, 2026-11-23')), NOBODY);
    await settle(1);
    const [followUp] = (await loaded(1)).timers;
    team.time.now = Math.max(followUp?.dueAt ?? 0, NOW + DAY);
    await settle(1);
    expect(told().at(-1)).toMatchObject({ mention: ['WEI'] });
  });

  it('without an owner rings no lead; the result says how many there are', async () => {
    const text = 'Store A US, 12345678901, B0ABC12345, 2026-11-23';
    expect(await team.desk.bringIn(LI, listOf(text), NOBODY)).toMatchObject({ created: [1], unowned: 1 });
    team.time.now = NOW + HOUR;
    await settle(1);
    expect(told().map(({ mention }) => mention)).toEqual([[], []]);
  });

  it('is refused to guests, and takes no owner who is one', async () => {
    const guest = { workspace: T1, person: personId('GUEST1') };
    expect(await kinds(LIST.text, guest)).toEqual({ kind: 'refused', refusal: { code: 'guest' } });
    expect(await team.desk.bringIn(guest, LIST, NOBODY)).toMatchObject({ kind: 'refused' });
    const named = listOf(line(12345678902, 'B0ABC12346', '@Ghost'), {
      called: [{ name: 'Ghost', person: personId('GUEST2') }],
    });
    expect(await team.desk.bringIn(LI, named, NOBODY)).toMatchObject({
      created: [],
      failed: [{ line: 1, refusal: { code: 'not_a_member', person: 'GUEST2' } }],
    });
  });

  it('takes none of a list that is too long', async () => {
    const text = Array.from({ length: MOST_ROWS + 1 }, (_, i) => line(20_000_000_000 + i, '-')).join('\n');
    expect(await kinds(text)).toEqual({ kind: 'too_many', count: MOST_ROWS + 1, most: MOST_ROWS });
    expect(await team.desk.bringIn(LI, listOf(text), NOBODY)).toMatchObject({ created: [] });
  });
});
