import { describe, expect, it } from 'vitest';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { PICK } from '../../src/slack/modals/pick-case.ts';
import { MEANING } from '../../src/slack/modals/reply-form.ts';
import {
  ADD_TO_CASE,
  AMAZON_REPLIED,
  OPEN_CASE,
  OPEN_FROM_MESSAGE,
  SHORTCUTS,
} from '../../src/slack/shortcuts/ids.ts';
import { CASES, GENERAL, lastTold, modalOf, onSlack } from './on-slack.ts';
import { act, MONDAY, open, viewOf } from './story.ts';

const TOM = 'U0TOM';
const GUEST = 'U0CHENJING';
const OWNER = personId(TOM);

const preparing = open({}, MONDAY, OWNER);
const ready = act(preparing, { type: 'make_ready' }, MONDAY, OWNER);
const reference = { kind: 'case_id', id: '12345678901' } as const;
const waiting = act(ready, { type: 'submit', reference }, MONDAY, OWNER);

/** A case whose card stands in Slack, and a message about it. */
async function withMessage(text: string, { story = waiting, user = TOM, inThread = true } = {}) {
  const on = await onSlack();
  const { slack, desk } = on;
  desk.time = story.now;
  const root = slack.say('U0LINA', CASES, 'A card');
  desk.views.set(42, { ...viewOf(story), thread: { channel: CASES, ts: root.ts } });
  const said = slack.say(user, CASES, text, inThread ? root.ts : undefined);
  const message = { channel: CASES, ts: said.ts };
  const shows = (part: string, who = user) =>
    slack.eventually(() => modalOf(slack, who).includes(part) && modalOf(slack, who));
  return { ...on, message, shows };
}

describe('Open a case', () => {
  it('opens the form from any place, and whoever opened it is told directly', async () => {
    const { slack, desk } = await onSlack();
    await slack.shortcut(TOM, OPEN_CASE);
    await slack.eventually(() => modalOf(slack, TOM).includes(FIELD.problem));
    await slack.submit(TOM, {
      'open.store': 'US:s1',
      [FIELD.category]: 'featured_offer',
      [FIELD.identifiers]: 'B0ABC12345',
      [FIELD.problem]: 'Gone.',
    });
    expect(desk.opened).toHaveLength(1);
    await slack.eventually(() => slack.messages(slack.dm(TOM)).at(-1)?.text.includes('Case #1 is open'));
    expect(slack.warnings).toEqual([]);
  });

  it('from a message is filled in from it, with all of it and the way back', async () => {
    const text = 'US store: B0ABC12345 lost the buy box, <here> & there';
    const { slack, message, shows } = await withMessage(text, { inThread: false });
    await slack.shortcut(TOM, OPEN_FROM_MESSAGE, message);
    const form = await shows(FIELD.problem);
    expect(form).toContain('US store: B0ABC12345 lost the buy box, <here> & there');
    expect(form).toContain(`/archives/${CASES}/p${message.ts.replace('.', '')}`);
    expect(form).toContain('"initial_value":"B0ABC12345"');
    expect(slack.warnings).toEqual([]);
  });

  it('from a very long message gives back what no field can hold', async () => {
    const { slack, message, shows } = await withMessage(`${'案'.repeat(3_500)}END`, { inThread: false });
    await slack.shortcut(TOM, OPEN_FROM_MESSAGE, message);
    expect(await shows(FIELD.problem)).toContain(`/archives/${CASES}/p`);
    await slack.eventually(() => lastTold(slack, TOM).includes('END'));
  });
});

describe('Add to a case', () => {
  it('chooses the case of the thread, and adds the message and its identifiers', async () => {
    const { slack, desk, message, shows } = await withMessage('The supplier sent 112-1234567-1234567 today');
    await slack.shortcut(TOM, ADD_TO_CASE, message);
    expect(await shows(PICK.identifiers)).toMatch(/"initial_option":\{[^}]*"text":\{[^}]*#42/);
    expect(await slack.submit(TOM)).toMatchObject({ closed: true, errors: {} });
    expect(desk.acted.map(({ number, command }) => [number, command])).toEqual([
      [42, { type: 'add_subjects', subjects: [{ kind: 'order', value: '112-1234567-1234567' }] }],
      [42, { type: 'note', text: expect.stringMatching(/^The supplier sent .*\n\nhttps?:.*thread_ts=/s) }],
    ]);
    await slack.eventually(() => lastTold(slack, TOM).includes('Added to #42'));
    expect(slack.warnings).toEqual([]);
  });

  it('elsewhere asks which, takes a number too, and says kindly that there is none', async () => {
    const { slack, desk, message, shows } = await withMessage('A note', { inThread: false });
    await slack.shortcut(TOM, ADD_TO_CASE, message);
    await shows(PICK.text);
    const field = (id: string) => ({ errors: { [id]: expect.any(String) }, closed: false });
    expect(await slack.submit(TOM)).toMatchObject(field(PICK.chosen));
    expect(await slack.submit(TOM, { [PICK.number]: 'forty-two' })).toMatchObject(field(PICK.number));
    expect(await slack.submit(TOM, { [PICK.number]: '#4242' })).toMatchObject({
      errors: { [PICK.number]: expect.stringContaining('There is no case #4242') },
    });
    expect(desk.acted).toEqual([]);
    expect(await slack.submit(TOM, { [PICK.number]: '＃４２' })).toMatchObject({ closed: true });
    expect(desk.acted.map(({ command }) => command.type)).toEqual(['note']);
  });

  it('is refused with who holds the identifier, before anything is added', async () => {
    const { slack, desk, message, shows } = await withMessage('Also B0XYZ98765');
    const rival = { number: caseNumber(7), owner: OWNER, status: 'ready', closedAt: null } as const;
    desk.decideAct = async (command, number) =>
      command.type === 'add_subjects'
        ? { ok: false, refusal: { code: 'duplicate', rivals: [{ ...rival, shared: ['B0XYZ98765'] }] } }
        : { ok: true, number };
    await slack.shortcut(TOM, ADD_TO_CASE, message);
    await shows(PICK.identifiers);
    const sent = await slack.submit(TOM);
    expect(sent.errors[PICK.identifiers]).toMatch(/#7/);
    expect(desk.acted.map(({ command }) => command.type)).toEqual(['add_subjects']);
    expect(await slack.submit(TOM, { [PICK.identifiers]: '' })).toMatchObject({ closed: true });
    expect(desk.acted.map(({ command }) => command.type)).toEqual(['add_subjects', 'note']);
  });

  it('adds the note where somebody may not add identifiers, and says so', async () => {
    const { slack, desk, message, shows } = await withMessage('Also B0XYZ98765');
    desk.decideAct = async (command, number) =>
      command.type === 'add_subjects'
        ? { ok: false, refusal: { code: 'not_yours', number, owner: personId('U0LINA') } }
        : { ok: true, number };
    await slack.shortcut(TOM, ADD_TO_CASE, message);
    await shows(PICK.identifiers);
    expect(await slack.submit(TOM)).toMatchObject({ closed: true });
    await slack.eventually(() => lastTold(slack, TOM).includes('The identifiers were not added.'));
    expect(lastTold(slack, TOM)).toContain('<@U0LINA>');
    expect(desk.acted.map(({ command }) => command.type)).toEqual(['add_subjects', 'note']);
  });
});

describe('Amazon replied', () => {
  it('in a case’s thread takes the message as the answer, also when the meaning is changed', async () => {
    const { slack, desk, message, shows } = await withMessage('Hello from Amazon, send the invoice.');
    await slack.shortcut(TOM, AMAZON_REPLIED, message);
    await shows('"initial_value":"Hello from Amazon, send the invoice."');
    await slack.fill(TOM, { [MEANING]: 'holding' });
    await shows('promised');
    expect(await slack.submit(TOM, { [MEANING]: 'needs_us' })).toMatchObject({ closed: true, errors: {} });
    expect(desk.acted.map(({ number, command }) => [number, command])).toEqual([
      [42, expect.objectContaining({ type: 'record_reply', text: 'Hello from Amazon, send the invoice.' })],
    ]);
    expect(slack.warnings).toEqual([]);
  });

  it('elsewhere asks which case first, and refuses one that waits for nothing', async () => {
    const { slack, desk, message, shows } = await withMessage('Amazon says no.', { inThread: false });
    desk.views.set(43, { ...viewOf(preparing), case: { ...preparing.case, number: caseNumber(43) } });
    await slack.shortcut(TOM, AMAZON_REPLIED, message);
    await shows(PICK.text);
    const sent = await slack.submit(TOM, { [PICK.chosen]: '43' });
    expect(sent.errors[PICK.chosen]).toContain('#43');
    await slack.submit(TOM, { [PICK.chosen]: '42', [PICK.text]: 'Amazon says no, again.' });
    await shows(ACTIONS.replied);
    expect(await slack.submit(TOM, { [MEANING]: 'refused' })).toMatchObject({ closed: true });
    expect(desk.acted.map(({ number, command }) => [number, command])).toEqual([
      [42, expect.objectContaining({ type: 'record_reply', text: 'Amazon says no, again.' })],
    ]);
  });
});

describe('a guest', () => {
  it.each(SHORTCUTS)('is told kindly why not: $id', async ({ id, type }) => {
    const { slack, desk, message, shows } = await withMessage('B0ABC12345', { user: GUEST });
    await slack.shortcut(GUEST, id, type === 'message' ? message : undefined);
    await shows('访客');
    expect(desk.acted).toEqual([]);
  });
});

it('a message is taken where Docket is no member, too', async () => {
  const { slack, desk } = await onSlack();
  const said = slack.say(TOM, GENERAL, 'Look');
  await slack.shortcut(TOM, OPEN_FROM_MESSAGE, { channel: GENERAL, ts: said.ts });
  await slack.eventually(() => modalOf(slack, TOM).includes('Look'));
  await slack.submit(TOM, {
    'open.store': 'US:s1',
    [FIELD.category]: 'featured_offer',
    [FIELD.identifiers]: 'B0ABC12345',
  });
  expect(await slack.eventually(() => lastTold(slack, TOM).includes('#1'))).toBe(true);
  expect(desk.opened).toHaveLength(1);
});
