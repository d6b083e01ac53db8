import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/desk/ports/people.ts';
import { actsOn, checksFor, leadsHere, orLeads, submitsNow, type TeamNow } from '../../src/desk/who-acts.ts';
import { type PersonId, personId, storeId } from '../../src/domain/ids.ts';
import { localDate } from '../../src/domain/local-time.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { type Absence, DEFAULT_HABITS, type StoreProfile } from '../../src/domain/team.ts';
import { HOUR, type Instant } from '../../src/domain/time.ts';
import { at } from '../support/story.ts';

const SHANGHAI = 'Asia/Shanghai';
const NEW_YORK = 'America/New_York';
const MORNING = at('2026-11-30T10:00+08:00');
/** 09:00 in New York, 22:00 in Shanghai. */
const OPENING = at('2026-11-30T09:00-05:00');
const STORE = { id: storeId('S1'), name: 'Store A' };
const [LI, WEI, ZHAO] = [personId('LI'), personId('WEI'), personId('ZHAO')];
const [TOM, MARIA, CHEN] = [personId('TOM'), personId('MARIA'), personId('CHEN')];

const person = (id: PersonId, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  zone: SHANGHAI,
  locale: 'en',
  isGuest: false,
  vacation: null,
  isLead: false,
  isReviewer: false,
  office: null,
  habits: DEFAULT_HABITS,
  absences: [],
  ...more,
});
/** Away all day, with or without somebody to stand in. */
const awayOn = (now: Instant, cover: PersonId | null = null): { absences: readonly Absence[] } => ({
  absences: [{ from: localDate(now, SHANGHAI), to: localDate(now + 24 * HOUR, SHANGHAI), cover }],
});

function team(now: Instant, people: readonly Person[], store: Partial<StoreProfile> = {}): TeamNow {
  const profile: StoreProfile = {
    store: STORE,
    marketplaces: ['US'],
    keeper: null,
    cover: null,
    defaultOwner: null,
    channel: null,
    submitters: [],
    premium: false,
    ...store,
  };
  return {
    now,
    people: new Map(people.map((one) => [one.id, one])),
    leads: people.filter(({ isLead }) => isLead),
    stores: [profile],
    policy: DEFAULT_POLICY,
    calendars: {
      of: (code) =>
        code === 'CN'
          ? { closed: [{ date: { year: 2026, month: 12, day: 1 } }], open: [], knownUntil: null }
          : null,
      codeFor: (zone) => (zone === SHANGHAI ? 'CN' : null),
    },
  };
}
const OF_LI = { owner: LI, store: STORE };
const ids = (people: readonly Person[]) => people.map(({ id }) => id);

describe('who acts on a case', () => {
  test('is its owner while they are here, asleep or not', () => {
    expect(actsOn(team(at('2026-11-30T03:00+08:00'), [person(LI)]), OF_LI)).toBe(LI);
  });

  test('is the store’s cover where the one whom the owner named is away too', () => {
    const people = [person(LI, awayOn(MORNING, WEI)), person(WEI, awayOn(MORNING)), person(ZHAO)];
    expect(actsOn(team(MORNING, people, { cover: ZHAO }), OF_LI)).toBe(ZHAO);
  });

  test('is nobody’s but the leads’ where no cover is here, or the owner has left and none is named', () => {
    const leads = [person(MARIA, { isLead: true }), person(CHEN, { isLead: true, ...awayOn(MORNING) })];
    const alone = team(MORNING, [person(LI, awayOn(MORNING)), ...leads]);
    expect(actsOn(alone, OF_LI)).toBeNull();
    expect(ids(orLeads(alone, OF_LI, LI))).toEqual([MARIA]);
    const left = team(MORNING, leads);
    expect(actsOn(left, OF_LI)).toBeNull();
    expect(ids(orLeads(left, OF_LI, LI))).toEqual([MARIA]);
  });

  test('is all of the leads where they are away as well: somebody must hear it', () => {
    const leads = [MARIA, CHEN].map((id) => person(id, { isLead: true, ...awayOn(MORNING) }));
    expect(ids(leadsHere(team(MORNING, leads)))).toEqual([MARIA, CHEN]);
  });
});

describe('who checks a store', () => {
  test('is its keeper, then whom the keeper named, then the store’s cover, then whoever acts', () => {
    const store = { keeper: WEI, cover: ZHAO };
    const checks = (...people: Person[]) =>
      checksFor(team(MORNING, [person(LI), person(TOM), ...people], store), OF_LI);
    expect(checks(person(WEI), person(ZHAO))).toBe(WEI);
    expect(checks(person(WEI, awayOn(MORNING, TOM)), person(ZHAO))).toBe(TOM);
    expect(checks(person(WEI, awayOn(MORNING)), person(ZHAO))).toBe(ZHAO);
    expect(checks(person(WEI, awayOn(MORNING)), person(ZHAO, awayOn(MORNING)))).toBe(LI);
  });
});

describe('who submits', () => {
  const tom = person(TOM, { zone: 'Europe/London' });

  test('is the owner’s cover, before somebody else who can sign in, where the cover can', () => {
    const people = [person(LI, awayOn(MORNING, WEI)), person(WEI), person(ZHAO)];
    expect(ids(submitsNow(team(MORNING, people, { submitters: [LI, ZHAO, WEI] }), OF_LI))).toEqual([WEI]);
  });

  test('is whoever is at work before whoever is only awake', () => {
    const evening = at('2026-11-30T21:00+08:00');
    const people = [person(LI, awayOn(evening)), person(ZHAO), person(TOM, { zone: 'Europe/London' })];
    expect(ids(submitsNow(team(evening, people, { submitters: [ZHAO, TOM] }), OF_LI))).toEqual([TOM]);
  });

  test('is not the owner on a holiday of theirs, if somebody else can', () => {
    const holiday = at('2026-12-01T21:30+08:00');
    const both = team(holiday, [person(LI), tom], { submitters: [LI, TOM] });
    expect(ids(submitsNow(both, OF_LI))).toEqual([TOM]);
    expect(ids(submitsNow(team(holiday, [person(LI)], { submitters: [LI] }), OF_LI))).toEqual([LI]);
  });

  test('is the owner all the same where nobody is awake who can', () => {
    const people = [person(LI), person(ZHAO)];
    expect(ids(submitsNow(team(OPENING, people, { submitters: [ZHAO] }), OF_LI))).toEqual([LI]);
  });

  test('is the leads’ where owner and covers are away and nobody can sign in', () => {
    const people = [person(LI, awayOn(OPENING)), person(MARIA, { isLead: true, zone: NEW_YORK })];
    expect(ids(submitsNow(team(OPENING, people), OF_LI))).toEqual([MARIA]);
  });
});
