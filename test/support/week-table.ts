import type { DeskDeps } from '../../src/desk/deps.ts';
import { officeOf } from '../../src/desk/deps.ts';
import { isOpenDay, nextWithin } from '../../src/domain/calendar.ts';
import { type CaseNumber, caseNumber, type PersonId } from '../../src/domain/ids.ts';
import { addDays, type LocalDate, localDate, toInstant } from '../../src/domain/local-time.ts';
import { isRed } from '../../src/domain/red.ts';
import { isAway } from '../../src/domain/team.ts';
import { HOUR, type Instant } from '../../src/domain/time.ts';
import { T1 } from './desk.ts';
import { LEADS, OWNERS, PEOPLE } from './team-of-fifteen.ts';
import { type Sent, threadOf, type WeekDesk } from './week-desk.ts';

/** One thing that rang at somebody: a direct message, or a mention in a thread. */
export interface Ring {
  readonly at: Instant;
  readonly person: PersonId;
  readonly kind: 'dm' | 'mention';
  readonly isRed: boolean;
  /** Somebody sleeps at that hour. */
  readonly inQuiet: boolean;
  /** Why it may come at night all the same. */
  readonly mayWake: boolean;
  readonly what: string;
}

/** What one person got on one of their own days. */
export interface PersonDay {
  readonly person: PersonId;
  readonly date: LocalDate;
  /** A working day of theirs on which they are there. */
  readonly works: boolean;
  readonly away: boolean;
  readonly mentions: number;
  readonly dms: number;
  readonly red: number;
  readonly notes: number;
}

const zoneOf = (id: PersonId): string => PEOPLE.find((one) => one.id === id)?.zone ?? 'UTC';

function ringsOf(sent: Sent, { policy }: Pick<DeskDeps, 'policy'>): Ring[] {
  const { at, post } = sent;
  const ring = (person: PersonId, more: Pick<Ring, 'kind' | 'isRed' | 'mayWake' | 'what'>): Ring => {
    const inQuiet = nextWithin(at, { zone: zoneOf(person), ...policy.waking }) !== at;
    return { at, person, inQuiet, ...more };
  };
  const { content } = post;
  if (content.kind === 'brief') {
    const reader = PEOPLE.find(({ id }) => id === post.channel);
    const what = { kind: 'dm', isRed: false, mayWake: false, what: content.view.kind } as const;
    return reader ? [ring(reader.id, what)] : [];
  }
  const thread = threadOf(sent);
  if (!thread || content.kind !== 'notices') return [];
  const red = isRed(thread.case, policy, at);
  const what = content.notices.map(({ cause }) =>
    cause.kind === 'timer' ? `${cause.timer.kind}.${cause.timer.step}` : cause.event.type,
  );
  const mayWake = red || what.some((one) => /^(window|deadline)\./.test(one));
  return thread.mention.map((person) =>
    ring(person, { kind: 'mention', isRed: red, mayWake, what: `#${thread.case.number} ${what.join('+')}` }),
  );
}

export const rings = (week: WeekDesk): Ring[] => week.sent.flatMap((sent) => ringsOf(sent, week.deps));

const isDay = (at: Instant, date: LocalDate, zone: string): boolean =>
  Object.values(localDate(at, zone)).join() === Object.values(date).join();

/** Every person's every day, Monday to Sunday. */
export async function personDays(week: WeekDesk, monday: LocalDate): Promise<PersonDay[]> {
  const all = rings(week);
  const found: PersonDay[] = [];
  for (const { id, zone } of PEOPLE) {
    const person = await week.deps.people.find(T1, id);
    if (!person) throw new Error(`Nobody is called ${id}`);
    for (let i = 0; i < 7; i += 1) {
      const date = addDays(monday, i);
      const noon = toInstant(date, { hour: 12, minute: 0 }, zone);
      const mine = all.filter((ring) => ring.person === id && isDay(ring.at, date, zone));
      const calm = mine.filter((ring) => !ring.isRed);
      const away = isAway(person, noon);
      found.push({
        person: id,
        date,
        away,
        works: !away && isOpenDay(officeOf(week.deps, person), date),
        mentions: calm.filter(({ kind }) => kind === 'mention').length,
        dms: calm.filter(({ kind }) => kind === 'dm').length,
        red: mine.length - calm.length,
        notes: week.sent.filter((sent) => {
          const thread = threadOf(sent);
          return thread?.case.owner === id && !thread.mention.includes(id) && isDay(sent.at, date, zone);
        }).length,
      });
    }
  }
  return found;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `DM + mentions (+ red) · notes` of each person and day; `–` away, `°` no working day. */
export function tableOf(days: readonly PersonDay[]): string {
  const cell = (day: PersonDay): string => {
    const red = day.red > 0 ? `+${day.red}r` : '';
    const said = `${day.dms}+${day.mentions}${red} ·${day.notes}`;
    return `${said}${day.away ? ' –' : day.works ? '' : ' °'}`;
  };
  const dates = [...new Set(days.map(({ date }) => `${date.month}-${date.day}`))];
  const head = ['', ...dates.map((date, i) => `${WEEKDAYS[i % 7]} ${date}`)];
  const lines = PEOPLE.map(({ id, name, zone }) => {
    const role = LEADS.includes(id) ? ', lead' : OWNERS.includes(id) ? ', owner' : '';
    const city = zone.split('/')[1]?.replace('_', ' ') ?? zone;
    return [`${name} (${city}${role})`, ...days.filter(({ person }) => person === id).map(cell)];
  });
  const row = ([who = '', ...cells]: readonly string[]): string =>
    `${who.padEnd(30)}${cells.map((one) => one.padEnd(12)).join('')}`.trimEnd();
  return `${[
    'Direct messages + mentions (+ mentions for the red case) · notes in threads of own cases, per own day',
    '– away   ° no working day of their office',
    '',
    ...[head, ...lines].map(row),
  ].join('\n')}\n`;
}

/** A step that fell due, and that nobody who was there was told of in time. */
export interface Untold {
  readonly number: CaseNumber;
  readonly key: string;
  readonly at: Instant;
}

/**
 * Steps that reached nobody who was at work: no mention, and until the end of the next weekday no briefing with
 * the case and nobody who acted on it.
 */
export async function untold(
  week: WeekDesk,
  acted: readonly { readonly at: Instant; readonly number: CaseNumber }[],
  end: Instant,
): Promise<Untold[]> {
  const missing: Untold[] = [];
  const here = new Map<string, boolean>();
  const isThere = async (id: PersonId, at: Instant): Promise<boolean> => {
    const person = await week.deps.people.find(T1, id);
    if (!person) return false;
    const key = `${id} ${Object.values(localDate(at, person.zone)).join('-')}`;
    const known = here.get(key);
    if (known !== undefined) return known;
    const office = officeOf(week.deps, person);
    const date = localDate(at, person.zone);
    const isWeekend = !isOpenDay({ ...office, closed: [], open: [] }, date);
    const answer = !isAway(person, at) && (isWeekend || isOpenDay(office, date));
    here.set(key, answer);
    return answer;
  };
  const steps = await week.db.selectFrom('case_events').selectAll().execute();
  for (const { event, case_number } of steps) {
    if (event.type !== 'timers_fired') continue;
    const { at } = event;
    const number = caseNumber(case_number);
    const limit = nextWeekdaysEnd(at);
    if (limit > end) continue;
    const loaded = await week.deps.cases.load(T1, number);
    const owner = PEOPLE.find(({ id }) => id === loaded?.case.owner)?.name ?? null;
    const heard = await anybody(week.sent, { number, owner }, { from: at, to: limit }, isThere);
    const done = acted.some((one) => one.number === number && one.at >= at && one.at <= limit);
    if (!heard && !done) for (const key of event.keys) missing.push({ number, key, at });
  }
  return missing;
}

/** The end of the next day on which London and New York work. */
function nextWeekdaysEnd(at: Instant): Instant {
  let limit = at + 24 * HOUR;
  while ([0, 6].includes(new Date(limit).getUTCDay())) limit += 24 * HOUR;
  return limit;
}

interface Of {
  readonly number: CaseNumber;
  readonly owner: string | null;
}

async function anybody(
  sent: readonly Sent[],
  of: Of,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  isThere: (id: PersonId, at: Instant) => Promise<boolean>,
): Promise<boolean> {
  for (const one of sent) {
    if (one.at < from || one.at > to) continue;
    for (const id of hearers(one, of)) if (await isThere(id, one.at)) return true;
  }
  return false;
}

function hearers(sent: Sent, { number, owner }: Of): readonly PersonId[] {
  const thread = threadOf(sent);
  // Its owner reads what stands in their thread, if they are there.
  if (thread?.case.number === number)
    return [...thread.mention, ...(thread.case.owner === null ? [] : [thread.case.owner])];
  const { content } = sent.post;
  if (content.kind !== 'brief') return [];
  // A lead reads whose cases nobody looks after, and looks after them.
  const uncovered = content.view.kind === 'morning' ? (content.view.digest?.away ?? []) : [];
  const isNamed = uncovered.some(({ name, cover }) => cover === null && name === owner);
  const says = isNamed || JSON.stringify(numbersIn(content.view)).includes(`,${number},`);
  return says ? PEOPLE.filter(({ id }) => id === sent.post.channel).map(({ id }) => id) : [];
}

/** Every case that a briefing names, as `,1,2,3,`. */
function numbersIn(view: unknown): string {
  const found: number[] = [];
  const walk = (node: unknown, isList: boolean): void => {
    if (typeof node === 'number' && isList) found.push(node);
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) for (const one of node) walk(one, true);
    else
      for (const [key, value] of Object.entries(node)) {
        if (key === 'case' && typeof value === 'object' && value !== null && 'number' in value)
          found.push(Number(value.number));
        else walk(value, false);
      }
  };
  walk(view, false);
  return `,${found.join(',')},`;
}
