import { readdirSync } from 'node:fs';
import { LOCALES, type Locale } from '../../src/domain/locale.ts';
import { readable } from '../slack/plain.ts';

/** A word of a table, and what it was heard to say: a text itself, a function once something calls it. */
export interface Word {
  readonly name: string;
  readonly locale: Locale;
  readonly said: () => readonly string[];
}

const FOLDER = new URL('../../src/i18n/', import.meta.url);

/**
 * Listens to every table of words (any export that has both languages), so that what nothing renders is found.
 * Functions are wrapped where they stand: whoever calls them from now on is heard.
 */
export async function everyWord(): Promise<readonly Word[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(files.map((file) => import(new URL(file, FOLDER).href)));
  const heard = new Set<object>();
  return modules.flatMap((module: Record<string, unknown>, i) =>
    Object.values(module)
      .filter(isTable)
      .flatMap((table) =>
        LOCALES.flatMap((locale) => listen(table[locale], `${files[i]} ${locale}`, locale, heard)),
      ),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isTable = (value: unknown): value is Record<Locale, unknown> =>
  isRecord(value) && LOCALES.every((locale) => isRecord(value[locale]));

/** Tables share parts with each other; each is listened to once. */
function listen(part: unknown, name: string, locale: Locale, heard: Set<object>): Word[] {
  if (!isRecord(part) || heard.has(part)) return [];
  heard.add(part);
  return Object.entries(part).flatMap(([key, value]) => {
    const path = `${name} ${key}`;
    if (typeof value === 'string') return value === '' ? [] : [{ name: path, locale, said: () => [value] }];
    if (typeof value !== 'function') return listen(value, path, locale, heard);
    const results: string[] = [];
    part[key] = (...given: unknown[]) => {
      const result: unknown = Reflect.apply(value, part, given);
      // Some say several things, to be joined by whoever shows them.
      for (const one of [result].flat()) if (typeof one === 'string' && one !== '') results.push(one);
      return result;
    };
    return [{ name: path, locale, said: () => results }];
  });
}

/** Whether a document shows what a word says, line by line: a sentence may stand indented. */
export const shows =
  (document: string) =>
  ({ said }: Word): boolean =>
    said().some((text) =>
      readable(text)
        .split('\n')
        .every((line) => document.includes(line)),
    );
