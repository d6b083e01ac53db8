import { isSnoozed } from '../../domain/case.ts';
import { HOUR, type Instant } from '../../domain/time.ts';
import { windowOf } from '../../domain/window-advice.ts';
import { nextOpening, openingAt } from '../../domain/windows.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';
import type { LineReason, TonightsWindow } from '../views/briefing-view.ts';
import { actsOn, submitsNow } from '../who-acts.ts';
import type { Composed } from './composed.ts';
import type { TeamFacts } from './facts.ts';
import { linesOf } from './morning.ts';
import type { Turn } from './your-turn.ts';

/** The evening before is the earliest that an opening is told of; the one after belongs to the next message. */
const AHEAD = 12 * HOUR;
const LINES = 12;

/**
 * What to submit in the hours that are about to open; null where nothing is, or they are over. What is still in the
 * making is said beside it, and is no reason to write: its owner knows of it since the morning.
 */
export async function beforeWindowView(
  deps: DeskDeps,
  person: Person,
  dueAt: Instant,
  facts: TeamFacts,
): Promise<Composed | null> {
  const { now } = facts;
  const found = facts.cases.flatMap((loaded): { turn: Turn; window: TonightsWindow }[] => {
    const { case: c } = loaded;
    const hours = windowOf(c);
    if (!hours || isSnoozed(c)) return [];
    const opening = openingAt(hours, dueAt) ?? nextOpening(hours, dueAt);
    if (opening.opensAt > dueAt + AHEAD || opening.closesAt <= now) return [];
    const reason: LineReason | null =
      c.phase.status === 'ready' || c.phase.status === 'preparing' || c.phase.status === 'in_review'
        ? c.phase.status
        : null;
    if (reason === null) return [];
    const then = { ...facts, now: opening.opensAt };
    const whose = reason === 'ready' ? submitsNow(then, c).map(({ id }) => id) : [actsOn(facts, c)];
    if (!whose.includes(person.id)) return [];
    return [{ turn: { loaded, reason }, window: { opening, zone: hours.zone } }];
  });
  const [first] = found.toSorted((a, b) => a.window.opening.opensAt - b.window.opening.opensAt);
  if (!first) return null;
  const turns = found.map(({ turn }) => turn);
  if (turns.every(({ reason }) => reason !== 'ready')) return null;
  const ready = turns.filter(({ reason }) => reason === 'ready').slice(0, LINES);
  const inWork = turns.filter(({ reason }) => reason !== 'ready').slice(0, LINES - ready.length);
  const told = [...ready, ...inWork].map(({ loaded: { case: c } }) => c.number);
  return {
    view: {
      kind: 'before_window',
      at: now,
      window: first.window,
      ready: await linesOf(deps, ready),
      inWork: await linesOf(deps, inWork),
      more: turns.length - told.length,
    },
    content: { cases: told, checks: [], away: null },
  };
}
