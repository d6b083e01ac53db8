import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { at } from '../support/story.ts';
import { LEADS, OWNERS, TURNS } from '../support/team-of-fifteen.ts';
import { switchOn, teamWeek } from '../support/team-week.ts';
import { type WeekDesk, weekDesk } from '../support/week-desk.ts';
import { type PersonDay, personDays, rings, tableOf, untold } from '../support/week-table.ts';

/** China's Golden Week begins on the Thursday. */
const MONDAY = { year: 2026, month: 9, day: 28 };
const SWITCHED_ON = at('2026-09-28T09:05+08:00');
/** The end of Sunday, where it ends last. */
const END = at('2026-10-05T00:00-04:00');
/** China is back on the Thursday after, and makes up for it on the Saturday. */
const NEXT_MONDAY = { year: 2026, month: 10, day: 5 };
const NEXT_END = at('2026-10-12T00:00-04:00');

let database: Database;
let week: WeekDesk;
let team: ReturnType<typeof teamWeek>;
let days: PersonDay[];
beforeAll(async () => {
  database = await openDatabase({});
  week = await weekDesk(database, SWITCHED_ON);
  expect(await switchOn(week)).toHaveLength(40);
  team = teamWeek(week, TURNS);
  await team.until(END);
  days = await personDays(week, MONDAY);
  await team.until(NEXT_END);
  days.push(...(await personDays(week, NEXT_MONDAY)));
}, 300_000);
afterAll(async () => {
  await week?.slack.close();
  await database?.close();
});

const messages = ({ dms, mentions }: PersonDay): number => dms + mentions;
const daysOf = (which: (day: PersonDay) => boolean): PersonDay[] => days.filter(which);
const shown = (some: readonly PersonDay[]) =>
  some.map((day) => `${day.person} ${day.date.month}-${day.date.day}: ${day.dms}+${day.mentions}`);

test('an owner with five cases gets two messages a day at most, four on no day', () => {
  const working = daysOf((day) => OWNERS.includes(day.person) && day.works);
  expect(working.length).toBeGreaterThan(50);
  const loud = working.filter((day) => messages(day) > 2);
  expect(loud.length / working.length, shown(loud).join('; ')).toBeLessThanOrEqual(0.05);
  expect(shown(daysOf((day) => OWNERS.includes(day.person) && messages(day) > 4))).toEqual([]);
});

test('a lead gets two a day at most, what is red apart', () => {
  expect(shown(daysOf((day) => LEADS.includes(day.person) && messages(day) > 2))).toEqual([]);
});

test('whoever is away gets nothing', () => {
  const away = daysOf((day) => day.away);
  expect(new Set(away.map(({ person }) => person)).size).toBe(4);
  expect(shown(away.filter((day) => messages(day) + day.red > 0))).toEqual([]);
});

test('nobody is written to on a holiday or a weekend', () => {
  const holidays = daysOf((day) => !day.works && !day.away && day.date.month === 10);
  expect(shown(holidays.filter((day) => messages(day) > 0))).toEqual([]);
});

test('nobody is woken but for red, the hours in which Amazon answers fastest, or a near deadline', () => {
  const woken = rings(week).filter(({ inQuiet, mayWake }) => inQuiet && !mayWake);
  expect(
    woken.map(({ person, what, at: when }) => `${person} ${what} ${new Date(when).toISOString()}`),
  ).toEqual([]);
});

test('every step that fell due was told to somebody who was there', async () => {
  const missing = await untold(week, team.acted, NEXT_END);
  expect(
    missing.map(({ number, key, at: when }) => `#${number} ${key} ${new Date(when).toISOString()}`),
  ).toEqual([]);
});

test('whoever is told to do something may do it, and Slack takes every message', () => {
  expect(team.refused).toEqual([]);
  expect(week.unsent).toEqual([]);
  expect(week.slack.warnings).toEqual([]);
  expect(week.slack.slackErrors).toEqual([]);
});

test('the table of the week', async () => {
  await expect(tableOf(days)).toMatchFileSnapshot('__snapshots__/week.txt');
});
