import type { PersonId } from '../../domain/ids.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Lane, OutboxRow } from '../ports/outbox.ts';
import type { Person } from '../ports/people.ts';
import { peopleBehind } from './recipients.ts';
import type { NoticeStep } from './step.ts';

/**
 * What a channel (or a person) refuses for good is told to somebody directly: to those whom it would have
 * mentioned, else the owner, else a lead; each of them is tried once.
 */
export async function tellInstead(
  deps: DeskDeps,
  lane: Lane,
  rows: readonly OutboxRow[],
  loaded: LoadedCase,
  code: string,
  fence: number | null = null,
): Promise<NoticeStep> {
  const now = deps.now();
  const due = rows.filter(({ state }) => state.kind !== 'waiting' || state.notBefore <= now);
  if (due.length === 0) return { kind: 'rest', until: null };
  for (const row of due) {
    const person = await nextToTell(deps, row, loaded);
    const what = { ...lane, code, key: row.notice.key, person };
    if (person === null) deps.log.error(what, 'Slack refuses this message, and nobody is left to be told');
    else deps.log.warn(what, 'Slack refuses this message here; a person is told directly');
    await deps.outbox.rowsAside(lane, [row.id], fence, person, code, now);
  }
  return { kind: 'again' };
}

/** True where somebody else is to be told by now, such as the case's new owner. */
export async function isAstray(deps: DeskDeps, row: OutboxRow, loaded: LoadedCase): Promise<boolean> {
  if (row.direct === null) return false;
  const { person } = row.direct;
  const people = await whomToTell(deps, row, loaded);
  return people.every(({ id }) => id !== person) && (await nextToTell(deps, row, loaded)) !== null;
}

async function nextToTell(deps: DeskDeps, row: OutboxRow, loaded: LoadedCase): Promise<PersonId | null> {
  // The key names everybody who was tried.
  const tried = new Set(row.notice.key.split('~').slice(1));
  const people = await whomToTell(deps, row, loaded);
  return people.find((person) => !tried.has(person.id))?.id ?? null;
}

const whomToTell = (
  deps: DeskDeps,
  { notice }: OutboxRow,
  { case: c }: LoadedCase,
): Promise<readonly Person[]> =>
  peopleBehind(deps, [...notice.mention, { role: 'owner' }, { role: 'leads' }], c);
