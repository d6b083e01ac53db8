import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORY_KEYS, type CategoryKey } from '../../src/domain/categories.ts';
import { cleanText, parseCaseId, parseIdentifiers, subjectKey } from '../../src/domain/identifiers.ts';
import { MARKETPLACE_CODES, MARKETPLACES } from '../../src/domain/marketplaces.ts';
import { recognise } from '../../src/domain/recognise.ts';

const keys = (text: string) => recognise(text).subjects.map(subjectKey);
const place = (text: string) => recognise(text).marketplace;
const kind = (text: string) => recognise(text).category;

describe('what people type after /case open', () => {
  it('fills in the form, in English and in Chinese', () => {
    expect(recognise('B0ABC12345 US lost buy box since Monday')).toEqual({
      subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
      marketplace: 'US',
      category: 'featured_offer',
      caseId: null,
      rest: 'lost buy box since Monday',
    });
    expect(recognise('德国站 货件FBA15ABCDEF2少收12件')).toEqual({
      subjects: [{ kind: 'shipment', value: 'FBA15ABCDEF2' }],
      marketplace: 'DE',
      category: 'inbound_shortage',
      caseId: null,
      rest: '少收12件',
    });
  });

  it('may be nothing at all', () => {
    expect(recognise(' \n ')).toEqual({
      subjects: [],
      marketplace: null,
      category: null,
      caseId: null,
      rest: '',
    });
  });
});

describe('identifiers in a text', () => {
  it('are found between words, brackets and Chinese characters', () => {
    expect(keys('lost (B0ABC12345), order 112-1234567-7654321.')).toEqual([
      'asin:B0ABC12345',
      'order:112-1234567-7654321',
    ]);
    expect(keys('链接B0ABC12345和b0abc12346被删')).toEqual(['asin:B0ABC12345', 'asin:B0ABC12346']);
    expect(keys('BASKETBALL shoes in FBAINVENTORY, Bluetooth5 and SKU-1')).toEqual([]);
    expect(keys('SKU: RED-01 and settlement ID 12345678901')).toEqual([
      'sku:RED-01',
      'settlement:12345678901',
    ]);
    expect(keys('removal 120 units, order 66, case of water')).toEqual([]);
  });

  it('come from Amazon’s links, and from no other', () => {
    expect(recognise('https://www.amazon.de/dp/B0ABC12345?th=1 下架')).toMatchObject({
      subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
      marketplace: 'DE',
      category: 'listing_removed',
      rest: '下架',
    });
    expect(keys('see https://example.com/dp/B0ABC12345')).toEqual([]);
  });

  it('are found anywhere in any text', () => {
    const words = fc.array(
      fc.constantFrom('lost', '链接', 'us', '。', 'https', 'US', '(', 'buy box', '🙂', '\n'),
    );
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = [...before, 'B0ABC12345', ...after].join(' ');
        expect(keys(text)).toEqual(['asin:B0ABC12345']);
      }),
    );
  });
});

describe('a Case ID in a text', () => {
  it('is believed where the text calls it one, or is nothing else', () => {
    expect(recognise('case 12345678901 no answer')).toMatchObject({
      caseId: '12345678901',
      rest: 'no answer',
    });
    expect(recognise('#12345678901')).toMatchObject({ caseId: '12345678901', subjects: [], rest: '' });
    expect(recognise('12345678901')).toMatchObject({ caseId: '12345678901', rest: '' });
    expect(recognise('[Case ID:12345678901] Your Help Needed').caseId).toBe('12345678901');
    expect(
      recognise('https://sellercentral.amazon.com/cu/case-dashboard/view-case?caseID=12345678901'),
    ).toEqual({ subjects: [], marketplace: 'US', category: null, caseId: '12345678901', rest: '' });
  });

  it('is not guessed at', () => {
    expect(recognise('12345678901 is stuck')).toMatchObject({ caseId: null, rest: '12345678901 is stuck' });
    expect(recognise('case 12345678901 and case 12345678902')).toMatchObject({
      caseId: null,
      rest: 'case 12345678901 and case 12345678902',
    });
  });
});

describe('a marketplace in a text', () => {
  it('is known by its code, its name and its Chinese name, said of a store', () => {
    for (const code of MARKETPLACE_CODES) {
      const names = MARKETPLACES[code].names;
      for (const text of [
        `${code} store B0ABC12345`,
        `lost in ${code}, why`,
        `${code}站丢购物车`,
        `amazon ${code}`,
      ])
        expect(place(text.replace('amazon', 'Amazon')), text).toBe(code);
      for (const name of names) expect(place(`${name}站 丢购物车`), name).toBe(code);
      expect(place(`https://www.${MARKETPLACES[code].domain}/dp/B0ABC12345`), code).toBe(code);
    }
  });

  it('is not read out of other words', () => {
    for (const text of [
      'please contact us about the use of this',
      'give us account access',
      'is it in stock',
      'PLEASE HELP US WITH THE LISTING',
      'US$300 too much',
      '300 US dollars',
      'SKU A1-US-01 lost',
      'USB cable',
      'de facto',
      'mail x@amazon.de',
      '新店 审核',
      '网站打不开',
      '印度尼西亚',
    ])
      expect(place(text), text).toBeNull();
  });

  it('is read in small letters where that is safe', () => {
    expect(place('us B0ABC12345 lost')).toBe('US');
    expect(place('uk listing gone')).toBe('UK');
    expect(place('the de store')).toBe('DE');
    expect(place('us站')).toBe('US');
    expect(place('KIN-US 丢购物车')).toBe('US');
    expect(place('in the united states')).toBe('US');
  });

  it('is nobody’s guess where two are named, unless one is said of the store', () => {
    expect(place('DE and FR')).toBeNull();
    expect(place('北美站')).toBeNull();
    expect(place('德国站，发票来自美国')).toBe('DE');
    expect(place('US store, factory in Germany')).toBe('US');
    expect(place('US store and UK store')).toBeNull();
  });

  it('of Europe’s shared host is settled by a word', () => {
    const link = 'https://sellercentral-europe.amazon.com/cu/case-dashboard/view-case?caseID=12345678901';
    expect(place(link)).toBeNull();
    expect(place(`${link} FR`)).toBe('FR');
    expect(place(`${link} US`)).toBeNull();
    expect(place(`<${link}|link> 英国站`)).toBe('UK');
  });
});

describe('a category in a text', () => {
  const SAID: { readonly [Key in Exclude<CategoryKey, 'other'>]: readonly string[] } = {
    account_health: ['my account was deactivated', '封号了', '店铺账号停用', 'POA', 'account suspended'],
    listing_removed: ['listing removed', 'B0ABC12345 下架', '链接被删了', 'the ASIN has been suppressed'],
    product_safety: ['CPC needed', '检测报告', 'test reports'],
    ip_complaint: ['IP complaint from a brand', '侵权投诉', 'intellectual property'],
    featured_offer: ['lost the Buy Box', 'buybox gone', '丢购物车', 'featured offer'],
    advertising: ['ads overcharge', '广告多扣钱', 'sponsored products billing'],
    brand_registry: ['Brand Registry', '品牌备案失败'],
    a_to_z: ['A-to-z claim', 'atoz', 'A to Z', 'AtoZ 索赔'],
    fba_lost_damaged: ['lost in warehouse', '仓库丢失', '库存损坏'],
    fba_return: ['customer return never arrived', '退货未收到'],
    fba_removal: ['removal order', '移除丢失', '移除订单'],
    inbound_shortage: ['missing units', 'missing 12 units', 'inbound shortage', '货件少收', '少货'],
    stranded_inventory: ['stranded inventory', '无在售信息'],
    gating: ['category approval', '类目审核', 'ungating'],
    fees_dimensions: ['remeasure please', '尺寸不对', 'wrong dimensions'],
    hazmat: ['hazmat review', '危险品审核', 'dangerous goods'],
    verification: ['identity verification', '账户审核', '视频认证', 'verification'],
    funds_on_hold: ['disbursement hold', '资金冻结', 'funds are on hold', '资金被冻结'],
    feedback_review: ['negative review', '差评', 'seller feedback'],
    performance_notice: ['performance notification', 'late shipment rate', '绩效通知', 'ODR'],
  };
  const said = CATEGORY_KEYS.flatMap((key) =>
    key === 'other' ? [] : SAID[key].map((text) => ({ key, text })),
  );

  it.each(said)('$text means $key', ({ key, text }) => {
    expect(kind(text)).toBe(key);
    expect(kind(text.toUpperCase())).toBe(key);
  });

  it('is not guessed where the words fit two, or none', () => {
    expect(kind('listing removed after an IP complaint')).toBeNull();
    expect(kind('跟卖')).toBeNull();
    expect(kind('it does not work')).toBeNull();
    expect(kind('lost review')).toBeNull();
  });

  it('is the one that is named, though other words hint at another', () => {
    expect(kind('please review: account deactivated')).toBe('account_health');
    expect(kind('late shipment')).toBe('performance_notice');
    expect(kind('类目审核')).toBe('gating');
    expect(kind('ready to load, roads and beds')).toBeNull();
  });
});

describe('the rest of a text', () => {
  it('is what was not understood, and never a broken sentence', () => {
    const rest = (text: string) => recognise(text).rest;
    expect(rest('US store: B0ABC12345, lost buy box.')).toBe('lost buy box.');
    expect(rest('lost buy box B0ABC12345')).toBe('lost buy box');
    expect(rest('buy box lost on B0ABC12345')).toBe('buy box lost on B0ABC12345');
    expect(rest('buy box lost on B0ABC12345 since Monday')).toBe('buy box lost on B0ABC12345 since Monday');
    expect(rest('美国站 B0ABC12345 丢购物车，请处理')).toBe('丢购物车，请处理');
    expect(rest('KIN-US 丢购物车')).toBe('KIN-US 丢购物车');
    expect(rest('DE or FR? B0ABC12345')).toBe('DE or FR?');
    expect(rest('B0ABC12345 US')).toBe('');
  });

  it('is a piece of the text as typed, and reading it never fails', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(
          'US',
          'B0ABC12345',
          '德国站',
          'case 12345678901',
          '#12345678901',
          '丢购物车',
          ' on ',
          '，',
          '\n',
        ),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const { rest } = recognise(text);
        expect(cleanText(text)).toContain(rest);
        expect(rest).toBe(rest.trim());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'case order B0ABC12345 us store 移除 a-to-z ',
    '1-',
    'https://',
    '<https://a',
    '<',
    ' ',
    'a.',
    '#1',
    '移除',
    ', ',
  ])('is read in time, even where "%s" fills 40,000 characters', (unit) => {
    const fill = unit.repeat(40_000 / unit.length);
    const start = performance.now();
    for (const text of [fill, `case${fill}x`, `B0ABC12345${fill}x`, `x${fill}B0ABC12345`]) {
      recognise(text);
      parseIdentifiers(text);
      parseCaseId(text);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
