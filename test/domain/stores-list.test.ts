import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKETPLACE_CODES } from '../../src/domain/marketplaces.ts';
import { parseStores } from '../../src/domain/setup/stores-list.ts';
import { foldedName } from '../../src/domain/store-name.ts';

const read = (text: string) => {
  const { stores, problems } = parseStores(text);
  expect(problems).toEqual([]);
  return stores.map(({ name, marketplaces }) => [name, ...marketplaces].join(' '));
};
const problemsOf = (text: string) => parseStores(text).problems;

describe('a pasted list of stores', () => {
  it.each([
    ['Store A, US, DE', 'Store A US DE'],
    ['Store A，美国站，德国站', 'Store A US DE'],
    ['Store A\tUS DE', 'Store A US DE'],
    ['Store A；US；加拿大', 'Store A US CA'],
    ['Store A | US/CA/MX', 'Store A US CA MX'],
    ['Store A、美国、日本', 'Store A US JP'],
    ['Store A US DE', 'Store A US DE'],
    ['Store A: DE 德国, UK', 'Store A UK DE'],
    ['Ｓｔｏｒｅ　Ａ，ＵＳ', 'Store A US'],
    ['1. Store A - us, ca', 'Store A US CA'],
    ['• Store A, United States and Germany', 'Store A US DE'],
    ['2、旗舰店，美站', '旗舰店 US'],
    ['凯恩美国站', '凯恩 US'],
    ['Store A, Amazon.de, GB', 'Store A UK DE'],
    ['Kin US, US', 'Kin US US'],
    ['Store A, US, us, 美国', 'Store A US'],
    ['Store A, Saudi Arabia, UAE', 'Store A AE SA'],
    ['Plug it in US', 'Plug it in US'],
  ])('reads %s', (line, expected) => {
    expect(read(line)).toEqual([expected]);
  });

  it('passes over a heading and empty lines', () => {
    expect(read('Name\tMarketplaces\n\nStore A\tUS\n  \nStore B\tDE\n')).toEqual([
      'Store A US',
      'Store B DE',
    ]);
    expect(read('店铺名称，站点\n店铺A，美国站')).toEqual(['店铺A US']);
  });

  it('names each line that is no store, with what is wrong there', () => {
    expect(
      problemsOf('Store A, US\n, DE\nStore C\nStore D, Atlantis\nSTORE  a, DE\nStore E, 北美站'),
    ).toEqual([
      { line: 2, kind: 'no_name' },
      { line: 3, kind: 'no_marketplace', name: 'Store C' },
      { line: 4, kind: 'not_a_marketplace', name: 'Store D', word: 'Atlantis' },
      { line: 5, kind: 'same_as', name: 'STORE a', other: 1 },
      { line: 6, kind: 'not_a_marketplace', name: 'Store E', word: '北美站' },
    ]);
    expect(problemsOf(`${'x'.repeat(81)}, US`)).toEqual([{ line: 1, kind: 'long_name', most: 80 }]);
  });

  it('is read back whatever sets its parts apart', () => {
    const separator = fc.constantFrom(', ', '，', '\t', ';', '；', ' | ', '、', ': ');
    const name = fc
      .array(fc.constantFrom('Kin', 'Home', '旗舰', 'Ａ', 'x9', 'Ö'), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' '));
    const codes = fc.uniqueArray(fc.constantFrom(...MARKETPLACE_CODES), { minLength: 1, maxLength: 6 });
    const line = fc.record({ name, codes, separator, isSmall: fc.boolean() });
    const lines = fc.uniqueArray(line, { selector: (l) => foldedName(l.name), maxLength: 12 });
    fc.assert(
      fc.property(lines, (all) => {
        const text = all.map((l) => {
          const said = l.isSmall ? l.codes.map((code) => code.toLowerCase()) : l.codes;
          return [l.name, ...said].join(l.separator);
        });
        const { stores, problems } = parseStores(text.join('\n'));
        expect(problems).toEqual([]);
        expect(stores).toEqual(
          all.map((l) => ({
            name: l.name.replaceAll('Ａ', 'A'),
            marketplaces: MARKETPLACE_CODES.filter((code) => l.codes.includes(code)),
          })),
        );
      }),
    );
  });

  it('never trips over what was pasted: a store is whole, a problem has its line, the last line is read', () => {
    const piece = fc.constantFrom(
      'Store',
      ' ',
      ',',
      '，',
      '美国站',
      'US',
      '\t',
      'x',
      '、',
      '-',
      '北美',
      '１',
    );
    const line = fc.oneof(
      fc.array(piece, { maxLength: 10 }).map((p) => p.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (given) => {
        const text = given.join('\n');
        const { stores, problems } = parseStores(`${text}\n@@, US`);
        for (const { name, marketplaces } of stores) {
          expect(name.trim()).toBe(name);
          expect(name).not.toBe('');
          expect(marketplaces.length).toBeGreaterThan(0);
        }
        expect(new Set(stores.map((s) => foldedName(s.name))).size).toBe(stores.length);
        const numbers = problems.map((p) => p.line);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        const last = stores.at(-1)?.name === '@@' || problems.at(-1)?.kind === 'same_as';
        expect(last).toBe(true);
      }),
    );
  });
});
