import type { CaseList, CheckedRow } from '../../desk/import/list.ts';
import { readyRows } from '../../desk/import/list.ts';
import type { CaseNumber, PersonId } from '../../domain/ids.ts';
import { foldName } from '../../domain/import/places.ts';
import type { Locale } from '../../domain/locale.ts';
import { IMPORT } from '../../i18n/import.ts';
import { INPUT_LIMIT } from '../modals/pieces.ts';
import { endView } from '../modals/plain-views.ts';
import { chosenIn, fileIn, isTicked, personIn, textIn } from '../modals/typed.ts';
import type { InputValues, ViewPayload } from '../payloads.ts';
import { permalink } from '../permalink.ts';
import { readerOf } from '../reader.ts';
import { refusalPlain } from '../refuse.ts';
import { digest } from '../request-key.ts';
import { answerSubmission, type Response } from '../submission.ts';
import type { Caller, Surface } from '../surface.ts';
import { fileProblem, readListFile } from './file.ts';
import { FIELD, whoField } from './ids.ts';
import { mayReadFiles } from './may-read.ts';
import { type ImportMeta, isAskable, type ListFile, MOST_NAMES, readImportMeta } from './meta.ts';
import { importView } from './view.ts';

/** A list that the person has seen the findings of and sent again: to be brought in. */
export interface Wish {
  readonly list: CaseList;
  readonly owner: PersonId | null;
  readonly count: number;
  readonly locale: Locale;
  readonly meta: ImportMeta;
}

/** The form was sent: a list that is new to it is checked and drawn with its findings, a known one is a wish. */
export async function submitImport(
  surface: Surface,
  caller: Caller,
  view: ViewPayload,
): Promise<{ readonly response: Response; readonly wish: Wish | null }> {
  let wish: Wish | null = null;
  const how = {
    caller,
    view,
    what: 'import',
    title: (locale: Locale) => IMPORT[locale].title,
    submit: (locale: Locale) => IMPORT[locale].check,
  };
  const response = await answerSubmission(surface, how, async () => {
    const { locale } = await readerOf(surface, caller);
    const decided = await decide(surface, caller, view, locale);
    if (!('list' in decided)) return decided;
    wish = decided;
    const working = IMPORT[locale].working(decided.count);
    return { response_action: 'update', view: endView(IMPORT[locale].title, working, [], locale) };
  });
  return { response, wish };
}

const errors = (field: string, text: string): NonNullable<Response> => ({
  response_action: 'errors',
  errors: { [field]: text },
});

async function decide(
  surface: Surface,
  caller: Caller,
  view: ViewPayload,
  locale: Locale,
): Promise<Wish | NonNullable<Response>> {
  const words = IMPORT[locale];
  const { values } = view.state;
  const meta = readImportMeta(view.private_metadata);
  const source = sourceOf(values, meta);
  if (source === 'both') return errors(FIELD.file, words.either);
  if (source === null) return errors(FIELD.text, words.empty);
  const read =
    'text' in source ? { ok: true as const, text: source.text } : await readListFile(surface.client, source);
  if (!read.ok) return errors(FIELD.file, fileProblem(words, read.problem));

  const field = 'text' in source ? FIELD.text : FIELD.file;
  const dayFirst = chosenIn(values, FIELD.dates) === 'day';
  const list: CaseList = { text: read.text, dayFirst, called: calledIn(values, meta) };
  const check = await surface.desk.checkList(caller, list);
  if (check.kind === 'refused') return errors(field, await refusalPlain(surface, check.refusal, locale));
  if (check.kind === 'too_many') return errors(field, words.tooMany(check.count, check.most));
  if (check.rows.length === 0) return errors(field, words.nothingRead);

  const checked = digest([read.text, dayFirst]);
  const ready = readyRows(check.rows);
  if (checked === meta.checked && ready.length > 0) {
    const owner = personIn(values, FIELD.owner);
    const unowned = ready.filter(({ row }) => row.owner === null).length;
    const isAsked = view.blocks.some(({ block_id }) => block_id === FIELD.owner);
    if (unowned === 0 || owner !== null || isTicked(values, FIELD.unowned))
      return { list, owner, count: ready.length, locale, meta };
    // Without the input, the form below asks.
    if (isAsked) return errors(FIELD.owner, words.chooseOwner(unowned));
  }
  const isFull = 'text' in source && source.text.length >= INPUT_LIMIT - 1;
  const next: ImportMeta = {
    ...meta,
    checked,
    file: 'text' in source ? null : source,
    names: namesIn(check.rows, list, meta),
  };
  const form = importView({
    locale,
    meta: next,
    text: 'text' in source ? source.text : '',
    dayFirst,
    findings: { rows: check.rows, ...(await naming(surface, check.rows)) },
    banner: isFull ? words.textFull : null,
    mayRead: mayReadFiles(surface),
  });
  return { response_action: 'update', view: form };
}

type Source = { readonly text: string } | ListFile;

/** A file that was read before counts while no other list is given. */
function sourceOf(values: InputValues, meta: ImportMeta): Source | 'both' | null {
  const text = textIn(values, FIELD.text);
  const given = fileIn(values, FIELD.file);
  const url = given?.url_private_download ?? given?.url_private ?? null;
  const file = given && url !== null ? { id: given.id, name: given.name, url, size: given.size } : null;
  if (text !== '' && file !== null) return 'both';
  if (text !== '') return { text };
  return file ?? meta.file;
}

const calledIn = (values: InputValues, { names }: ImportMeta): CaseList['called'] =>
  names.flatMap((name, place) => {
    const person = personIn(values, whoField(place));
    return person === null ? [] : [{ name, person }];
  });

/** Those that the list still leaves open, and those that were answered in the form. */
function namesIn(rows: readonly CheckedRow[], { called }: CaseList, meta: ImportMeta): string[] {
  const answered = meta.names.filter((name) => called.some((one) => one.name === name));
  const open = readyRows(rows).flatMap(({ row }) => row.calledOwner ?? []);
  const names = new Map([...answered, ...open].map((name) => [foldName(name), name]));
  return [...names.values()].filter(isAskable).slice(0, MOST_NAMES);
}

/** Links of the cases that are there already, and names of the owners. */
async function naming(surface: Surface, rows: readonly CheckedRow[]) {
  const numbers = new Set(
    rows.flatMap((row) => (row.kind === 'there' && 'number' in row.of ? [row.of.number] : [])),
  );
  const owners = new Set(readyRows(rows).flatMap(({ row }) => row.owner ?? []));
  const [links, names] = await Promise.all([
    Promise.all(
      [...numbers]
        .slice(0, MOST_LINKS)
        .map(async (number) => [number, await linkTo(surface, number)] as const),
    ),
    Promise.all(
      [...owners].map(async (id) => {
        const person = await surface.desk.person(surface.workspace, id);
        return [id, person?.name ?? id] as const;
      }),
    ),
  ]);
  const [linked, named] = [new Map(links), new Map<string, string>(names)];
  return {
    linkOf: (number: CaseNumber) => linked.get(number) ?? `#${number}`,
    nameOf: (person: string) => named.get(person) ?? person,
  };
}

/** Each costs a look-up while the person waits. */
const MOST_LINKS = 30;

async function linkTo(surface: Surface, number: CaseNumber): Promise<string> {
  const view = await surface.desk.view(surface.workspace, number);
  return view?.thread ? `<${permalink(surface.teamUrl, view.thread)}|#${number}>` : `#${number}`;
}
