import { describe, expect, it } from 'vitest';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { ACTIONS, type ActionId } from '../../src/slack/action-ids.ts';
import { CASE_FORMS } from '../../src/slack/modals/case-forms.ts';
import type { FakeDesk } from './fake-desk.ts';
import { CASES, lastTold, modalOf, onSlack } from './on-slack.ts';
import { act, FRIDAY, LI, MONDAY, open, type Story, viewOf } from './story.ts';

const TOM = 'U0TOM';
const MARIA = 'U0MARIA';
const LI_NA = 'U0LINA';
const OWNER = personId(TOM);

const preparing = open({}, FRIDAY, OWNER);
const submitted = act(
  act(preparing, { type: 'make_ready' }, FRIDAY + HOUR, OWNER),
  { type: 'submit', reference: { kind: 'case_id', id: '12345678901' } },
  MONDAY,
  OWNER,
);
/** A story in which each form makes sense for its owner. */
const stories: Partial<Record<ActionId, Story>> = {
  [ACTIONS.replied]: submitted,
  [ACTIONS.checkAnswered]: submitted,
  [ACTIONS.checkClosed]: submitted,
  [ACTIONS.declineOffer]: act(preparing, { type: 'hand_over', to: LI, note: '' }, FRIDAY + HOUR, OWNER),
  [ACTIONS.returnReview]: act(preparing, { type: 'ask_review', reviewer: LI }, FRIDAY + HOUR, OWNER),
  [ACTIONS.reopen]: act(preparing, { type: 'withdraw', why: 'In error' }, FRIDAY + HOUR, OWNER),
};

/** A message with one button, as an old card or a check question would have it; returns where it stands. */
async function withButton(slack: LocalSlack, action: ActionId, value = '42') {
  const button = { type: 'button', action_id: action, value, text: { type: 'plain_text', text: 'Press' } };
  const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
    body: JSON.stringify({
      channel: CASES,
      text: 'A button',
      blocks: [{ type: 'actions', elements: [button] }],
    }),
  });
  const { ts } = (await answer.json()) as { ts: string };
  return { channel: CASES, ts };
}

async function press(desk: FakeDesk, slack: LocalSlack, user: string, action: ActionId): Promise<void> {
  desk.views.set(42, viewOf(stories[action] ?? preparing));
  await slack.click(user, await withButton(slack, action), action);
}

async function fillable(slack: LocalSlack, user: string): Promise<void> {
  await slack.eventually(() => modalOf(slack, user).includes('"input"'));
}

/** What each form is filled with, and what the desk is asked then. */
const FILLED: Readonly<Record<string, { values: Record<string, string | number>; commands: unknown[] }>> = {
  [ACTIONS.askReview]: { values: { who: LI_NA }, commands: [{ type: 'ask_review', reviewer: LI_NA }] },
  [ACTIONS.handOver]: {
    values: { who: LI_NA, note: 'Away' },
    commands: [{ type: 'hand_over', to: LI_NA, note: 'Away' }],
  },
  [ACTIONS.note]: {
    values: { text: ' Called them.\u0000 ' },
    commands: [{ type: 'note', text: 'Called them.' }],
  },
  [ACTIONS.declineOffer]: { values: {}, commands: [{ type: 'decline_offer', why: '' }] },
  [ACTIONS.returnReview]: {
    values: { text: 'Shorter' },
    commands: [{ type: 'return_review', why: 'Shorter' }],
  },
  [ACTIONS.reopen]: { values: { text: 'Again' }, commands: [{ type: 'reopen', why: 'Again' }] },
  [ACTIONS.withdraw]: { values: { text: 'Duplicate' }, commands: [{ type: 'withdraw', why: 'Duplicate' }] },
  [ACTIONS.submitted]: {
    values: { kind: 'case_id', reference: '[Case ID:19822888381] Your Help Needed' },
    commands: [{ type: 'submit', reference: { kind: 'case_id', id: '19822888381' } }],
  },
  [ACTIONS.snooze]: {
    values: { why: 'Invoice on Monday' },
    // Tom's Saturday at nine in New York: tomorrow morning on his own wall.
    commands: [{ type: 'snooze', until: Date.parse('2026-11-21T14:00Z'), why: 'Invoice on Monday' }],
  },
  [ACTIONS.edit]: {
    values: { summary: 'Buy Box', identifiers: 'B0ABC99999' },
    commands: [
      { type: 'edit', summary: 'Buy Box' },
      { type: 'add_subjects', subjects: [{ kind: 'asin', value: 'B0ABC99999' }] },
    ],
  },
  ...Object.fromEntries(
    [ACTIONS.replied, ACTIONS.checkAnswered, ACTIONS.checkClosed].map((id) => [
      id,
      {
        values: { 'reply.meaning': 'needs_us', text: 'Send the invoice.' },
        commands: [
          {
            type: 'record_reply',
            meaning: 'needs_us',
            text: 'Send the invoice.',
            promisedAt: null,
            deadlineAt: null,
          },
        ],
      },
    ]),
  ),
};

describe('every form about a case', () => {
  it.each(CASE_FORMS.map((form) => form.id))('%s opens, is sent, and asks the desk', async (id) => {
    const { desk, slack, errors } = await onSlack();
    const reviewer = id === ACTIONS.returnReview ? MARIA : TOM;
    await press(desk, slack, reviewer, id);
    await fillable(slack, reviewer);
    const filled = FILLED[id];
    const sent = await slack.submit(reviewer, filled?.values);
    expect(sent).toMatchObject({ acked: true, errors: {}, closed: true });
    expect(desk.acted.map(({ command }) => command)).toMatchObject(filled?.commands ?? []);
    expect(slack.warnings).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is not shown to somebody who could not send it', async () => {
    const { desk, slack } = await onSlack();
    await press(desk, slack, LI_NA, ACTIONS.withdraw);
    await slack.eventually(() => modalOf(slack, LI_NA).includes('#42 的负责人是 <@U0TOM>'));
    await slack.closeView(LI_NA);
    desk.views.set(42, viewOf(stories[ACTIONS.reopen] ?? preparing));
    await slack.click(TOM, await withButton(slack, ACTIONS.snooze), ACTIONS.snooze);
    expect(await slack.eventually(() => modalOf(slack, TOM).includes('no longer applies'))).toBe(true);
  });

  it('about a case that is not there says so', async () => {
    const { slack } = await onSlack();
    await slack.click(TOM, await withButton(slack, ACTIONS.note, '77'), ACTIONS.note);
    expect(await slack.eventually(() => modalOf(slack, TOM).includes('There is no case #77 here.'))).toBe(
      true,
    );
  });
});

describe('the Case ID', () => {
  it.each([
    ['113-1234567-1234567', 'looks like an order number'],
    ['12345678901 or 12345678902', 'several numbers'],
    ['123456', '10 to 12 digits'],
    ['no number', 'There is no Case ID in this'],
  ])('%s is asked about', async (reference, problem) => {
    const { desk, slack } = await onSlack();
    await press(desk, slack, TOM, ACTIONS.submitted);
    await fillable(slack, TOM);
    const sent = await slack.submit(TOM, { kind: 'case_id', reference });
    expect(sent.errors['reference']).toContain(problem);
    expect(desk.acted).toEqual([]);
  });

  it('that another case has names that case, and a corrected one is a new request', async () => {
    const { desk, slack } = await onSlack();
    desk.decideAct = async (_, number) =>
      desk.acted.length > 1
        ? { ok: true, number }
        : { ok: false, refusal: { code: 'case_id_taken', number: caseNumber(7), caseId: '12345678901' } };
    await press(desk, slack, TOM, ACTIONS.submitted);
    await fillable(slack, TOM);
    const taken = await slack.submit(TOM, { kind: 'case_id', reference: '12345678901' });
    expect(taken.errors['reference']).toContain('already recorded on #7');
    // The other case was corrected meanwhile: the same number is asked about anew.
    expect(await slack.submit(TOM)).toMatchObject({ closed: true });
    expect(new Set(desk.acted.map(({ request }) => request.key)).size).toBe(2);
  });

  it('may be missing where the door gives another reference', async () => {
    const { desk, slack } = await onSlack();
    await press(desk, slack, TOM, ACTIONS.submitted);
    await fillable(slack, TOM);
    await slack.submit(TOM, { kind: 'door', reference: 'Appeal of Nov 23' });
    expect(desk.acted.at(-1)?.command).toEqual({
      type: 'submit',
      reference: { kind: 'door', text: 'Appeal of Nov 23' },
    });
  });
});

describe('what Amazon replied', () => {
  it('asks for the promised date of a holding answer only', async () => {
    const { desk, slack } = await onSlack();
    await press(desk, slack, TOM, ACTIONS.checkClosed);
    await fillable(slack, TOM);
    expect(modalOf(slack, TOM)).toContain('Never open a second one');
    expect(modalOf(slack, TOM)).not.toContain('"promised"');
    await slack.fill(TOM, { text: 'Please wait.', 'reply.meaning': 'holding' });
    await slack.eventually(() => modalOf(slack, TOM).includes('"promised"'));
    const past = await slack.submit(TOM, { promised: (desk.time - DAY) / 1_000 });
    expect(Object.keys(past.errors)).toEqual(['promised']);
    await slack.submit(TOM, { promised: (desk.time + DAY) / 1_000 });
    expect(desk.acted.at(-1)?.command).toMatchObject({
      meaning: 'holding',
      text: 'Please wait.',
      promisedAt: desk.time + DAY,
    });
  });
});

describe('editing', () => {
  it('asks only for what was changed, and shows a refusal under its field', async () => {
    const { desk, slack } = await onSlack();
    const deadline = { at: FRIDAY + 5 * DAY + 30 * MINUTE + 12_345, source: 'notice' } as const;
    stories[ACTIONS.edit] = act(
      open({ deadline }, FRIDAY, OWNER),
      { type: 'submit', reference: { kind: 'case_id', id: '12345678901' } },
      MONDAY,
      OWNER,
    );
    desk.decideAct = async (command, number) =>
      command.type === 'correct_reference'
        ? { ok: false, refusal: { code: 'case_id_taken', number: caseNumber(7), caseId: '12345678902' } }
        : { ok: true, number };
    await press(desk, slack, TOM, ACTIONS.edit);
    await fillable(slack, TOM);
    const sent = await slack.submit(TOM, { reference_case_id: 'Case 12345678902' });
    expect(sent.errors['reference_case_id']).toContain('#7');
    expect(desk.acted.map(({ command }) => command.type)).toEqual(['edit', 'correct_reference']);
    delete stories[ACTIONS.edit];
  });
});

describe('a click without a form', () => {
  it('is done at once and says nothing, because the card shows it', async () => {
    const { desk, slack } = await onSlack();
    await press(desk, slack, TOM, ACTIONS.ready);
    await slack.eventually(() => desk.acted.length === 1);
    expect(desk.acted[0]).toMatchObject({ number: 42, command: { type: 'make_ready' } });
    expect(slack.ephemerals(TOM)).toEqual([]);
  });

  it('delivered twice is one request', async () => {
    const { desk, slack } = await onSlack();
    slack.faults.repeatNextDelivery(2);
    await press(desk, slack, TOM, ACTIONS.take);
    const click = slack.deliveries.at(-1);
    await slack.eventually(() => click?.attempts.length === 2);
    expect(click?.attempts.map(({ ack }) => ack.acked)).toEqual([true, true]);
    await slack.eventually(() => desk.acted.length > 0);
    expect(desk.acted).toHaveLength(1);
  });

  it('that is refused is told to the clicker, in their language', async () => {
    const { desk, slack } = await onSlack();
    desk.decideAct = async (_, number) => ({
      ok: false,
      refusal: { code: 'already_owned', number, owner: OWNER },
    });
    await press(desk, slack, LI_NA, ACTIONS.take);
    expect(await slack.eventually(() => lastTold(slack, LI_NA).includes('#42 已经由 <@U0TOM> 在跟'))).toBe(
      true,
    );
  });

  it('works from the overflow menu of a card', async () => {
    const { desk, slack } = await onSlack();
    await slack.command(TOM, CASES, '/case show 42');
    const card = await slack.eventually(() => slack.ephemerals(TOM).at(-1));
    await slack.click(TOM, { ephemeral: card.id }, 'case.more', `${ACTIONS.note}:42`);
    await fillable(slack, TOM);
    await slack.submit(TOM, { text: 'From the menu' });
    expect(desk.acted.at(-1)?.command).toEqual({ type: 'note', text: 'From the menu' });
  });

  it('on Submit now shows what to copy', async () => {
    const { desk, slack } = await onSlack();
    await press(desk, slack, TOM, ACTIONS.submitNow);
    expect(await slack.eventually(() => lastTold(slack, TOM).includes(ACTIONS.submitted))).toBe(true);
  });
});
