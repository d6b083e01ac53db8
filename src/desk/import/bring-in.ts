import type { Store } from '../../domain/case.ts';
import { claimKeys } from '../../domain/duplicates.ts';
import { subjectKey } from '../../domain/identifiers.ts';
import type { CaseNumber, ChannelId, PersonId, WorkspaceId } from '../../domain/ids.ts';
import { decideImport } from '../../domain/import/decide.ts';
import type { ImportRow } from '../../domain/import/row.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { after } from '../after.ts';
import { importCommit } from '../build-commit.ts';
import { type DeskDeps, scheduleOf } from '../deps.ts';
import type { Request } from '../desk.ts';
import type { Cases } from '../ports/cases.ts';
import type { Person } from '../ports/people.ts';
import { rivalsOf } from '../rivals.ts';
import { checkList } from './check-list.ts';
import { type BroughtIn, type CaseList, readyRows } from './list.ts';

/** How often a line is decided again when somebody else's change came first. */
const ATTEMPTS = 5;

type Outcome =
  | { readonly kind: 'created' | 'already'; readonly number: CaseNumber }
  | { readonly kind: 'failed'; readonly refusal: Refusal };

/**
 * Brings in every line that is ready, each by a commit of its own, so that nobody waits for a long list, and one
 * that was broken off is taken up by doing it again.
 */
export async function bringIn(
  deps: DeskDeps,
  ensureStore: Cases['ensureStore'],
  request: Omit<Request, 'key'>,
  list: CaseList,
  fallback: { readonly owner: PersonId | null },
): Promise<BroughtIn> {
  const { workspace } = request;
  const checked = await checkList(deps, request, list);
  if (checked.kind === 'refused') return checked;
  const rows = checked.kind === 'checked' ? checked.rows : [];
  const [importer, profiles] = await Promise.all([
    deps.people.find(workspace, request.person),
    deps.team.stores(workspace),
  ]);
  const everybody = deps.settings(workspace).caseChannel;
  if (!importer) return { kind: 'refused', refusal: { code: 'guest' } };
  if (everybody === null) return { kind: 'refused', refusal: { code: 'no_channel' } };
  const [by, home] = [importer, everybody];
  const channels = new Map(profiles.map(({ store, channel }) => [store.id, channel]));

  const created: CaseNumber[] = [];
  const already = rows.flatMap((row) => (row.kind === 'there' && 'number' in row.of ? [row.of.number] : []));
  const failed: { line: number; refusal: Refusal }[] = [];
  let unowned = 0;
  for (const { row, line } of readyRows(rows)) {
    const owner = row.owner ?? fallback.owner;
    const outcome = await bringOne(row, owner);
    if (outcome.kind === 'failed') failed.push({ line, refusal: outcome.refusal });
    else (outcome.kind === 'created' ? created : already).push(outcome.number);
    if (outcome.kind === 'created' && owner === null) unowned += 1;
  }
  return { kind: 'done', created, already: [...new Set(already)], failed, unowned };

  async function bringOne(row: ImportRow, owner: PersonId | null): Promise<Outcome> {
    const refusal = await outsider(deps, workspace, owner);
    if (refusal) return { kind: 'failed', refusal };
    const store = await ensureStore(workspace, row.storeName, row.marketplace);
    const where = { workspace, store, channel: channels.get(store.id) ?? home, owner };
    return importOne(deps, by, row, where);
  }
}

async function outsider(
  deps: DeskDeps,
  workspace: Request['workspace'],
  owner: PersonId | null,
): Promise<Refusal | null> {
  if (owner === null) return null;
  const person = await deps.people.find(workspace, owner);
  return person && !person.isGuest ? null : { code: 'not_a_member', person: owner };
}

interface Where {
  readonly workspace: WorkspaceId;
  readonly store: Store;
  readonly channel: ChannelId;
  readonly owner: PersonId | null;
}

async function importOne(deps: DeskDeps, importer: Person, row: ImportRow, where: Where): Promise<Outcome> {
  const { workspace, store, owner } = where;
  const receiptKey = keyOf(row, where);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const now = deps.now();
    // The whole list was looked up a moment ago; whoever came between is found by the database, and then asked for.
    const isSure = attempt === 1 && row.caseId !== null;
    const [rivals, caseIdHolder, schedule] = await Promise.all([
      isSure ? { open: [], recentlyClosed: [] } : rivalsOf(deps, workspace, store.id, claimKeys(row)),
      isSure || row.caseId === null ? null : deps.cases.caseIdHolder(workspace, row.caseId),
      scheduleOf(deps, { workspace, owner }),
    ]);
    const facts = { ...where, now, caseIdHolder };
    const decision = decideImport(row, {
      ...facts,
      rivals: rivals.open,
      recentlyClosed: rivals.recentlyClosed,
    });
    if (!decision.ok) return inTheWay(decision.refusal);
    const how = { at: now, by: importer.id, receiptKey };
    const made = await deps.cases.commitNew(workspace, (number) =>
      importCommit(workspace, number, decision, schedule, how),
    );
    if (made.commit) {
      after(deps, made.commit);
      return { kind: 'created', number: made.commit.case.number };
    }
    const answered = made.outcome === 'receipt' && (await deps.cases.receipt(workspace, receiptKey));
    if (answered)
      return answered.ok ? { kind: 'already', number: answered.number } : inTheWay(answered.refusal);
  }
  return { kind: 'failed', refusal: { code: 'too_busy' } };
}

/** Whoever has it: the list's case is there, by whatever way it came. */
function inTheWay(refusal: Refusal): Outcome {
  const holder =
    refusal.code === 'case_id_taken'
      ? refusal.number
      : refusal.code === 'duplicate'
        ? refusal.rivals[0]?.number
        : undefined;
  return holder === undefined ? { kind: 'failed', refusal } : { kind: 'already', number: holder };
}

/** The same line is the same request, whoever brings it and however often. */
const keyOf = ({ caseId, subjects, date }: ImportRow, { store }: Where): string =>
  [
    'import',
    store.id,
    caseId ?? `${subjects.map(subjectKey).toSorted().join(' ')} ${JSON.stringify(date)}`,
  ].join(':');
