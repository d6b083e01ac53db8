import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { checkBlocks } from '../../src/sandbox/local-slack/blocks/blocks.ts';
import { Findings } from '../../src/sandbox/local-slack/blocks/checks.ts';
import { checkHome, checkModal } from '../../src/sandbox/local-slack/blocks/view.ts';
import { input, modal, options, plain, section, textInput } from './blocks.ts';
import { clientOf, localSlack } from './bolt-app.ts';

function findingsIn(...blocks: object[]): string[] {
  const findings = new Findings();
  checkBlocks(blocks, '/blocks', 'message', findings);
  return findings.messages;
}

function findingsInModal(view: object): string[] {
  const findings = new Findings();
  checkModal(view, '/view', findings);
  return findings.messages;
}

const long = (length: number) => 'x'.repeat(length);
const button = (rest: object = {}) => ({ type: 'button', text: plain('Go'), ...rest });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const context = (count: number) => ({
  type: 'context',
  elements: Array.from({ length: count }, () => plain('x')),
});
const select = (rest: object) => actions({ type: 'static_select', ...rest });
const many = (count: number) => options(...Array.from({ length: count }, (_, index) => `o${index}`));
const confirm = { title: plain('Sure?'), text: plain('Really'), confirm: plain('Yes'), deny: plain('No') };

describe('what Slack accepts', () => {
  const good: Record<string, object> = {
    'a section at its limit': section(long(3_000)),
    'a header': { type: 'header', text: plain(long(150)) },
    'a divider': { type: 'divider' },
    'a full context': context(10),
    fields: { type: 'section', fields: Array.from({ length: 10 }, () => plain(long(2_000))) },
    'a confirmed button': actions(button({ action_id: 'a', confirm, style: 'danger', value: long(2_000) })),
    'an overflow with a link': {
      ...section('x'),
      accessory: { type: 'overflow', options: [{ ...many(1)[0], url: 'https://x' }] },
    },
    'grouped options': select({
      option_groups: [{ label: plain('g'), options: many(100) }],
      initial_option: many(1)[0],
    }),
    markdown: { type: 'markdown', text: long(12_000) },
    'an image': { type: 'image', image_url: 'https://x/y.png', alt_text: 'y' },
    'an input': textInput('a'),
    'rich text': {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'a', style: { bold: true } }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'b' }] },
        { type: 'rich_text_quote', elements: [{ type: 'user', user_id: 'U1' }] },
        { type: 'rich_text_list', style: 'bullet', elements: [{ type: 'rich_text_section', elements: [] }] },
      ],
    },
  };
  test.each(Object.entries(good))('%s', (_name, block) => expect(findingsIn(block)).toEqual([]));
});

describe('what Slack refuses, with its words and the place', () => {
  const bad: Record<string, [object, string]> = {
    'a long section': [
      section(long(3_001)),
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    'an empty text': [section(''), 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    'a bare string for a text': [
      { type: 'section', text: 'x' },
      'must provide an object [json-pointer:/blocks/0/text]',
    ],
    'a section of nothing': [{ type: 'section' }, 'missing required field: text [json-pointer:/blocks/0]'],
    'a header in mrkdwn': [
      { type: 'header', text: { type: 'mrkdwn', text: 'x' } },
      'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    'a long header': [
      { type: 'header', text: plain(long(151)) },
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    'an unknown block': [{ type: 'sectoin' }, 'unsupported type: sectoin [json-pointer:/blocks/0/type]'],
    'an unknown field': [
      { ...section('x'), colour: 'red' },
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    'a crowded context': [context(11), 'no more than 10 items allowed [json-pointer:/blocks/0/elements]'],
    'too many actions': [
      actions(...Array.from({ length: 26 }, () => button())),
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    'no actions': [actions(), 'must provide at least 1 items [json-pointer:/blocks/0/elements]'],
    'one action_id twice': [
      actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
      '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ],
    'a long button': [
      actions(button({ text: plain(long(76)) })),
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    'a long value': [
      actions(button({ value: long(2_001) })),
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    'a long url': [
      actions(button({ url: long(3_001) })),
      'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]',
    ],
    'a long action_id': [
      actions(button({ action_id: long(256) })),
      'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
    ],
    'an input outside an input block': [
      actions({ type: 'plain_text_input' }),
      'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    'a select without options': [
      select({ options: [] }),
      'must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]',
    ],
    'a select with 101 options': [
      select({ options: many(101) }),
      'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    'a long option': [
      select({ options: [{ text: plain(long(76)), value: 'v' }] }),
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
    ],
    'a long option value': [
      select({ options: options(long(151)).map((one) => ({ ...one, text: plain('x') })) }),
      'must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
    ],
    'an initial option that is not offered': [
      select({ options: many(2), initial_option: options('zz')[0] }),
      'initial_option must be one of the options [json-pointer:/blocks/0/elements/0/initial_option]',
    ],
    'six overflow options': [
      actions({ type: 'overflow', options: many(6) }),
      'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    'eleven radio buttons': [
      actions({ type: 'radio_buttons', options: many(11) }),
      'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    'a date in words': [
      actions({ type: 'datepicker', initial_date: 'tomorrow' }),
      'must be a date as YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]',
    ],
    'milliseconds for seconds': [
      actions({ type: 'datetimepicker', initial_date_time: 1_700_000_000_000 }),
      'must be between 1000000000 and 9999999999 [json-pointer:/blocks/0/elements/0/initial_date_time]',
    ],
    'a confirm without buttons': [
      actions(button({ confirm: { title: plain('x'), text: plain('y'), confirm: plain('z') } })),
      'missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]',
    ],
    'a list of texts in rich text': [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'text', text: 'x' }] }],
      },
      'unsupported type: text [json-pointer:/blocks/0/elements/0/elements/0/type]',
    ],
  };
  test.each(Object.entries(bad))('%s', (_name, [block, finding]) =>
    expect(findingsIn(block)).toContain(finding),
  );

  test('51 blocks, one block_id twice, and too much markdown in all', () => {
    expect(findingsIn(...Array.from({ length: 51 }, () => section('x')))).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    const twice = { ...section('x'), block_id: 'b' };
    expect(findingsIn(twice, twice)).toEqual([
      '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    ]);
    const half = { type: 'markdown', text: long(6_001) };
    expect(findingsIn(half, half)).toEqual(['must be less than 12001 characters [json-pointer:/blocks]']);
  });
});

describe('views', () => {
  const cases: Record<string, [Partial<ModalView> | { blocks: KnownBlock[] }, string]> = {
    'a long title': [
      { title: plain(long(25)) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    'a long submit': [
      { submit: plain(long(25)) },
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    'long metadata': [
      { private_metadata: long(3_001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    '101 blocks': [
      { blocks: Array.from({ length: 101 }, () => section('x')) },
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    'two focuses': [
      {
        blocks: ['a', 'b'].map((id) => input(id, { type: 'plain_text_input', focus_on_load: true })),
      },
      'only one element can set focus_on_load [json-pointer:/view/blocks]',
    ],
    'markdown in a modal': [
      { blocks: [{ type: 'markdown', text: 'x' }] },
      'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    ],
    'more than the input takes': [
      { blocks: [input('a', { type: 'plain_text_input', max_length: 2, initial_value: 'abc' })] },
      'must be less than 3 characters [json-pointer:/view/blocks/0/element/initial_value]',
    ],
  };
  test.each(Object.entries(cases))('%s', (_name, [part, finding]) => {
    expect(findingsInModal({ ...modal([section('x')]), ...part })).toContain(finding);
  });

  test('inputs need a submit button; a Home tab has no title', () => {
    const { submit: _submit, ...view } = modal([section('x'), textInput('a')]);
    expect(findingsInModal(view)).toEqual([
      'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]',
    ]);
    const findings = new Findings();
    checkHome({ type: 'home', title: plain('x'), blocks: [] }, '/view', findings);
    expect(findings.messages).toEqual(['invalid additional property: title [json-pointer:/view]']);
  });
});

test('the real client is told in Slack’s form', async () => {
  const client = clientOf(await localSlack());
  const post = client.chat.postMessage({ channel: 'C0CASES', text: 'x', blocks: [section(long(3_001))] });
  const problem = 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]';
  await expect(post).rejects.toMatchObject({
    data: {
      error: 'invalid_blocks',
      errors: [problem],
      response_metadata: { messages: [`[ERROR] ${problem}`] },
    },
  });
  const open = client.views.open({ trigger_id: '1.2.3', view: modal([], { title: plain('') }) });
  await expect(open).rejects.toMatchObject({
    data: {
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be more than 0 characters [json-pointer:/view/title/text]'],
      },
    },
  });
});
