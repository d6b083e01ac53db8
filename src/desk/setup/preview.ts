import { isOpenDay } from '../../domain/calendar.ts';
import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import { addDays, localDate, toInstant } from '../../domain/local-time.ts';
import { MARKETPLACE_CODES, type MarketplaceCode } from '../../domain/marketplaces.ts';
import { officeIn, type Policy } from '../../domain/policy.ts';
import { isAway } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import { nextOpening, openingAt, windowFor } from '../../domain/windows.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';
import type { SetupPreview } from '../views/setup-view.ts';

/** What would happen after *Start*: composed, not sent. */
export async function setupPreview(
  deps: Pick<DeskDeps, 'team' | 'cases' | 'people' | 'policy' | 'now'>,
  workspace: WorkspaceId,
): Promise<SetupPreview> {
  const [stores, leads, open] = await Promise.all([
    deps.team.stores(workspace),
    deps.people.leads(workspace),
    deps.cases.listOpen(workspace, null),
  ]);
  const now = deps.now();
  const counts = new Map<PersonId, number>();
  const add = (id: PersonId | null, cases: number): void => {
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + cases);
  };
  for (const lead of leads) add(lead.id, 0);
  for (const { keeper } of stores) add(keeper, 0);
  for (const { case: c } of open) add(c.owner, 1);
  const people = await Promise.all([...counts.keys()].map((id) => deps.people.find(workspace, id)));
  const briefings = people.flatMap((person) => {
    const at = person && !person.isGuest ? morningOf(person, deps.policy, now) : null;
    if (person === null || at === null) return [];
    return [{ person: person.id, at, zone: person.zone, cases: counts.get(person.id) ?? 0 }];
  });
  const codes = MARKETPLACE_CODES.filter((code) => stores.some((s) => s.marketplaces.includes(code)));
  return {
    windows: windowsOf(stores.length > 0 ? codes : ['US'], now),
    briefings: briefings.toSorted((a, b) => a.at - b.at),
  };
}

/** Longer absences need no preview. */
const DAYS_AHEAD = 14;

/** Somebody's next briefing: on a working day of theirs on which they are there. */
function morningOf(person: Person, policy: Policy, now: Instant): Instant | null {
  const { morningAt } = person.habits;
  if (morningAt === null) return null;
  const office = officeIn(policy, person.zone);
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const date = addDays(localDate(now, person.zone), days);
    const at = toInstant(date, morningAt, person.zone);
    if (at > now && isOpenDay(office, date) && !isAway(person, at)) return at;
  }
  return null;
}

function windowsOf(codes: readonly MarketplaceCode[], now: Instant): SetupPreview['windows'] {
  const found = new Map<string, SetupPreview['windows'][number]>();
  for (const code of codes) {
    const window = windowFor(code, 'support_case');
    if (!window) continue;
    const opening = openingAt(window, now) ?? nextOpening(window, now);
    const key = `${opening.opensAt} ${window.zone}`;
    const marketplaces = [...(found.get(key)?.marketplaces ?? []), code];
    found.set(key, { marketplaces, opening, zone: window.zone });
  }
  return [...found.values()];
}
