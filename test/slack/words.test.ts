import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { ANSWERS } from '../../src/i18n/answers.ts';
import { MODALS } from '../../src/i18n/modals.ts';

/** Every text in a table of words; those with blanks are filled with a sample. */
function texts(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const blanks = path.endsWith('.line') ? [{ line: 3, text: 'x' }] : ['7', 'x', 'y'];
    return [[path, String(Reflect.apply(node, null, blanks))]];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

describe.each(LOCALES)('the words of forms and answers in %s', (locale) => {
  const all = [...texts(MODALS[locale], 'modals'), ...texts(ANSWERS[locale], 'answers')];

  it('stay calm and keep to the glossary', () => {
    for (const [path, text] of all)
      expect(text, path).not.toMatch(/[!！]|工单|窗口|所有者|拥有者|undefined|\[object/);
  });

  it('are written in that language', () => {
    const fixed = all.filter(([path]) => !/caseId$|rival|inChannel/.test(path));
    for (const [path, text] of fixed) expect(/\p{Script=Han}/u.test(text), path).toBe(locale === 'zh-CN');
  });

  it('fit where they stand', () => {
    const short = all.filter(([path]) => /\.(title|submit|close|cancel|save)$/.test(path));
    for (const [path, text] of short) expect(text.length, path).toBeLessThanOrEqual(18);
    const options = all.filter(([path]) =>
      /(toColleague|toNobody|different|newStore|noDeadline)$/.test(path),
    );
    for (const [path, text] of options) expect(text.length, path).toBeLessThanOrEqual(75);
  });
});
