import type { BroughtIn } from '../../desk/import/list.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import { IMPORT } from '../../i18n/import.ts';
import { cut, escape, inline, packed, SECTION_LIMIT, section } from '../blocks/text.ts';
import { guardedQuietly, logFault } from '../fault.ts';
import { endView } from '../modals/plain-views.ts';
import type { ViewPayload } from '../payloads.ts';
import { updateView } from '../prepared-view.ts';
import { refusalPlain } from '../refuse.ts';
import type { Caller, Place, Surface } from '../surface.ts';
import { type Said, tell } from '../tell.ts';
import type { Wish } from './submission.ts';

/** Brings the list in after its form was answered, and says what came of it: in the form, where it was opened, and once to all. */
export async function carryOut(
  surface: Surface,
  caller: Caller,
  view: ViewPayload,
  wish: Wish,
): Promise<void> {
  const { locale, list, owner } = wish;
  const words = IMPORT[locale];
  let said: Said;
  let created = 0;
  try {
    const done = await surface.desk.bringIn(caller, list, { owner });
    if (done.kind === 'done') created = done.created.length;
    said = await resultOf(surface, done, locale);
  } catch (err) {
    said = { text: words.broken(logFault(surface, caller, err, 'import, bringing in')) };
  }
  await guardedQuietly(surface, caller, 'import, form', () =>
    updateView(surface, view.id, endView(words.title, said.text, [], locale)),
  );
  await tellWhere(surface, caller, view, wish, said);
  if (created > 0)
    await guardedQuietly(surface, caller, 'import, note', () => noteToAll(surface, caller, created));
}

async function resultOf(surface: Surface, done: BroughtIn, locale: Locale): Promise<Said> {
  const words = IMPORT[locale];
  if (done.kind === 'refused') return { text: escape(await refusalPlain(surface, done.refusal, locale)) };
  const failed = await Promise.all(
    done.failed.map(
      async ({ line, refusal }) =>
        `*${words.line(line)}* ${escape(await refusalPlain(surface, refusal, locale))}`,
    ),
  );
  const { created, already, unowned } = done;
  const lines = [
    created.length > 0 ? words.created(created.length, numbers(created)) : words.noneCreated,
    already.length > 0 ? words.already(already.length, numbers(already)) : '',
    unowned > 0 ? words.unownedLeft(unowned) : '',
    ...(failed.length > 0 ? [words.failed, ...failed] : []),
  ];
  const [first = '', ...rest] = packed(lines);
  return rest.length > 0
    ? { text: first, blocks: [first, ...rest.slice(0, 10)].map(section) }
    : { text: first };
}

/** `#12–#48, #50`: numbers that follow each other as one. */
export function numbers(all: readonly CaseNumber[]): string {
  const runs: [number, number][] = [];
  for (const number of all.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const written = runs.map(([from, to]) => (from === to ? `#${from}` : `#${from}–#${to}`));
  return cut(written.join(', '), SECTION_LIMIT / 3);
}

/** The cases are there whether or not this arrives; the form says the same. */
async function tellWhere(
  surface: Surface,
  caller: Caller,
  view: ViewPayload,
  { meta: { channel, threadTs } }: Wish,
  said: Said,
): Promise<void> {
  const responseUrl = surface.memory.responseUrls.get(view.id) ?? null;
  const places: Place[] = [
    ...(responseUrl === null ? [] : [{ channel, threadTs, responseUrl }]),
    ...(channel === null ? [] : [{ channel, threadTs, responseUrl: null }]),
  ];
  for (const place of places) {
    try {
      return await tell(surface, caller, place, said);
    } catch (err) {
      surface.log.info({ err }, 'Could not say here what was brought in');
    }
  }
}

/** One line for everybody in the channel's language, by whom the new cards come; it mentions nobody. */
async function noteToAll(surface: Surface, caller: Caller, count: number): Promise<void> {
  const [{ channel, locale }, person] = await Promise.all([
    surface.desk.setup.view(caller.workspace),
    surface.desk.person(caller.workspace, caller.person),
  ]);
  if (channel === null || person === null) return;
  const text = IMPORT[locale].note(inline(person.name), count);
  await surface.client.chat.postMessage({ channel, text });
}
