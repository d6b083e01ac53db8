import { describe, expect, test } from 'vitest';
import { caseNumber, workspaceId } from '../../src/domain/ids.ts';
import { ANSWERS } from '../../src/i18n/answers.ts';
import { MODALS } from '../../src/i18n/modals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { GUEST, said, useTeam } from '../support/faultless-team.ts';
import { CASES } from '../support/journey.ts';
import { setUps } from '../support/set-ups.ts';

/** The same faults by somebody who reads English and somebody who reads Chinese. */
const READERS = [
  ['U0TOM', 'en'],
  ['U0WANGWEI', 'zh-CN'],
] as const;

describe.each(setUps)('on $name', (setUp) => {
  const on = useTeam(setUp);

  describe.each(READERS)('for %s', (who, locale) => {
    test('a case that does not exist', async () => {
      for (const [typed, number] of [
        ['99', 99],
        ['#９８７', 987],
        ['0', 0],
        ['999999999999999', 999_999_999_999_999],
      ] as const) {
        await on.product.slack.command(who, CASES, `/case show ${typed}`);
        const told = await on.team.hears(who, said({ code: 'unknown_case', number }, locale));
        expect(told.text).toMatch(/\/case (list|列表)/);
      }
    });

    test('a late click on an old message of a case that is over, or that never was', async () => {
      const number = await on.team.opened(who, { [FIELD.identifiers]: on.asin() });
      await on.team.press(who, number, ACTIONS.ready);
      const old = on.team.lastSent(ACTIONS.ready);
      await on.team.answer(who, number, ACTIONS.withdraw, { text: 'Opened in error.' });
      await on.team.shows(number, TERMS.en.statuses.withdrawn);
      const late = (actionTs: string, value: number) =>
        on.team.sendRaw('interactive', {
          ...old,
          actions: [{ type: 'button', action_id: ACTIONS.ready, action_ts: actionTs, value: String(value) }],
        });
      late(`1.${number}`, number);
      const refusal = { code: 'wrong_status', number: caseNumber(number), status: 'withdrawn' } as const;
      await on.team.hears(who, said({ ...refusal, asked: 'make_ready' }, locale));
      late(`2.${number}`, 4242);
      await on.team.hears(who, said({ code: 'unknown_case', number: 4242 }, locale));
      expect((await on.loaded(number)).phase.status).toBe('withdrawn');
    });

    test('an order number, or another case’s number, where the Case ID is asked', async () => {
      const [first, second] = [
        await on.team.opened(who, { [FIELD.identifiers]: on.asin() }),
        await on.team.opened(who, { [FIELD.identifiers]: on.asin() }),
      ];
      const caseId = `1234567${String(first).padStart(4, '0')}`;
      await on.team.ready(who, first);
      await on.team.ready(who, second);
      const order = await on.team.answer(who, first, ACTIONS.submitted, { reference: '113-1234567-1234567' });
      expect(order.errors).toEqual({ reference: MODALS[locale].problems.caseId.looks_like_order });
      expect(on.team.typed(who, 'reference')).toBe('113-1234567-1234567');
      expect(await on.product.slack.submit(who, { reference: `Case ID ${caseId}` })).toMatchObject({
        closed: true,
      });
      await on.team.shows(first, caseId);

      const taken = await on.team.answer(who, second, ACTIONS.submitted, { reference: caseId });
      const refusal = { code: 'case_id_taken', number: caseNumber(first), caseId } as const;
      expect(taken.errors).toEqual({ reference: said(refusal, locale) });
      await on.product.slack.submit(who, { reference: `9${caseId.slice(1)}` });
      await on.team.shows(second, `9${caseId.slice(1)}`);
    });

    test('a time that has passed', async () => {
      const number = await on.team.opened(who, { [FIELD.identifiers]: on.asin() });
      const past = said({ code: 'time_past' }, locale);
      const early = await on.team.answer(who, number, ACTIONS.snooze, {
        until: on.inHours(-1),
        why: 'Later, please.',
      });
      expect(early.errors).toEqual({ until: past });
      expect(on.team.typed(who, 'why')).toBe('Later, please.');
      const far = await on.product.slack.submit(who, { until: on.inHours(24 * 365) });
      expect(far.errors).toEqual({ until: said({ code: 'time_far', days: 90 }, locale) });
      expect(await on.product.slack.submit(who, { until: on.inHours(48) })).toMatchObject({ closed: true });

      await on.team.ready(who, number);
      await on.team.answer(who, number, ACTIONS.submitted, {
        reference: `5555555${String(number).padStart(4, '0')}`,
      });
      await on.team.shows(number, '5555555');
      await on.team.ask(who, number, ACTIONS.replied);
      await on.product.slack.fill(who, { 'reply.meaning': 'holding' });
      await on.product.slack.eventually(() =>
        JSON.stringify(on.product.slack.views(who).at(-1)).includes('"promised"'),
      );
      const promised = await on.product.slack.submit(who, {
        promised: on.inHours(-24),
        text: 'Please wait.',
      });
      expect(promised.errors).toEqual({ promised: past });
      expect(on.team.typed(who, 'text')).toBe('Please wait.');
      expect(await on.product.slack.submit(who, { promised: on.inHours(72) })).toMatchObject({
        closed: true,
      });
    });

    test('a trigger that ran out while Slack was slow', async () => {
      const stop = on.product.slack.faults.on('views.open', 'arrival', () => {
        on.wait(4_000);
      });
      await on.product.slack.command(who, CASES, '/case open the Buy Box is gone');
      const told = await on.team.hears(who, ANSWERS[locale].tooLate);
      stop();
      expect(JSON.stringify(told.blocks)).toContain('the Buy Box is gone');
      await on.team.openForm(who, 'the Buy Box is gone');
    });

    test('“Different problem because” without a reason, then with one', async () => {
      const subject = on.asin();
      const first = await on.team.opened('U0LINA', { [FIELD.identifiers]: subject });
      expect(await on.team.open(who, { [FIELD.identifiers]: subject })).toMatchObject({ closed: false });
      expect(on.team.modal(who)).toContain(`#${first}`);
      expect(on.team.typed(who, FIELD.problem)).toBe('The Buy Box is gone since Thursday.');
      const wordless = await on.product.slack.submit(who, { [FIELD.choice]: 'different' });
      expect(wordless.errors).toEqual({ [FIELD.because]: MODALS[locale].problems.becauseMissing });
      const sent = await on.product.slack.submit(who, {
        [FIELD.because]: 'That one is about the <!channel> price.',
      });
      expect(sent).toMatchObject({ closed: true });
      await on.team.says(first + 1, 'That one is about the <!channel> price.');
      expect((await on.loaded(first + 1)).different?.from).toEqual([first]);
    });

    test('a guest, who may look', async () => {
      const number = await on.team.opened(who, { [FIELD.identifiers]: on.asin() });
      await on.product.slack.command(GUEST, CASES, '/case open B0ABC12345 is gone');
      await on.product.slack.eventually(() =>
        on.team.modal(GUEST).includes(said({ code: 'guest' }, 'zh-CN')),
      );
      expect(on.team.modal(GUEST)).toContain('B0ABC12345 is gone');
      const before = on.product.slack.ephemerals(GUEST).length;
      await on.team.press(GUEST, number, ACTIONS.ready);
      await on.product.slack.eventually(() => on.product.slack.ephemerals(GUEST).length > before);
      expect(on.product.slack.ephemerals(GUEST).at(-1)?.text).toBe(said({ code: 'guest' }, 'zh-CN'));
      const given = await on.team.answer(who, number, ACTIONS.handOver, { who: GUEST });
      expect(given.errors.who).toContain('Guest');
      expect((await on.loaded(number)).phase.status).toBe('preparing');
    });
  });

  test('another workspace gets a kind answer and sees nothing', async () => {
    await on.product.slack.command('U0TOM', CASES, '/case list');
    const before = await on.openCases();
    const command = { ...on.team.lastSent('"/case"'), team_id: 'T0OTHER', text: 'list' };
    on.team.sendRaw('slash_commands', command);
    await on.team.hears('U0TOM', ANSWERS.en.otherWorkspace);
    const number = await on.team.opened('U0TOM', { [FIELD.identifiers]: on.asin() });
    await on.team.ready('U0TOM', number);
    const click = on.team.lastSent(ACTIONS.ready);
    on.team.sendRaw('interactive', {
      ...click,
      team: { id: 'T0OTHER' },
      actions: [{ type: 'button', action_id: ACTIONS.takeBack, action_ts: '3.1', value: String(number) }],
    });
    await on.product.slack.eventually(
      () =>
        on.product.slack.ephemerals('U0TOM').filter((m) => m.text === ANSWERS.en.otherWorkspace).length === 2,
    );
    expect((await on.loaded(number)).phase.status).toBe('ready');
    expect(await on.product.app.cases.listOpen(workspaceId('T0OTHER'), null)).toEqual([]);
    expect(await on.openCases()).toBe(before + 1);
  });
});
