import { describe, expect, test } from 'vitest';
import { documents, words } from './documents.ts';
import { shows } from './every-word.ts';

describe.each(documents)('every message in $locale', ({ locale, text }) => {
  test('stands in one file, to be read through', async () => {
    await expect(text).toMatchFileSnapshot(`./messages.${locale}.md`);
  });

  test('shows every word that there is', () => {
    const own = words.filter((word) => word.locale === locale);
    expect(own.length).toBeGreaterThan(500);
    expect(own.filter((word) => !shows(text)(word)).map(({ name }) => name)).toEqual([]);
  });
});
