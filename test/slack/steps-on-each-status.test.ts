import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/domain/case.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import { ALLOWED } from '../../src/domain/decide/guards.ts';
import type { CaseEvent } from '../../src/domain/events.ts';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { refusalText } from '../../src/i18n/refusals.ts';
import type { FormValues } from '../../src/sandbox/local-slack/driver.ts';
import { ACTIONS, type ActionId } from '../../src/slack/action-ids.ts';
import { mention } from '../../src/slack/blocks/text.ts';
import { PICK } from '../../src/slack/modals/pick-case.ts';
import { plain } from '../../src/slack/modals/pieces.ts';
import { MEANING, REPLY_TEXT } from '../../src/slack/modals/reply-form.ts';
import { tomorrowMorning } from '../../src/slack/modals/snooze-form.ts';
import { ADD_TO_CASE, AMAZON_REPLIED } from '../../src/slack/shortcuts/ids.ts';
import { STEP_WORDS, type StepWord } from '../../src/slack/words.ts';
import { CASES, lastTold, modalOf, onSlack } from './on-slack.ts';
import { act, LI, MESSAGE, MONDAY, open, type Story, viewOf, WANG } from './story.ts';

/** A lead may take every step of everybody's case. */
const MARIA = personId('U0MARIA');
const TOM = personId('U0TOM');
const NEW_YORK = 'America/New_York';

const did = (story: Story, command: CaseCommand, by = LI): Story => act(story, command, MONDAY, by, true);
const preparing = open({ message: MESSAGE }, MONDAY);
const ready = did(preparing, { type: 'make_ready' });
const waiting = did(ready, { type: 'submit', reference: { kind: 'case_id', id: '12345678901' } });
const solved = did(waiting, { type: 'solve' });
const replied = { type: 'record_reply', text: 'Invoice?', promisedAt: null, deadlineAt: null } as const;

const STORIES: Readonly<Record<Status, Story>> = {
  preparing,
  in_review: did(preparing, { type: 'ask_review', reviewer: WANG }),
  ready,
  awaiting_amazon: waiting,
  action_needed: did(waiting, { ...replied, meaning: 'needs_us' }),
  resolved: solved,
  closed: did(solved, { type: 'close' }),
  withdrawn: did(preparing, { type: 'withdraw', why: 'Wrong door.' }),
};

interface Step {
  readonly word: StepWord;
  readonly chinese: string;
  /** What stands behind the word, so that no form has to ask. */
  readonly rest?: string;
  readonly action: ActionId;
  /** What the button's form is filled with, if it has one. */
  readonly form?: FormValues;
  /** What every way asks of the desk. */
  readonly command: CaseCommand;
  readonly event: CaseEvent['type'];
}

const NOTE = 'The supplier called';
const STEPS: readonly Step[] = [
  { word: 'claim', chinese: '我来跟', action: ACTIONS.take, command: { type: 'take' }, event: 'taken' },
  {
    word: 'assign',
    chinese: '转交',
    rest: `<@${TOM}>`,
    action: ACTIONS.handOver,
    form: { who: TOM },
    command: { type: 'hand_over', to: TOM, note: '' },
    event: 'assigned',
  },
  {
    word: 'release',
    chinese: '放下',
    action: ACTIONS.handOver,
    form: { how: 'release' },
    command: { type: 'release' },
    event: 'released',
  },
  {
    word: 'ready',
    chinese: '待提交',
    action: ACTIONS.ready,
    command: { type: 'make_ready' },
    event: 'made_ready',
  },
  {
    word: 'submitted',
    chinese: '已提交',
    rest: '12345678901',
    action: ACTIONS.submitted,
    form: { reference: '12345678901' },
    command: { type: 'submit', reference: { kind: 'case_id', id: '12345678901' } },
    event: 'submitted',
  },
  {
    word: 'checked',
    chinese: '已查',
    action: ACTIONS.checkNothing,
    command: { type: 'check_nothing' },
    event: 'checked_nothing',
  },
  {
    word: 'replied',
    chinese: '亚马逊已回复',
    action: ACTIONS.replied,
    form: { [MEANING]: 'needs_us', [REPLY_TEXT]: NOTE },
    command: { ...replied, meaning: 'needs_us', text: NOTE },
    event: 'amazon_replied',
  },
  {
    word: 'noted',
    chinese: '已追问',
    action: ACTIONS.noteSent,
    command: { type: 'send_note' },
    event: 'note_sent',
  },
  {
    word: 'note',
    chinese: '备注',
    rest: NOTE,
    action: ACTIONS.note,
    form: { text: NOTE },
    command: { type: 'note', text: NOTE },
    event: 'noted',
  },
  {
    word: 'snooze',
    chinese: '稍后提醒',
    rest: `1d ${NOTE}`,
    action: ACTIONS.snooze,
    form: { why: NOTE },
    command: { type: 'snooze', until: tomorrowMorning(MONDAY, NEW_YORK), why: NOTE },
    event: 'snoozed',
  },
  { word: 'solved', chinese: '已解决', action: ACTIONS.solved, command: { type: 'solve' }, event: 'solved' },
  {
    word: 'closed',
    chinese: '后台已关',
    action: ACTIONS.closed,
    command: { type: 'close' },
    event: 'closed_at_amazon',
  },
  {
    word: 'reopen',
    chinese: '重新打开',
    rest: NOTE,
    action: ACTIONS.reopen,
    form: { text: NOTE },
    command: { type: 'reopen', why: NOTE },
    event: 'reopened',
  },
  {
    word: 'withdraw',
    chinese: '撤回',
    rest: NOTE,
    action: ACTIONS.withdraw,
    form: { text: NOTE },
    command: { type: 'withdraw', why: NOTE },
    event: 'withdrawn',
  },
];

/** What came of one way. */
type Outcome =
  | { readonly command: CaseCommand; readonly events: readonly string[] }
  | { readonly told: string };

/** A case at a status, in front of the domain's own rules, and the ways to take a step. */
async function atStatus(story: Story) {
  const { slack, desk } = await onSlack();
  desk.time = MONDAY;
  const root = slack.say('U0TOM', CASES, 'A card');
  desk.views.set(42, { ...viewOf(story), thread: { channel: CASES, ts: root.ts } });
  const events: string[][] = [];
  desk.decideAct = async (command, number) => {
    const actor = { id: MARIA, isLead: true };
    const facts = {
      now: MONDAY,
      actor,
      policy: DEFAULT_POLICY,
      rivals: [],
      recentlyClosed: [],
      caseIdHolder: null,
    };
    const decision = decide(story.case, command, facts);
    events.push(decision.ok ? decision.events.map(({ type }) => type) : []);
    return decision.ok ? { ok: true, number } : decision;
  };

  /** A button of a message that stands there from before, whatever the case has become since. */
  const bot = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  const press = async (action: ActionId): Promise<void> => {
    const button = { type: 'button', action_id: action, value: '42', text: plain('Step') } as const;
    const blocks = [{ type: 'actions', elements: [button] } as const];
    const posted = await bot.chat.postMessage({ channel: CASES, thread_ts: root.ts, text: 'Old', blocks });
    await slack.click(MARIA, { channel: CASES, ts: String(posted.ts) }, action);
  };

  /** Everything that the person reads after this way: a private answer, or a form, which is filled if it asks. */
  async function outcomeOf(way: () => unknown, form?: FormValues, isSaid = false): Promise<Outcome> {
    const before = desk.acted.length;
    for (const { id } of slack.ephemerals(MARIA)) slack.dismiss(id);
    while (slack.views(MARIA).length > 0) await slack.closeView(MARIA);
    await way();
    const seen = (): string => lastTold(slack, MARIA) + modalOf(slack, MARIA);
    const isForm = (): boolean => modalOf(slack, MARIA).includes('"type":"input"');
    const isEnd = (): boolean => slack.views(MARIA).length > 0 && !isForm() && !seen().includes('One moment');
    const decided = (): boolean => desk.acted.length > before;
    await slack.eventually(() => decided() || isForm() || isEnd() || lastTold(slack, MARIA) !== '');
    const isFilled = isForm() && form !== undefined;
    if (isFilled) await slack.submit(MARIA, form);
    // Who says it in words hears that it is done; a button's card shows it.
    else if (isSaid) await slack.eventually(() => lastTold(slack, MARIA) !== '');
    const last = desk.acted.at(-1);
    const done = events.at(-1) ?? [];
    if (decided() && last && done.length > 0) return { command: last.command, events: done };
    await slack.eventually(() => isEnd() || lastTold(slack, MARIA) !== '');
    return { told: seen() };
  }
  /** A mention opens no form: where one is needed, the case follows, with its own button. */
  async function pressAfter(mentioned: () => unknown, action: ActionId): Promise<void> {
    mentioned();
    const shown = await slack.eventually(() =>
      slack.ephemerals(MARIA).find(({ blocks }) => JSON.stringify(blocks).includes(action)),
    );
    await slack.click(MARIA, { ephemeral: shown.id }, action);
    for (const { id } of slack.ephemerals(MARIA)) slack.dismiss(id);
  }
  return { slack, root, press, pressAfter, outcomeOf };
}

const STATUSES = Object.keys(STORIES).filter((one): one is Status => one in STORIES);
const table = STEPS.flatMap((step) => STATUSES.map((status) => ({ ...step, status })));

const refusedAs = (asked: CaseCommand['type'], status: Status): Outcome => {
  const refusal = { code: 'wrong_status', number: caseNumber(42), status, asked } as const;
  return { told: expect.stringContaining(refusalText(refusal, 'en', { names: mention })) };
};

describe('each step, on each status, by every way', () => {
  it('stands in the table', () => {
    expect(STEPS.map(({ word }) => word).toSorted()).toEqual([...STEP_WORDS].toSorted());
    for (const [status, { case: c }] of Object.entries(STORIES)) expect(c.phase.status).toBe(status);
  });

  it.each(table)(
    '$word while $status',
    async ({ word, chinese, rest = '', action, form, command, event, status }) => {
      const allowed = ALLOWED[command.type].includes(status);
      // What nobody has can be taken; a closed case keeps its owner.
      const story = word === 'claim' && allowed ? did(STORIES[status], { type: 'release' }) : STORIES[status];
      const { slack, root, press, pressAfter, outcomeOf } = await atStatus(story);
      const say = (text: string) => slack.say(MARIA, CASES, `<@U0DOCKET> ${text}`, root.ts);
      const typed = rest.replace(`<@${TOM}>`, '@Tom Baker');

      const outcomes = {
        button: await outcomeOf(() => press(action), form),
        command: await outcomeOf(() => slack.command(MARIA, CASES, `/case ${word} 42 ${typed}`), form, true),
        commandInChinese: await outcomeOf(
          () => slack.command(MARIA, CASES, `/case ${chinese}42 ${typed}`),
          form,
          true,
        ),
      };
      const same = allowed ? { command, events: [event] } : refusedAs(command.type, status);
      const byButton = allowed || word !== 'release' ? same : refusedAs('hand_over', status);
      expect(outcomes).toEqual({ button: byButton, command: same, commandInChinese: same });

      const mentioned = (said: string): Promise<Outcome> =>
        word === 'replied' && allowed
          ? outcomeOf(() => pressAfter(() => say(said), action), form)
          : outcomeOf(() => say(`${said} ${rest}`), undefined, true);
      expect(await mentioned(word)).toEqual(same);
      expect(await mentioned(chinese)).toEqual(same);
    },
  );

  it.each(STATUSES)('Amazon replied by its shortcut while %s', async (status) => {
    const { slack, root, outcomeOf } = await atStatus(STORIES[status]);
    const message = { channel: CASES, ts: slack.say('U0TOM', CASES, NOTE, root.ts).ts };
    const way = () => slack.shortcut(MARIA, AMAZON_REPLIED, message);
    const command = { ...replied, meaning: 'needs_us', text: NOTE } as const;
    expect(await outcomeOf(way, { [MEANING]: 'needs_us' })).toEqual(
      ALLOWED.record_reply.includes(status)
        ? { command, events: ['amazon_replied'] }
        : refusedAs('record_reply', status),
    );
  });

  it.each(STATUSES)('Add to a case by its shortcut while %s: a note, as by its button', async (status) => {
    const { slack, root, outcomeOf } = await atStatus(STORIES[status]);
    const message = { channel: CASES, ts: slack.say('U0TOM', CASES, 'Look', root.ts).ts };
    const way = () => slack.shortcut(MARIA, ADD_TO_CASE, message);
    const outcome = { command: { type: 'note', text: NOTE }, events: ['noted'] };
    expect(await outcomeOf(way, { [PICK.text]: NOTE })).toEqual(outcome);
  });
});
