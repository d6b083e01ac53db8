import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { at } from '../support/story.ts';
import { TURNS } from '../support/team-of-fifteen.ts';
import { switchOn, teamWeek } from '../support/team-week.ts';
import { type WeekDesk, weekDesk } from '../support/week-desk.ts';

let database: Database;
let week: WeekDesk;
let team: ReturnType<typeof teamWeek>;
beforeAll(async () => {
  database = await openDatabase({});
  week = await weekDesk(database, at('2026-09-28T09:05+08:00'));
  expect(await switchOn(week)).toHaveLength(40);
  team = teamWeek(week, TURNS);
  await team.until(at('2026-10-05T00:00-04:00'));
}, 300_000);
afterAll(async () => {
  await week?.slack.close();
  await database?.close();
});

test('debug', () => {
  console.log(team.refused);
  console.log(week.unsent, week.slack.warnings.slice(0, 5), week.slack.slackErrors.slice(0, 5));
  for (const s of week.sent) {
    const c = s.post.content;
    const when = new Date(s.at).toISOString().slice(5, 16);
    if (c.kind === 'brief') console.log(when, s.post.key, c.view.kind);
    if (c.kind === 'notices')
      console.log(when, `#${c.view.case.number} ${c.view.case.phase.status} owner=${c.view.case.owner}`, c.notices.map((n) => (n.cause.kind === 'timer' ? `T:${n.cause.timer.kind}.${n.cause.timer.step}` : n.cause.event.type)).join('+'), `@${c.mention.join(',')}`);
  }
});
