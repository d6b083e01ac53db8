import { describe, expect, it, test } from 'vitest';
import { parseCommand } from '../../src/slack/command.ts';
import { readStep } from '../../src/slack/steps.ts';
import { at, open, viewOf } from './story.ts';

const view = viewOf(open());
const appeal = viewOf(open({ category: 'account_health' }));

/** What the words after `/case` ask of a case, at ten in the morning in Shanghai. */
function read(typed: string, of = view) {
  const asked = parseCommand(typed);
  if (asked.kind !== 'step') throw new Error(`Not a step: ${typed}`);
  const { word, text } = asked;
  return readStep({ word, text, view: of, locale: 'en', now: NOW, zone: 'Asia/Shanghai' });
}
const NOW = at('2026-11-20T10:00+08:00');
const does = (command: object) => ({ kind: 'command', command });
const asks = (action: string) => expect.objectContaining({ kind: 'form', action });

describe('what a step in words asks of its case', () => {
  test.each([
    ['claim 42', { type: 'take' }],
    ['release 42', { type: 'release' }],
    ['ready 42', { type: 'make_ready' }],
    ['checked 42', { type: 'check_nothing' }],
    ['noted 42', { type: 'send_note' }],
    ['solved 42', { type: 'solve' }],
    ['closed 42', { type: 'close' }],
    ['assign 42 <@U0TOM|Tom> I am away', { type: 'hand_over', to: 'U0TOM', note: 'I am away' }],
    ['note 42 The supplier called', { type: 'note', text: 'The supplier called' }],
    ['reopen 42 It is gone again', { type: 'reopen', why: 'It is gone again' }],
    ['撤回 42 自己的定价规则', { type: 'withdraw', why: '自己的定价规则' }],
    [
      'submitted 42 Case ID: 12345678901',
      { type: 'submit', reference: { kind: 'case_id', id: '12345678901' } },
    ],
  ])('%s', (typed, command) => {
    expect(read(typed)).toEqual(does(command));
  });

  it('takes what another door gave instead of a Case ID', () => {
    const reference = { kind: 'door', text: 'Appeal of Nov 23' };
    expect(read('submitted 42 Appeal of Nov 23', appeal)).toEqual(does({ type: 'submit', reference }));
  });

  it('says what is wrong with what is no Case ID', () => {
    expect(read('submitted 42 112-1234567-1234567')).toMatchObject({ kind: 'problem' });
    expect(read('assign 42 Maria')).toMatchObject({ kind: 'problem' });
  });

  test.each([
    ['submitted 42', 'case.submitted'],
    ['assign 42', 'case.hand_over'],
    ['replied 42', 'case.replied'],
    ['note 42', 'case.note'],
    ['snooze 42', 'case.snooze'],
    ['snooze 42 2d', 'case.snooze'],
    ['snooze 42 until the invoice comes', 'case.snooze'],
    ['reopen 42', 'case.reopen'],
    ['withdraw 42', 'case.withdraw'],
  ])('%s: its form asks what is missing', (typed, action) => {
    expect(read(typed)).toEqual(asks(action));
  });

  test.each([
    ['snooze 42 90m why', NOW + 90 * 60_000],
    ['snooze 42 3h why', NOW + 3 * 3_600_000],
    ['snooze 42 2d why', at('2026-11-22T09:00+08:00')],
    ['snooze 42 1 week why', at('2026-11-27T09:00+08:00')],
    ['提醒 42 ２天，why', at('2026-11-22T09:00+08:00')],
    ['提醒 42 2天why', at('2026-11-22T09:00+08:00')],
    ['提醒 42 3小时后 why', NOW + 3 * 3_600_000],
    ['提醒 42 一会儿', null],
  ])('%s', (typed, until) => {
    expect(read(typed)).toEqual(
      until === null ? asks('case.snooze') : does({ type: 'snooze', until, why: 'why' }),
    );
  });
});
