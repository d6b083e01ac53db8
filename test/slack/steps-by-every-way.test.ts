import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { ACTIONS, type ActionId } from '../../src/slack/action-ids.ts';
import { CASES, lastTold, modalOf, onSlack } from './on-slack.ts';
import { act, MONDAY, open, until, viewOf } from './story.ts';

/** A lead may take every step of everybody's case. */
const MARIA = 'U0MARIA';
const CASE_ID = { kind: 'case_id', id: '12345678901' } as const;

const preparing = open();
const ready = act(preparing, { type: 'make_ready' }, MONDAY);
const waiting = act(ready, { type: 'submit', reference: CASE_ID }, MONDAY);
const asked = until(waiting, 'follow_up');
const checked = act(asked, { type: 'check_nothing' }, asked.now);
const solved = act(waiting, { type: 'solve' }, MONDAY);

/** Each step that needs no question, on a case at which its button stands. */
const STEPS = [
  {
    word: 'claim',
    chinese: '我来跟',
    action: ACTIONS.take,
    story: act(preparing, { type: 'release' }, MONDAY),
  },
  { word: 'ready', chinese: '待提交', action: ACTIONS.ready, story: preparing },
  { word: 'checked', chinese: '已查', action: ACTIONS.checkNothing, story: asked },
  { word: 'noted', chinese: '已追问', action: ACTIONS.noteSent, story: checked },
  { word: 'solved', chinese: '已解决', action: ACTIONS.solved, story: waiting },
  { word: 'closed', chinese: '已关闭', action: ACTIONS.closed, story: solved },
] as const;

/** What Slack sends for the button of a message, whichever message still shows it. */
function press(slack: LocalSlack, action: ActionId): void {
  const payload = {
    type: 'block_actions',
    team: { id: slack.teamId },
    user: { id: MARIA, team_id: slack.teamId },
    trigger_id: randomUUID(),
    channel: { id: CASES },
    container: { type: 'message' },
    message: { ts: '1795298400.000100' },
    actions: [{ type: 'button', action_id: action, value: '42', action_ts: '1795298500.000100' }],
  };
  const envelope = { envelope_id: randomUUID(), accepts_response_payload: false };
  slack.faults.sendToSockets({ type: 'interactive', ...envelope, payload });
}

describe.each(STEPS)('$word', ({ word, chinese, action, story }) => {
  test('asks the same of the case by button, command, Chinese command and mention', async () => {
    const { slack, desk } = await onSlack();
    desk.time = story.now;
    const root = slack.say('U0TOM', CASES, 'A card');
    desk.views.set(42, { ...viewOf(story), thread: { channel: CASES, ts: root.ts } });
    const commands = (count: number) =>
      slack.eventually(() => desk.acted.length >= count && desk.acted.map(({ command }) => command));

    press(slack, action);
    const [pressed] = await commands(1);
    await slack.command(MARIA, CASES, `/case ${word} 42`);
    await commands(2);
    await slack.command(MARIA, CASES, `/case ${chinese}42`);
    await commands(3);
    slack.say(MARIA, CASES, `<@U0DOCKET> ${word}`, root.ts);
    const all = await commands(4);
    expect(all).toEqual([pressed, pressed, pressed, pressed]);
    expect(new Set(desk.acted.map(({ number, request }) => `${number} ${request.person}`))).toEqual(
      new Set([`42 ${MARIA}`]),
    );
    expect(await slack.eventually(() => lastTold(slack, MARIA).includes('Recorded on #42.'))).toBe(true);
  });
});

test.each([
  ['submitted', ACTIONS.submitted],
  ['replied', ACTIONS.replied],
  ['assign', ACTIONS.handOver],
  ['snooze', ACTIONS.snooze],
  ['withdraw', ACTIONS.withdraw],
])('/case %s without more opens the form of its button', async (word, id) => {
  const { slack, desk } = await onSlack();
  const story = word === 'submitted' ? ready : waiting;
  desk.time = story.now;
  desk.views.set(42, viewOf(story));
  await slack.command(MARIA, CASES, `/case ${word} 42`);
  expect(await slack.eventually(() => modalOf(slack, MARIA).includes(id))).toBe(true);
  expect(desk.acted).toEqual([]);
});

test('a refusal is told the same by word as by button', async () => {
  const { slack, desk } = await onSlack();
  desk.decideAct = async (_, number) => ({
    ok: false,
    refusal: { code: 'wrong_status', number, status: 'closed', asked: 'take' },
  });
  await slack.command(MARIA, CASES, '/case claim 42');
  const byWord = await slack.eventually(() => lastTold(slack, MARIA));
  slack.dismiss(slack.ephemerals(MARIA).at(-1)?.id ?? '');
  desk.views.set(42, viewOf(act(preparing, { type: 'release' }, MONDAY)));
  press(slack, ACTIONS.take);
  await slack.eventually(() => desk.acted.length === 2);
  expect(await slack.eventually(() => lastTold(slack, MARIA) === byWord)).toBe(true);
});

test('what is missing is asked for, and what was typed comes back', async () => {
  const { slack } = await onSlack();
  await slack.command(MARIA, CASES, '/case claim');
  await slack.eventually(() => lastTold(slack, MARIA).includes('/case claim 42'));
  await slack.command(MARIA, CASES, '/case submitted 42 112-1234567-1234567');
  await slack.eventually(() => lastTold(slack, MARIA).includes('112-1234567-1234567'));
  await slack.command(MARIA, CASES, '/case note 4242 The supplier called');
  await slack.eventually(() => lastTold(slack, MARIA).includes('There is no case #4242'));
  expect(lastTold(slack, MARIA)).toContain('The supplier called');
  await slack.command(MARIA, CASES, '/case solved 4242');
  expect(await slack.eventually(() => lastTold(slack, MARIA).includes('There is no case #4242'))).toBe(true);
});
