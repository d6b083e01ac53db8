import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { refusalText } from '../../src/i18n/refusals.ts';
import { wayOut } from '../../src/slack/refuse.ts';
import { documents } from '../messages/documents.ts';
import { ALL } from '../slack/every-refusal.ts';

/** What no message says, in either language. */
const NEVER: Readonly<Record<string, RegExp>> = {
  'an exclamation mark': /[!！](?!\w)/,
  'a placeholder that nobody filled': /undefined|\[object|NaN|\$\{/,
  'two spaces in a row': /\S {2,}(?!\[)\S/,
  'a word twice': /\b(please|the|to|is|a|of) \1\b/i,
  'a typewriter’s apostrophe': /[a-z]'[a-z]/i,
  'one of a thing that is many':
    /(?<![\d,.#-])\b1 (cases|stores|lines|people|notes|steps|days|hours|characters|more lines)\b/,
  'our own technical words': /\b(queue|sync|UTC|offset|null|payload|brief)\b/i,
};

/** What no Chinese message says. */
const NEVER_IN_CHINESE: Readonly<Record<string, RegExp>> = {
  'a word that the team does not use': /工单|窗口|您/,
  'a space before full-width punctuation': / [，。：；？、）”]/,
  'a space after a full stop': /[。，；：？] (?![[‹<@#`*·▸])/,
  'half-width punctuation between Chinese words': /\p{Script=Han}[,;:?]\s?\p{Script=Han}/u,
  'the same particle three times': /的[^，。：；\s]{0,3}的[^，。：；\s]{0,3}的/,
};

/** Lines in Docket's own words: not what people typed, not what goes to Amazon, not the text of a notification. */
const ownLines = (text: string): string[] =>
  text.split('\n').filter((line) => !/^(\[#|\s+[>|]|```|#)/.test(line));
/** Slack draws bold letters only where no letter touches the stars from outside. */
const leavesStars = (line: string): boolean =>
  [...line.matchAll(/(.?)\*([^*]+)\*(.?)/gu)].some(([, before = '', , after = '']) =>
    /[\p{L}\p{N}]/u.test(before + after),
  );

/** A primary button is marked with `!` in these files. */
const unmarked = (line: string): string => line.replaceAll('[!', '[');

describe.each(documents)('no message in $locale', ({ locale, text }) => {
  const all = { ...NEVER, ...(locale === 'zh-CN' ? NEVER_IN_CHINESE : {}) };
  test.each(Object.entries(all))('has %s', (_, pattern) => {
    expect(ownLines(text).filter((line) => pattern.test(unmarked(line)))).toEqual([]);
  });

  test('has bold letters that Slack shows with their stars', () => {
    expect(ownLines(text).filter(leavesStars)).toEqual([]);
  });
});

describe.each(LOCALES)('a refusal in %s', (locale) => {
  const said = ALL.map(
    (refusal) => [refusal, refusalText(refusal, locale, { names: () => 'Li Na' })] as const,
  );

  test('says what is the matter and what to do: two sentences, or a button', () => {
    const sentences = (text: string) =>
      text.split(/[.?。？；;:：](?:\s|$|(?=\p{Script=Han}))/u).filter(Boolean);
    const bare = said.filter(
      ([refusal, text]) => sentences(text).length < 2 && wayOut(text, refusal, locale).blocks === undefined,
    );
    expect(bare.map(([, text]) => text)).toEqual([]);
  });
});
