import { describe, expect, it } from 'vitest';
import { caseNumber } from '../../src/domain/ids.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { parseCommand } from '../../src/slack/command.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { CASES, lastTold, modalOf, onSlack } from './on-slack.ts';
import { open, viewOf } from './story.ts';

const TOM = 'U0TOM';
const LI_NA = 'U0LINA';
const view = (number: number) => {
  const shown = viewOf(open());
  return { ...shown, case: { ...shown.case, number: caseNumber(number) } };
};

it.each([
  ['find buy box', 'buy box'],
  ['search  B0ABC12345', 'B0ABC12345'],
  ['查找 购物车', '购物车'],
  ['查找购物车', '购物车'],
  ['搜索B0ABC12345', 'B0ABC12345'],
  ['找#42', '#42'],
  ['FIND 42', '42'],
  ['find', ''],
])('/case %s looks for it', (typed, text) => {
  expect(parseCommand(typed)).toEqual({ kind: 'find', text });
});

describe('/case find', () => {
  it('lists several, with status, owner and the way to each thread', async () => {
    const { slack, desk } = await onSlack();
    desk.found = [view(42), view(7)];
    await slack.command(TOM, CASES, '/case find <buy> & box');
    await slack.eventually(() => lastTold(slack, TOM).includes('2 cases with “&lt;buy&gt; &amp; box”'));
    expect(desk.sought).toEqual(['<buy> & box']);
    const told = lastTold(slack, TOM);
    for (const part of ['#42', '#7', 'Preparing', 'Li Na', '/archives/C0CASES/p'])
      expect(told).toContain(part);
    expect(slack.warnings).toEqual([]);
  });

  it('shows the only one itself, in a thread by a mention too', async () => {
    const { slack, desk } = await onSlack();
    desk.found = [view(42)];
    const root = slack.say(TOM, CASES, 'Something');
    slack.say(LI_NA, CASES, '<@U0DOCKET> 查找 <https://www.amazon.com/dp/B0ABC12345>', root.ts);
    await slack.eventually(() => lastTold(slack, LI_NA).includes(ACTIONS.ready));
    expect(desk.sought).toEqual([expect.stringContaining('https://www.amazon.com/dp/B0ABC12345')]);
  });

  it('that finds nothing says what was looked for, and opens a case about it', async () => {
    const { slack } = await onSlack();
    await slack.command(TOM, CASES, '/case find B0XYZ98765');
    await slack.eventually(() => lastTold(slack, TOM).includes('No case has “B0XYZ98765”'));
    const told = slack.ephemerals(TOM).at(-1)?.id ?? '';
    await slack.click(TOM, { ephemeral: told }, ACTIONS.open);
    await slack.eventually(() => modalOf(slack, TOM).includes(FIELD.problem));
    expect(modalOf(slack, TOM)).toContain('"initial_value":"B0XYZ98765"');
    expect(slack.warnings).toEqual([]);
  });

  it('without a word says how', async () => {
    const { slack, desk } = await onSlack();
    await slack.command(LI_NA, CASES, '/case 查找');
    await slack.eventually(() => lastTold(slack, LI_NA).includes('要找什么？'));
    expect(desk.sought).toEqual([]);
  });

  it('takes twenty cases with long summaries', async () => {
    const { slack, desk } = await onSlack();
    const long = (number: number) => {
      const shown = view(number);
      return { ...shown, case: { ...shown.case, summary: '&'.repeat(150) } };
    };
    desk.found = Array.from({ length: 20 }, (_, i) => long(i + 1));
    await slack.command(TOM, CASES, '/case find all');
    await slack.eventually(() => lastTold(slack, TOM).includes('or more cases'));
    expect(slack.warnings).toEqual([]);
  });
});
