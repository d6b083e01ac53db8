import type { KnownBlock } from '@slack/types';
import type { CheckedRow } from '../../desk/import/list.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import type { Remark, RowProblem } from '../../domain/import/row.ts';
import type { Locale } from '../../domain/locale.ts';
import { dayInWords } from '../../i18n/days.ts';
import { IMPORT } from '../../i18n/import.ts';
import { IMPORT_LINES } from '../../i18n/import-lines.ts';
import { TERMS } from '../../i18n/terms.ts';
import { inline, packed, SECTION_LIMIT, section } from '../blocks/text.ts';

/** What the last check found, for the person to read before anything is made. */
export interface Findings {
  readonly rows: readonly CheckedRow[];
  /** The way to a case that has a line's subject already; its number where there is none. */
  readonly linkOf: (number: CaseNumber) => string;
  readonly nameOf: (person: string) => string;
}

/** Sections that each part of the findings may take: a form has room for 100 blocks, and people for fewer. */
const MOST_SECTIONS = 6;
const CONTENT_LENGTH = 80;

type Of<K extends CheckedRow['kind']> = Extract<CheckedRow, { kind: K }>;

export function findingsBlocks({ rows, linkOf, nameOf }: Findings, locale: Locale): KnownBlock[] {
  const words = IMPORT[locale];
  const of = <K extends CheckedRow['kind']>(kind: K) => rows.filter((row): row is Of<K> => row.kind === kind);
  const [bad, there, over, ready] = [of('bad'), of('there'), of('over'), of('row')];
  const counts = { ready: ready.length, bad: bad.length, there: there.length, over: over.length };
  const badLine = ({ line, text, problems }: Of<'bad'>) =>
    `*${words.line(line)}* ${inline(text, CONTENT_LENGTH)}\n→ ${problems.map((one) => IMPORT_LINES[locale].problem(safe(one))).join(locale === 'en' ? '; ' : '；')}`;
  const thereLine = ({ line, text, of: holder, shared }: Of<'there'>) => {
    const what = inline(shared, CONTENT_LENGTH);
    const why =
      'number' in holder ? words.thereCase(linkOf(holder.number), what) : words.thereLine(holder.line, what);
    return `*${words.line(line)}* ${inline(text, CONTENT_LENGTH)}\n→ ${why}`;
  };
  return [
    section(ready.length > 0 ? words.summary(counts) : `${words.summary(counts)}\n${words.nothingReady}`),
    ...part(words.badTitle, bad.map(badLine), locale),
    ...part(words.thereTitle, there.map(thereLine), locale),
    ...(over.length > 0
      ? [section(words.overTitle(over.map(({ line }) => line).join(', '), over.length))]
      : []),
    ...part(
      words.readyTitle,
      ready.map((row) => readyLine(row, nameOf, locale)),
      locale,
    ),
  ];
}

function readyLine({ line, row, remarks }: Of<'row'>, nameOf: Findings['nameOf'], locale: Locale): string {
  const words = IMPORT[locale];
  const owner =
    row.owner !== null
      ? inline(nameOf(row.owner))
      : row.calledOwner === null
        ? words.ownerMissing
        : words.ownerUnknown(inline(row.calledOwner, CONTENT_LENGTH));
  const subjects = row.subjects.map(({ value }) => value).filter((value) => value !== row.caseId);
  const said = [
    `${inline(row.storeName, CONTENT_LENGTH)} ${row.marketplace}`,
    row.caseId ?? '',
    inline(subjects.join(', '), CONTENT_LENGTH),
    owner,
    TERMS[locale].statuses[row.status],
    row.date === null ? '' : words.submittedOn(dayInWords(row.date, locale)),
  ];
  const look = remarks.map((remark) => `\n→ ${IMPORT_LINES[locale].remark(safe(remark))}`);
  return `*${words.line(line)}* ${said.filter(Boolean).join(' · ')}${look.join('')}`;
}

/** A heading and its lines; what does not fit is counted. */
function part(title: string, lines: readonly string[], locale: Locale): KnownBlock[] {
  if (lines.length === 0) return [];
  const texts = packed([title, ...lines], SECTION_LIMIT);
  const shown = texts.slice(0, MOST_SECTIONS);
  const missing = texts
    .slice(MOST_SECTIONS)
    .join('\n')
    .split('\n')
    .filter((text) => text.startsWith('*')).length;
  return [...shown.map(section), ...(missing > 0 ? [section(IMPORT[locale].moreLines(missing))] : [])];
}

/** People's words inside a sentence of ours: escaped, and short. */
function safe<T extends RowProblem | Remark>(said: T): T {
  const shown = (key: string, value: unknown): unknown =>
    typeof value === 'string' && key !== 'code' && key !== 'reason' ? inline(value, CONTENT_LENGTH) : value;
  const texts = new Map<string, unknown>(Object.entries(said));
  const escaped: Record<string, unknown> = {};
  for (const [key, value] of texts) escaped[key] = shown(key, value);
  return { ...said, ...escaped };
}
