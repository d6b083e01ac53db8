import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { resolveRecipients } from '../../src/desk/deliver/recipients.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import type { CaseEvent } from '../../src/domain/events.ts';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import type { Notice } from '../../src/domain/notices.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn, forgetCases, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

/** Wednesday 10:00 in Shanghai, the day before Golden Week. */
const START = at('2026-09-30T10:00+08:00');
const N1 = caseNumber(1);
const OCTOBER = { from: { year: 2026, month: 10, day: 1 }, to: { year: 2026, month: 10, day: 2 } };

let database: Database;
let team: Awaited<ReturnType<typeof deskOn>>;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(() => database.close());
beforeEach(async () => {
  team = await deskOn(database, START);
  await forgetCases(team);
  for (const table of ['stores', 'people'] as const) await team.db.deleteFrom(table).execute();
  team.people.set('TOM', {
    id: personId('TOM'),
    name: 'TOM',
    zone: 'Europe/London',
    locale: 'en',
    isGuest: false,
    vacation: null,
  });
  await team.desk.open(team.by('LI'), { ...BUY_BOX, message: 'Please look into it.' });
  const [profile] = await team.deps.team.stores(T1);
  if (!profile) throw new Error('No store');
  await team.deps.team.saveStore(T1, {
    ...profile,
    cover: personId('TOM'),
    submitters: ['LI', 'TOM', 'ANN'].map(personId),
  });
});

const act = async (by: string, command: CaseCommand) => {
  const answer = await team.desk.act(team.by(by), N1, command);
  return answer.ok ? 'done' : answer.refusal.code;
};
const submit: CaseCommand = { type: 'submit', reference: { kind: 'case_id', id: '12345678901' } };

describe('a colleague’s case', () => {
  test('is its cover’s while the owner is away, and theirs again after', async () => {
    expect(await act('TOM', { type: 'make_ready' })).toBe('not_yours');
    await team.desk.goAway(team.by('LI'), { ...OCTOBER, cover: null });
    team.time.now = at('2026-10-01T10:00+01:00');
    expect(await act('TOM', { type: 'make_ready' })).toBe('done');
    team.time.now = at('2026-10-09T10:00+01:00');
    expect(await act('TOM', { type: 'take_back' })).toBe('not_yours');
  });

  test('is its cover’s too on a holiday that only the owner has', async () => {
    team.time.now = at('2026-10-01T10:00+01:00');
    expect(await act('TOM', { type: 'make_ready' })).toBe('done');
  });

  test('is submitted by whoever can sign in, who does nothing else with it', async () => {
    expect(await act('ANN', { type: 'make_ready' })).toBe('not_yours');
    await act('LI', { type: 'make_ready' });
    expect(await act('BEN', submit)).toBe('not_yours');
    expect(await act('ANN', submit)).toBe('done');
    expect(await act('ANN', { type: 'solve' })).toBe('not_yours');
  });

  test('is read by the cover of a reviewer who is away, not by others', async () => {
    await act('LI', { type: 'ask_review', reviewer: personId('WU') });
    expect(await act('TOM', { type: 'pass_review' })).toBe('not_reviewer');
    await team.desk.goAway(team.by('WU'), { ...OCTOBER, cover: null });
    team.time.now = at('2026-10-01T10:00+01:00');
    expect(await act('ANN', { type: 'pass_review' })).toBe('not_reviewer');
    expect(await act('TOM', { type: 'pass_review' })).toBe('done');
  });
});

describe('once the team has started', () => {
  const mentions = async (event: CaseEvent, role: Notice['mention'][number], breaksQuiet = false) => {
    const loaded = await team.deps.cases.load(T1, N1);
    if (!loaded) throw new Error('No case');
    const stamped = { ...event, seq: loaded.case.version, at: team.time.now, by: personId('MARIA') };
    const notice: Notice = {
      key: 'k',
      case: N1,
      cause: { kind: 'event', event: stamped },
      mention: [role],
      breaksQuiet,
    };
    const resolved = await resolveRecipients(team.deps, notice, loaded.case);
    return resolved.kind === 'now' ? resolved.mention : resolved.kind;
  };
  const OWNER = { role: 'owner' } as const;
  const reply = (meaning: 'needs_us' | 'refused' | 'holding' | 'solved'): CaseEvent => ({
    type: 'amazon_replied',
    meaning,
    text: '',
    promisedAt: null,
    deadline: null,
  });
  beforeEach(async () => {
    const settings = team.deps.settings(T1);
    Object.assign(team.deps, { settings: () => ({ ...settings, startedAt: START }) });
    await act('LI', { type: 'make_ready' });
    await act('LI', submit);
  });

  test('an answer that asks nothing of the owner is in their next morning', async () => {
    const answered = async (meaning: 'needs_us' | 'refused' | 'holding' | 'solved') => {
      await act('LI', { type: 'record_reply', meaning, text: 'x', promisedAt: null, deadlineAt: null });
      return mentions(reply(meaning), OWNER);
    };
    expect(await answered('holding')).toEqual([]);
    expect(await answered('needs_us')).toEqual(['LI']);
    expect(await answered('refused')).toEqual(['LI']);
    expect(await answered('solved')).toEqual([]);
  });

  test('a review that passed is told before the hours in which it is to go', async () => {
    expect(await mentions({ type: 'review_passed' }, OWNER)).toEqual([]);
  });

  test('nobody hears in somebody’s place that a case is theirs no longer', async () => {
    const former = { role: 'former_owner', person: personId('LI') } as const;
    expect(await mentions({ type: 'assigned', to: personId('ANN') }, former)).toEqual(['LI']);
    team.time.now = at('2026-10-01T10:00+01:00');
    expect(await mentions({ type: 'assigned', to: personId('ANN') }, former)).toEqual([]);
  });

  test('what may come at night counts among the mentions of the day all the same', async () => {
    const note = { type: 'noted', text: 'x' } as const;
    team.time.now = at('2026-09-30T23:00+08:00');
    expect(await mentions(note, OWNER, true)).toEqual(['LI']);
    Object.assign(team.deps.outbox, { mentionsSince: async () => team.deps.policy.mentionsPerDay });
    expect(await mentions(note, OWNER, true)).toEqual([]);
  });
});
