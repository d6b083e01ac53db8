import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand, textAfterMention } from '../../src/slack/command.ts';

describe('what people type after /case', () => {
  it.each([
    ['open', { kind: 'open', text: '' }],
    ['open B0ABC12345 lost the buy box', { kind: 'open', text: 'B0ABC12345 lost the buy box' }],
    ['OPEN  B0ABC12345', { kind: 'open', text: 'B0ABC12345' }],
    ['开 美国站 B0ABC12345，购物车丢失', { kind: 'open', text: '美国站 B0ABC12345，购物车丢失' }],
    ['新建 退货', { kind: 'open', text: '退货' }],
    ['show 42', { kind: 'show', number: 42 }],
    ['show #42', { kind: 'show', number: 42 }],
    ['show#42', { kind: 'show', number: 42 }],
    ['查看 ４２', { kind: 'show', number: 42 }],
    ['查看42', { kind: 'show', number: 42 }],
    ['ｓｈｏｗ　＃４２', { kind: 'show', number: 42 }],
    ['42', { kind: 'show', number: 42 }],
    ['#42', { kind: 'show', number: 42 }],
    ['mine', { kind: 'mine' }],
    ['我的', { kind: 'mine' }],
    ['list', { kind: 'list' }],
    ['列表', { kind: 'list' }],
    ['lead <@U0LEAD1|li.na>', { kind: 'lead', who: 'U0LEAD1' }],
    ['lead <@W0LEAD1>', { kind: 'lead', who: 'W0LEAD1' }],
    ['', { kind: 'help', about: null }],
    ['   ', { kind: 'help', about: null }],
    ['help', { kind: 'help', about: null }],
    ['帮助', { kind: 'help', about: null }],
    ['？', { kind: 'help', about: null }],
  ])('%s', (typed, asked) => {
    expect(parseCommand(typed)).toEqual(asked);
  });

  it.each([
    ['claim 42', { word: 'claim', number: 42, text: '' }],
    ['认领42', { word: 'claim', number: 42, text: '' }],
    ['我来跟　＃４２', { word: 'claim', number: 42, text: '' }],
    ['claim', { word: 'claim', number: null, text: '' }],
    [
      'assign 42 <@U0TOM|tom> away until Monday',
      { word: 'assign', number: 42, text: '<@U0TOM|tom> away until Monday' },
    ],
    ['assign <@U0TOM>', { word: 'assign', number: null, text: '<@U0TOM>' }],
    ['submitted #42: 12345678901', { word: 'submitted', number: 42, text: '12345678901' }],
    ['已提交 12345678901', { word: 'submitted', number: null, text: '12345678901' }],
    ['snooze 2d waiting', { word: 'snooze', number: null, text: '2d waiting' }],
    ['提醒 42 2天，等发票', { word: 'snooze', number: 42, text: '2天，等发票' }],
    ['提醒 2天 等发票', { word: 'snooze', number: null, text: '2天 等发票' }],
    ['note 42 3 boxes，缺货', { word: 'note', number: 42, text: '3 boxes，缺货' }],
    ['closed 42', { word: 'closed', number: 42, text: '' }],
  ])('%s', (typed, asked) => {
    expect(parseCommand(typed)).toEqual({ kind: 'step', ...asked });
  });

  it('answers a typo with help and the word that was probably meant', () => {
    expect(parseCommand('opne B0ABC12345')).toEqual({
      kind: 'help',
      about: { kind: 'unknown_word', word: 'opne', nearest: 'open' },
    });
    expect(parseCommand('shwo 42')).toMatchObject({ about: { nearest: 'show' } });
    expect(parseCommand('lsit')).toMatchObject({ about: { nearest: 'list' } });
    expect(parseCommand('cliam 42')).toMatchObject({ about: { nearest: 'claim' } });
    expect(parseCommand('sovled 42')).toMatchObject({ about: { nearest: 'solved' } });
    expect(parseCommand('minee')).toMatchObject({ about: { nearest: 'mine' } });
  });

  it('suggests nothing where nothing is near', () => {
    expect(parseCommand('购物车丢失')).toMatchObject({ about: { word: '购物车丢失', nearest: null } });
    expect(parseCommand('B0ABC12345')).toMatchObject({ about: { word: 'B0ABC12345', nearest: null } });
  });

  it('says what is missing', () => {
    expect(parseCommand('show')).toEqual({ kind: 'help', about: { kind: 'number_missing', word: 'show' } });
    expect(parseCommand('show me')).toMatchObject({ about: { kind: 'number_missing' } });
    expect(parseCommand('show 12345678901234567890')).toMatchObject({ about: { kind: 'number_missing' } });
    expect(parseCommand('lead @li.na')).toMatchObject({ about: { kind: 'person_missing' } });
  });

  it('drops what a database refuses or a reader cannot see, and keeps the rest', () => {
    expect(parseCommand('open a\u0000b\u202Ec')).toEqual({ kind: 'open', text: 'abc' });
    expect(parseCommand('\u200Bmine')).toEqual({ kind: 'mine' });
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4_000 }), (typed) => {
        expect(parseCommand(typed).kind).toMatch(/^(open|show|mine|list|away|back|lead|step|help)$/);
      }),
    );
  });

  it('keeps every visible character of the free text', () => {
    const visible = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).map((text) => text.trim());
    fc.assert(
      fc.property(visible, (text) => {
        expect(parseCommand(`open ${text}`)).toEqual({ kind: 'open', text });
      }),
    );
  });
});

describe('what people say to Docket', () => {
  it('is the text after its name, wherever that stands', () => {
    expect(textAfterMention('<@U0BOT> show 42', 'U0BOT')).toBe('show 42');
    expect(textAfterMention('please <@U0BOT|docket> show 42', 'U0BOT')).toBe('show 42');
    expect(textAfterMention('show 42', 'U0BOT')).toBe('show 42');
    expect(textAfterMention('<@U0BOT>', 'U0BOT')).toBe('');
  });
});
