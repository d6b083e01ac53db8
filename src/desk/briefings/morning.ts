import { isOpenDay } from '../../domain/calendar.ts';
import { type CaseNumber, type WorkspaceId } from '../../domain/ids.ts';
import { addDays, localDate, toInstant, weekday } from '../../domain/local-time.ts';
import { codesOf, endingCalendars } from '../../domain/office-calendar.ts';
import { type Absence, absenceAt } from '../../domain/team.ts';
import { DAY, type Instant } from '../../domain/time.ts';
import { windowOf } from '../../domain/window-advice.ts';
import { nextOpening, openingAt } from '../../domain/windows.ts';
import { type DeskDeps, officeOf } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Happening } from '../ports/happenings.ts';
import type { Person } from '../ports/people.ts';
import { viewOf } from '../view-of.ts';
import type {
  CheckLine,
  Covering,
  Digest,
  MorningView,
  StoreCheck,
  TonightsWindow,
} from '../views/briefing-view.ts';
import { actsOn } from '../who-acts.ts';
import type { Composed } from './composed.ts';
import { digestOf } from './digest.ts';
import { startOfDay, type TeamFacts } from './facts.ts';
import { checksOf, isDueToday, lookedAt } from './store-check.ts';
import { type Turn, turnsOf } from './your-turn.ts';

/** Lines beside the store check: a phone shows few, and Slack takes fifty blocks. */
const LINES = 8;
/** Cases of which somebody who is back is told. */
const BACK = 5;

/**
 * The day of one person. Drawn again after a click, it keeps the cases of its store check (`keep`) and says
 * what was found.
 */
export async function morningView(
  deps: DeskDeps,
  workspace: WorkspaceId,
  person: Person,
  facts: TeamFacts,
  keep: readonly CaseNumber[] | null = null,
): Promise<Composed<MorningView> | null> {
  const { now } = facts;
  const { policy } = deps;
  const today = await deps.happenings.between(workspace, startOfDay(now, person.zone), now + 1);
  const fresh = checksOf(facts, person.id, person.zone, today, policy);
  const kept = keep && (await keptCases(deps, workspace, facts, keep));
  const shown = kept ?? fresh.shown.map(({ loaded }) => loaded);
  const turns = turnsOf(facts, person.id, policy);
  const [yours, closing] = [turns.filter((turn) => !isCloseOut(turn)), turns.filter(isCloseOut)];
  const yourTurn = yours.slice(0, LINES);
  const closeOuts = closing.slice(0, LINES - yourTurn.length);
  const view: MorningView = {
    kind: 'morning',
    at: now,
    zone: person.zone,
    window: tonights(facts, person),
    back: await backView(deps, workspace, person, facts),
    checks: await storeChecks(deps, facts, person, shown, today),
    alsoWaiting: fresh.others.filter((number) => !shown.some(({ case: c }) => c.number === number)),
    yourTurn: await linesOf(deps, yourTurn),
    closeOuts: await linesOf(deps, closeOuts),
    more: turns.length - yourTurn.length - closeOuts.length,
    covering: coveringOf(facts, person),
    digest:
      person.isLead && person.habits.digest
        ? digestOf(facts, await sinceLastDay(deps, workspace, person, now), policy, {
            ending: endingSoon(deps, facts),
            isWeekly: isFirstOfWeek(deps, person, now),
          })
        : null,
  };
  const cases = [...shown, ...[...yourTurn, ...closeOuts].map(({ loaded }) => loaded)].map(
    ({ case: c }) => c.number,
  );
  const content = { cases, checks: shown.map(({ case: c }) => c.number), away: null };
  const isEmpty =
    cases.length === 0 && view.back === null && view.covering.length === 0 && view.digest === null;
  // A briefing that stands is drawn again all the same, once all of it is done.
  return isEmpty && keep === null ? null : { view, content };
}

const isCloseOut = ({ reason }: Turn): boolean => reason === 'close_out';

export const linesOf = (deps: DeskDeps, turns: readonly Turn[]) =>
  Promise.all(turns.map(async ({ loaded, reason }) => ({ view: await viewOf(deps, loaded), reason })));

/** What was closed meanwhile is no longer among the open ones. */
async function keptCases(
  deps: DeskDeps,
  workspace: WorkspaceId,
  { cases }: TeamFacts,
  keep: readonly CaseNumber[],
): Promise<LoadedCase[]> {
  const found = await Promise.all(
    keep.map(async (number) => {
      const open = cases.find(({ case: c }) => c.number === number);
      return open ?? (await deps.cases.load(workspace, number));
    }),
  );
  return found.flatMap((loaded) => loaded ?? []);
}

/** By store, in the order in which their most pressing case comes. */
async function storeChecks(
  deps: DeskDeps,
  facts: TeamFacts,
  { zone }: Person,
  shown: readonly LoadedCase[],
  today: readonly Happening[],
): Promise<StoreCheck[]> {
  const stores = new Map<string, CheckLine[]>();
  for (const loaded of shown) {
    const line = {
      view: await viewOf(deps, loaded),
      looked: lookedAt(loaded.case.number, today),
      isDue: isDueToday(loaded, facts, zone),
    };
    const { name } = loaded.case.store;
    stores.set(name, [...(stores.get(name) ?? []), line]);
  }
  return [...stores].map(([store, lines]) => ({ store, lines }));
}

const SUBMITTABLE: readonly string[] = ['preparing', 'in_review', 'ready'];

/** The next hours in which Amazon answers fastest, if the person has something for them within a day. */
function tonights(facts: TeamFacts, { id }: Person): TonightsWindow | null {
  for (const { case: c } of facts.cases) {
    const window = windowOf(c);
    if (!window || !SUBMITTABLE.includes(c.phase.status) || actsOn(facts, c) !== id) continue;
    const opening = openingAt(window, facts.now) ?? nextOpening(window, facts.now);
    if (opening.opensAt < facts.now + DAY) return { opening, zone: window.zone };
  }
  return null;
}

/** The last day before today on which the person's office worked. */
function lastWorkingDay(deps: DeskDeps, person: Person, now: Instant): Instant {
  const office = officeOf(deps, person);
  let date = addDays(localDate(now, person.zone), -1);
  for (let days = 0; days < 60 && !isOpenDay(office, date); days += 1) date = addDays(date, -1);
  return toInstant(date, { hour: 12, minute: 0 }, person.zone);
}

/** What can wait for weeks is reason enough to write to somebody on the first day that they work in a week. */
function isFirstOfWeek(deps: DeskDeps, person: Person, now: Instant): boolean {
  const before = lastWorkingDay(deps, person, now);
  const inAnEarlierOne = weekday(localDate(before, person.zone)) >= weekday(localDate(now, person.zone));
  return inAnEarlierOne || now - before >= 7 * DAY;
}

const sinceLastDay = (deps: DeskDeps, workspace: WorkspaceId, person: Person, now: Instant) =>
  deps.happenings.between(
    workspace,
    startOfDay(lastWorkingDay(deps, person, now), person.zone),
    startOfDay(now, person.zone),
  );

/** On the first working day after an absence: the person's cases to which something happened meanwhile. */
async function backView(
  deps: DeskDeps,
  workspace: WorkspaceId,
  person: Person,
  { cases, now }: TeamFacts,
): Promise<MorningView['back']> {
  const absence: Absence | null = absenceAt(person, lastWorkingDay(deps, person, now));
  if (!absence) return null;
  const since = toInstant(absence.from, { hour: 0, minute: 0 }, person.zone);
  const happened = await deps.happenings.between(workspace, since, now);
  const moved = new Set(
    happened.filter(({ type, by }) => type !== 'timers_fired' && by !== person.id).map((one) => one.case),
  );
  const mine = cases.filter(({ case: c }) => c.owner === person.id && moved.has(c.number));
  if (mine.length === 0) return null;
  const views = await Promise.all(mine.slice(0, BACK).map((loaded) => viewOf(deps, loaded)));
  return { since, views, more: mine.length - views.length };
}

/** Whom the person stands in for today, and with which cases. */
function coveringOf(facts: TeamFacts, { id }: Person): Covering[] {
  const found = new Map<string, Covering>();
  for (const { case: c } of facts.cases) {
    if (c.owner === null || c.owner === id || actsOn(facts, c) !== id) continue;
    const name = facts.people.get(c.owner)?.name ?? c.owner;
    const cases = [...(found.get(c.owner)?.cases ?? []), c.number];
    found.set(c.owner, { person: c.owner, name, cases });
  }
  return [...found.values()];
}

/** The office calendars of the team that run out soon, with their last moment. */
const endingSoon = ({ calendars, now }: DeskDeps, { people }: TeamFacts): Digest['calendars'] =>
  endingCalendars(codesOf([...people.values()], calendars), calendars, now()).map(({ code, knownUntil }) => ({
    office: code,
    endsAt: toInstant(knownUntil, { hour: 12, minute: 0 }, 'UTC'),
  }));
