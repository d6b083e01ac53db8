import { describe, expect, test } from 'vitest';
import { workspaceId } from '../../src/domain/ids.ts';
import { queryOf } from '../../src/domain/search/terms.ts';
import { engines } from '../engines.ts';
import { asin, storeBench } from './store-bench.ts';

describe.each(engines)('cases are found on $name', (engine) => {
  const { either, workspace, opened, change, load } = storeBench(engine);
  const found = async (text: string, where = workspace()) =>
    (await either().cases.find(where, queryOf(text))).map((one) => one.case.number);

  test('by Chinese words of two characters, English words, identifier, Case ID and number', async () => {
    const one = await opened({ problem: '昨天丢了购物车' });
    const two = await opened({ about: [asin('B0XYZ98765')], problem: 'Stranded inventory, 库存滞留' });
    await change(one, [
      { type: 'made_ready' },
      { type: 'submitted', reference: { kind: 'case_id', id: '12345678901' } },
    ]);
    expect(await found('购物')).toEqual([one.number]);
    expect(await found('滞留')).toEqual([two.number]);
    expect(await found('STRANDED inventory')).toEqual([two.number]);
    expect(await found('Ｂ０ＸＹＺ９８７６５')).toEqual([two.number]);
    expect(await found('Case ID: 12345678901')).toEqual([one.number]);
    expect(await found(`#${two.number}`)).toEqual([two.number]);
    expect(await found('B0XYZ98765, B0ABC12345')).toEqual([two.number, one.number]);
    expect(await found('')).toEqual([]);
    expect(await found('发票')).toEqual([]);
  });

  test('by what was added to them later, once only, with card and timers', async () => {
    const one = await opened();
    for (const text of ['供应商的发票周一到', '发票到了', 'The invoice is there'])
      await change((await load(one.number)).case, [{ type: 'noted', text }]);
    expect(await found('发票')).toEqual([one.number]);
    expect(await found('buy box invoice')).toEqual([one.number]);
    const [loaded] = await either().cases.find(workspace(), queryOf('供应商'));
    expect(loaded).toEqual(await load(one.number));
  });

  test('open ones first, then the latest, twenty at most', async () => {
    const cases = [];
    for (let i = 10; i < 35; i += 1) cases.push(await opened({ about: [asin(`B0AAA100${i}`)] }));
    const [oldest] = cases;
    const latest = cases.at(-1);
    expect(oldest && latest).toBeTruthy();
    if (latest) await change(latest, [{ type: 'closed_at_amazon' }]);
    const numbers = await found('thursday');
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => 24 - i));
    expect(await found('B0AAA10034')).toEqual([25]);
    expect((await found('B0AAA10034 B0AAA10010')).at(0)).toBe(1);
  });

  test('in their own workspace only', async () => {
    await opened({ problem: '购物车' });
    await opened({
      workspace: workspaceId(`${workspace()}b`),
      problem: '购物车 secret',
      about: [asin('B0SECRET01')],
    });
    expect(await found('secret')).toEqual([]);
    expect(await found('B0SECRET01')).toEqual([]);
    expect(await found('购物')).toEqual([1]);
    expect(await found('1', workspaceId('T-nobody'))).toEqual([]);
  });

  test('whatever is typed, nothing of it is SQL or a pattern', async () => {
    await opened({ problem: 'plain' });
    const odd = [
      "'; drop table cases; --",
      '%',
      '{"a",b}',
      '\\',
      '\u0000\ud800',
      "a' or '1'='1",
      '購'.repeat(9_000),
    ];
    for (const text of odd) expect(await found(text)).toEqual([]);
    expect(await found('plain')).toEqual([1]);
  });
});
