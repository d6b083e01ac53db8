import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../../src/i18n/answers.ts';
import { STEPS } from '../../src/i18n/steps.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { words } from '../support/journey.ts';
import { CASES, modalOf, onSlack } from './on-slack.ts';

const TOM = 'U0TOM';
const LI_NA = 'U0LINA';

async function conversation(user = TOM, wished: Parameters<typeof onSlack>[1] = {}) {
  const on = await onSlack('socket', wished);
  const { slack } = on;
  const dm = slack.dm(user);
  const answers = () => slack.messages(dm).filter((m) => m.user !== user);
  /** Says something and waits for the answer, which stays. */
  const ask = async (text: string): Promise<string> => {
    const before = answers().length;
    slack.say(user, dm, text);
    const answer = await slack.eventually(() => answers()[before]);
    return words(answer);
  };
  return { ...on, dm, answers, ask };
}

describe('who writes to Docket directly', () => {
  it('is answered as after its name, by messages that stay', async () => {
    const { slack, desk, ask } = await conversation();
    expect(await ask('show 42')).toContain('#42 ');
    expect(await ask('mine')).toContain('#42 ');
    expect(await ask('ready #42')).toContain('#42');
    expect(desk.acted.map(({ number, command }) => [number, command.type])).toEqual([[42, 'make_ready']]);
    expect(slack.ephemerals(TOM)).toEqual([]);
    expect(slack.warnings).toEqual([]);
  });

  it('in Chinese too', async () => {
    const { ask } = await conversation(LI_NA);
    expect(await ask('我的')).toContain('我的案件');
    expect(await ask('谢谢')).toContain('Docket 不认识“谢谢”');
  });

  it('must say which case, because this is no case’s thread', async () => {
    const { desk, ask } = await conversation();
    expect(await ask('ready')).toContain(STEPS.en.numberMissing('ready'));
    expect(desk.acted).toEqual([]);
  });

  it('gets help for anything else, with buttons', async () => {
    const { answers, ask } = await conversation();
    await ask('good morning');
    expect(JSON.stringify(answers().at(-1)?.blocks)).toContain(ACTIONS.open);
  });

  it('opens a case by a button that has what they wrote', async () => {
    const { slack, dm, answers, ask } = await conversation();
    await ask('open B0ABC12345 US lost the buy box');
    await slack.click(TOM, { channel: dm, ts: answers().at(-1)?.ts ?? '' }, ACTIONS.open);
    const form = await slack.eventually(
      () => modalOf(slack, TOM).includes(FIELD.problem) && modalOf(slack, TOM),
    );
    expect(form).toContain('B0ABC12345');
    await slack.submit(TOM, { 'open.store': 'US:s1', [FIELD.category]: 'featured_offer' });
    const told = () => slack.ephemerals(TOM).map(words).join() + answers().map(words).join();
    await slack.eventually(() => told().includes('Case #1 is open'));
    expect(slack.warnings).toEqual([]);
  });

  it('is told what came of a button under an answer', async () => {
    const { slack, desk, dm, answers, ask } = await conversation();
    await ask('show 42');
    await slack.click(TOM, { channel: dm, ts: answers().at(-1)?.ts ?? '' }, ACTIONS.ready);
    await slack.eventually(() => slack.ephemerals(TOM).some((m) => m.text.includes('#42')));
    expect(desk.acted).toHaveLength(1);
  });

  it('is answered once, however often Slack delivers the message', async () => {
    const { slack, dm } = await conversation();
    slack.faults.repeatNextDelivery(3);
    slack.say(TOM, dm, 'show 42');
    await slack.eventually(() => slack.deliveries[0]?.attempts.length === 3);
    expect(slack.messages(dm)).toHaveLength(2);
  });
});

describe('nobody is answered', () => {
  const event = { type: 'message', channel_type: 'im', ts: '1700000000.000100', text: 'help' };
  const quiet: Readonly<Record<string, object>> = {
    'for a message of Docket’s own': { user: 'U0DOCKET', bot_id: 'B0DOCKET' },
    'for a message of Docket’s own without the mark of a bot': { user: 'U0DOCKET' },
    'for another bot': { user: 'U0OTHER', bot_id: 'B0OTHER' },
    'for an edit': { subtype: 'message_changed', message: { user: TOM, text: 'help' }, hidden: true },
    'for what was deleted': { subtype: 'message_deleted', hidden: true },
    'for a file': { user: TOM, subtype: 'file_share', files: [{ id: 'F1' }] },
    'for a file without its mark': { user: TOM, files: [{ id: 'F1' }] },
    'in a channel': { user: TOM, channel_type: 'channel', channel: CASES },
  };

  it.each(Object.keys(quiet))('%s', async (name) => {
    const { slack, errors, dm } = await conversation();
    const ack = await slack.emit({ ...event, channel: dm, ...quiet[name] });
    expect(ack).toMatchObject({ acked: true });
    expect(slack.messages(dm)).toEqual([]);
    expect(slack.messages(CASES)).toEqual([]);
    expect(slack.ephemerals(TOM)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('a fault', () => {
  it('is told there once Slack gives up repeating the message', async () => {
    const { slack, desk, answers, dm, errors } = await conversation(TOM, {
      ackMs: 300,
      eventRetryMs: [0, 5, 5],
    });
    desk.decideAct = async () => {
      throw new Error('The database is away');
    };
    slack.say(TOM, dm, 'ready 42');
    await slack.eventually(() => answers().length === 1);
    expect(errors).toHaveLength(4);
    expect(words(answers()[0])).toContain(ANSWERS.en.fault('REF4'));
  });
});
