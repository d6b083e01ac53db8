import { describe, expect, test } from 'vitest';
import type { BriefContent, NewBrief } from '../../src/desk/ports/briefs.ts';
import type { PlanRow } from '../../src/desk/ports/plans.ts';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import { engines } from '../engines.ts';
import { LI, NOON, storeBench } from './store-bench.ts';

const WEI = personId('WEI');
const NOTHING = { cases: [], checks: [], away: null };

const brief = (step: number, more: Partial<NewBrief> = {}): NewBrief => ({
  person: LI,
  key: `brief.LI.morning.${step}`,
  kind: 'morning',
  content: NOTHING,
  dueAt: NOON,
  ...more,
});

const plan = (more: Partial<PlanRow> = {}): PlanRow => ({
  person: LI,
  kind: 'morning',
  step: 1,
  since: NOON - HOUR,
  next: { dueAt: NOON, until: NOON + HOUR, why: { rule: 'morning', at: { hour: 9, minute: 30 } } },
  ...more,
});
/** The step after it. */
const next = {
  since: NOON + HOUR,
  next: {
    dueAt: NOON + 24 * HOUR,
    until: NOON + 25 * HOUR,
    why: { rule: 'morning', at: { hour: 9, minute: 30 } },
  },
} as const;

describe.each(engines)('plans of people on $name', (engine) => {
  const { either, workspace, opened } = storeBench(engine);
  const rows = () => either().plans.rows(workspace());
  const make = (...made: PlanRow[]) =>
    either().plans.arrange(
      workspace(),
      made.map((now) => ({ was: null, now })),
    );

  test('are kept as they were made, once for each person and kind', async () => {
    const resting = plan({ kind: 'before_window', next: null });
    await make(plan(), resting);
    await make(plan({ since: 0 }));
    expect(await rows()).toEqual([resting, plan()]);
    expect(await either().plans.rows(workspace(), WEI)).toEqual([]);
  });

  test('are moved, and only from where they were read', async () => {
    await make(plan());
    const moved = plan({ since: NOON, next: next.next });
    await either().plans.arrange(workspace(), [{ was: plan(), now: moved }]);
    await either().plans.arrange(workspace(), [{ was: plan(), now: plan({ next: null }) }]);
    expect(await rows()).toEqual([moved]);
  });

  test('a step is claimed once, with its message and the step after it', async () => {
    await make(plan());
    const claims = Array.from({ length: 6 }, () => either().plans.fire(workspace(), plan(), brief(1), next));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect(await rows()).toEqual([plan({ step: 2, ...next })]);
    expect((await either().briefs.pending(workspace(), LI)).map(({ key }) => key)).toEqual([brief(1).key]);
  });

  test('are due soonest first, those that rest never', async () => {
    await make(plan(), plan({ person: WEI, next: { ...next.next, dueAt: NOON - MINUTE } }));
    await make(plan({ person: personId('ZHAO'), next: null }));
    const due = await either().plans.due(NOON, 100);
    const here = due.filter(({ workspaceId: w }) => w === workspace());
    expect(here.map(({ person, at }) => [person, at])).toEqual([
      [WEI, NOON - MINUTE],
      [LI, NOON],
    ]);
    expect(
      (await either().plans.due(NOON - 1, 100)).filter(({ workspaceId: w }) => w === workspace()),
    ).toHaveLength(1);
  });

  test('take in whoever has a part in the team’s cases, and nobody else', async () => {
    const { store } = await opened();
    const { team, roster, plans } = either();
    const [profile] = await team.stores(workspace());
    expect(await plans.participants(workspace())).toContain('LI');
    const made = await either().cases.ensureStore(workspace(), store.name, 'US');
    await team.saveStore(workspace(), {
      ...(profile ?? { marketplaces: [], channel: null, premium: false }),
      store: made,
      keeper: personId('KEEPER'),
      cover: personId('COVER'),
      defaultOwner: personId('DEFAULT'),
      submitters: [personId('SUBMITTER')],
    });
    const known = ['LEAD', 'REVIEWER', 'BYSTANDER'].map((id) => ({
      id: personId(id),
      name: id,
      zone: 'UTC',
      locale: 'en' as const,
      isGuest: false,
      vacation: null,
    }));
    await roster.remember(workspace(), known);
    await roster.makeLeads(workspace(), [personId('LEAD')]);
    await team.setReviewers(workspace(), [personId('REVIEWER')]);
    expect([...(await plans.participants(workspace()))].sort()).toEqual(
      ['COVER', 'DEFAULT', 'KEEPER', 'LEAD', 'LI', 'REVIEWER', 'SUBMITTER'].sort(),
    );
  });

  test('belong to workspaces that have started', async () => {
    const { team, plans } = either();
    const here = async () => (await plans.started()).filter(({ workspace: w }) => w === workspace());
    await team.choose(workspace(), await team.choices(workspace()));
    expect(await here()).toEqual([]);
    await team.choose(workspace(), { ...(await team.choices(workspace())), startedAt: NOON });
    expect(await here()).toEqual([{ workspace: workspace(), at: NOON }]);
  });
});

describe.each(engines)('messages to people on $name', (engine) => {
  const { either, workspace, opened, change } = storeBench(engine);
  const add = (...briefs: NewBrief[]) => either().briefs.add(workspace(), briefs);
  const pending = () => either().briefs.pending(workspace(), LI);
  const only = async () => {
    const [row] = await pending();
    if (!row) throw new Error('Nothing waits');
    return row;
  };
  const claim = async (content: BriefContent = NOTHING) =>
    either().briefs.claim(workspace(), (await only()).id, content, NOON);
  const due = async (before: number, staleBefore: number) =>
    (await either().briefs.due(before, staleBefore, 1_000)).filter(({ workspaceId: w }) => w === workspace());

  test('wait once under their key, the oldest first', async () => {
    await add(brief(1), brief(2));
    await add(brief(1, { dueAt: 0 }));
    expect((await pending()).map(({ key, dueAt, state }) => [key, dueAt, state.kind])).toEqual([
      [brief(1).key, NOON, 'waiting'],
      [brief(2).key, NOON, 'waiting'],
    ]);
    expect(await either().briefs.pending(workspaceId('T-other'), LI)).toEqual([]);
  });

  test('are claimed once, with what they say; a late mark of an older claim does nothing', async () => {
    await add(brief(1));
    const { id } = await only();
    const content = { cases: [caseNumber(7)], checks: [caseNumber(7)], away: null };
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => either().briefs.claim(workspace(), id, content, NOON)),
    );
    expect(claims.filter((fence) => fence !== null)).toEqual([1]);
    await either().briefs.later(workspace(), id, 1, NOON + MINUTE);
    expect(await either().briefs.claim(workspace(), id, content, NOON)).toBe(2);
    await either().briefs.sent(workspace(), id, 1, 'old', NOON);
    await either().briefs.parked(workspace(), id, 1, 'old');
    expect((await only()).state).toEqual({ kind: 'sending', since: NOON, fence: 2 });
    await either().briefs.sent(workspace(), id, 2, '1.0', NOON);
    expect(await pending()).toEqual([]);
    expect(await either().briefs.latest(workspace(), LI, 'morning')).toMatchObject({ ts: '1.0', content });
    expect(await either().briefs.latest(workspace(), LI, 'cover')).toBeNull();
  });

  test('are due when they may go, or when whoever held them has died', async () => {
    await add(brief(1));
    expect(await due(NOON - 1, 0)).toEqual([]);
    expect(await due(NOON, 0)).toEqual([{ workspaceId: workspace(), person: LI, at: NOON }]);
    const fence = await claim();
    expect(await due(NOON, NOON - 1)).toEqual([]);
    expect(await due(NOON, NOON)).toHaveLength(1);
    const { id } = await only();
    await either().briefs.putOff(workspace(), id, NOON + MINUTE);
    expect(await due(NOON + MINUTE - 1, NOON)).toEqual([]);
    await either().briefs.parked(workspace(), id, fence ?? 0, 'gone');
    expect(await due(NOON + HOUR, NOON + HOUR)).toEqual([]);
  });

  test('that have nothing to say are never sent, unless somebody is at it', async () => {
    await add(brief(1), brief(2));
    const [first, second] = await pending();
    await either().briefs.claim(workspace(), first?.id ?? 0, NOTHING, NOON);
    await either().briefs.obsolete(workspace(), [first?.id ?? 0, second?.id ?? 0]);
    expect((await pending()).map(({ key }) => key)).toEqual([brief(1).key]);
  });

  test('know of which cases somebody was told, and since when', async () => {
    await add(brief(1));
    const fence = await claim({ ...NOTHING, cases: [caseNumber(7), caseNumber(12)] });
    const told = (number: number, since: number) =>
      either().briefs.told(workspace(), LI, caseNumber(number), since);
    expect(await told(7, NOON)).toBe(false);
    await either().briefs.sent(workspace(), (await only()).id, fence ?? 0, '1.0', NOON);
    expect(await told(7, NOON)).toBe(true);
    expect(await told(12, NOON - SECOND)).toBe(true);
    expect(await told(7, NOON + 1)).toBe(false);
    expect(await told(1, NOON)).toBe(false);
    expect(await either().briefs.told(workspace(), WEI, caseNumber(7), NOON)).toBe(false);
  });

  test('can tell what happened to the cases between two instants', async () => {
    const c = await opened({ at: NOON });
    await change(c, [{ type: 'noted', text: 'Hm.' }], NOON + MINUTE);
    const between = async (from: number, to: number) =>
      (await either().happenings.between(workspace(), from, to)).map(({ case: of, type, by }) => [
        of,
        type,
        by,
      ]);
    expect(await between(NOON, NOON + HOUR)).toEqual([
      [c.number, 'opened', LI],
      [c.number, 'noted', LI],
    ]);
    expect(await between(NOON + 1, NOON + MINUTE)).toEqual([]);
  });
});
