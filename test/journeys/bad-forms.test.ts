import { describe, expect, test } from 'vitest';
import { personId } from '../../src/domain/ids.ts';
import { ANSWERS } from '../../src/i18n/answers.ts';
import { MODALS } from '../../src/i18n/modals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { useTeam } from '../support/faultless-team.ts';
import { CASES, markup, words } from '../support/journey.ts';
import { setUps } from '../support/set-ups.ts';

describe.each(setUps)('on $name', (setUp) => {
  const on = useTeam(setUp);

  test('a form that is sent three times at once, and again when it is long closed, is one case', async () => {
    await on.team.opened('U0LINA', { [FIELD.identifiers]: on.asin() });
    const before = await on.openCases();
    on.product.slack.faults.repeatNextDelivery(3);
    await on.team.openForm('U0TOM');
    expect(on.product.slack.views('U0TOM')).toHaveLength(1);
    await on.team.closeForms();
    await on.team.openForm('U0TOM');
    await on.product.slack.fill('U0TOM', { 'open.store': 'new' });
    await on.product.slack.eventually(() => on.team.modal('U0TOM').includes(MODALS.en.open.newStoreName));
    await on.product.slack.fill('U0TOM', {
      [FIELD.newStore]: 'Store A',
      [FIELD.newMarketplace]: 'US',
      [FIELD.category]: 'featured_offer',
      [FIELD.identifiers]: on.asin(),
      [FIELD.problem]: 'The Buy Box is gone.',
    });
    on.product.slack.faults.repeatNextDelivery(3);
    expect(await on.product.slack.submit('U0TOM')).toMatchObject({ closed: true });
    await on.product.slack.eventually(async () => (await on.openCases()) === before + 1);
    on.team.sendRaw('interactive', on.team.lastSent('view_submission'));
    await on.product.slack.command('U0TOM', CASES, '/case show 4343');
    await on.team.hears('U0TOM', '#4343');
    await on.product.settle();
    expect(await on.openCases()).toBe(before + 1);
  });

  test('a note that is sent three times is noted once', async () => {
    const number = await on.team.opened('U0TOM', { [FIELD.identifiers]: on.asin() });
    await on.team.ask('U0TOM', number, ACTIONS.note);
    on.product.slack.faults.repeatNextDelivery(3);
    await on.product.slack.submit('U0TOM', { text: 'Amazon called at noon.' });
    await on.team.says(number, 'Amazon called at noon.');
    on.team.sendRaw('interactive', on.team.lastSent('Amazon called at noon.'));
    await on.product.slack.command('U0TOM', CASES, '/case show 4344');
    await on.team.hears('U0TOM', '#4344');
    await on.product.settle();
    expect(on.team.thread(number).filter((m) => words(m).includes('Amazon called at noon.'))).toHaveLength(1);
  });

  test('3,000 characters, emoji, controls and direction marks; nothing pings anybody', async () => {
    const nasty = '🛒👨‍👩‍👧‍👦 gone\u0000\u0007\u202E <!channel> <!here> <@U0MARIA> & *bold* 完了';
    const kept = '🛒👨‍👩‍👧‍👦 gone <!channel> <!here> <@U0MARIA> & *bold* 完了';
    const paste = `${'长 text. '.repeat(400).slice(0, 3_000 - nasty.length)}${nasty}`;
    expect(paste).toHaveLength(3_000);
    const number = await on.team.opened('U0TOM', {
      [FIELD.newStore]: '<!channel>\u202E Store',
      [FIELD.identifiers]: `${on.asin()}\u0000\nＢ０ＡＢＣ９９９９９`,
      [FIELD.problem]: paste,
      [FIELD.message]: paste,
    });
    await on.team.answer('U0TOM', number, ACTIONS.edit, { summary: `<!everyone> ${nasty}` });
    await on.team.answer('U0TOM', number, ACTIONS.note, { text: nasty });
    await on.team.says(number, kept);
    await on.team.press('U0TOM', number, ACTIONS.submitNow);
    const c = await on.loaded(number);
    expect(c.problem.endsWith(kept)).toBe(true);
    expect(c.message).toBe(c.problem);
    expect(c.subjects.map((s) => s.value)).toContain('B0ABC99999');
    await on.product.settle();
    const all = [on.team.card(number), ...on.team.thread(number), ...on.product.slack.ephemerals('U0TOM')];
    for (const message of all)
      expect(markup(message)).not.toMatch(/<!(?!date)|<@U0MARIA>|[\u0000\u0007\u202E]/);
  });

  test('a paste that is longer than any field takes is refused by Slack itself, and a command’s is kept whole', async () => {
    const sent = await on.team.open('U0TOM', {
      [FIELD.identifiers]: on.asin(),
      [FIELD.problem]: 'x'.repeat(3_001),
    });
    expect(Object.keys(sent.errors)).toEqual([FIELD.problem]);
    expect(on.team.typed('U0TOM', FIELD.problem)).toHaveLength(3_001);
    await on.team.closeForms();
    const long = `${'It is gone. '.repeat(320)}THE END`;
    await on.team.openForm('U0TOM', long);
    const told = await on.team.hears('U0TOM', ANSWERS.en.longText);
    expect(JSON.stringify(told.blocks)).toContain('THE END');
    expect(on.team.typed('U0TOM', FIELD.problem)).toHaveLength(3_000);
  });

  test('200 identifiers are taken, the 201st is named', async () => {
    const many = Array.from({ length: 201 }, (_, i) => `B0MANY${String(i).padStart(4, '0')}`);
    const sent = await on.team.open('U0LINA', { [FIELD.identifiers]: many.join('\n') });
    expect(sent.errors[FIELD.identifiers]).toContain('B0MANY0200');
    expect(on.team.typed('U0LINA', FIELD.identifiers)).toBe(many.join('\n'));
    const before = await on.openCases();
    const good = await on.product.slack.submit('U0LINA', {
      [FIELD.identifiers]: many.slice(0, 200).join('\n'),
    });
    expect(good).toMatchObject({ closed: true });
    expect(await on.openCases()).toBe(before + 1);
  });

  test('“Add to” carries new identifiers where the person may, and leaves them in the note otherwise', async () => {
    const [subject, mine, theirs] = [on.asin(), on.asin(), on.asin()];
    const number = await on.team.opened('U0TOM', { [FIELD.identifiers]: subject });
    for (const [who, more] of [
      ['U0TOM', mine],
      ['U0LINA', theirs],
    ] as const) {
      expect(await on.team.open(who, { [FIELD.identifiers]: `${subject}\n${more}` })).toMatchObject({
        closed: false,
      });
      expect(await on.product.slack.submit(who, { [FIELD.choice]: `add:${number}` })).toMatchObject({
        closed: true,
      });
      await on.team.says(number, more);
    }
    expect((await on.loaded(number)).subjects.map((s) => s.value)).toEqual([subject, mine]);
  });

  test('a closed case comes back by its subject, unless somebody took that meanwhile', async () => {
    const subject = on.asin();
    const number = await on.team.opened('U0TOM', { [FIELD.identifiers]: subject });
    const life = async () => {
      await on.product.slack.eventually(() =>
        JSON.stringify(on.team.card(number).blocks).includes(ACTIONS.solved),
      );
      await on.team.press('U0TOM', number, ACTIONS.solved);
      await on.product.slack.eventually(() =>
        JSON.stringify(on.team.card(number).blocks).includes(ACTIONS.closed),
      );
      await on.team.press('U0TOM', number, ACTIONS.closed);
      await on.product.slack.eventually(async () => (await on.loaded(number)).phase.status === 'closed');
    };
    await on.team.ready('U0TOM', number);
    await on.team.answer('U0TOM', number, ACTIONS.submitted, { reference: '77777777777' });
    await on.team.shows(number, '77777777777');
    await life();

    expect(await on.team.open('U0LINA', { [FIELD.identifiers]: subject })).toMatchObject({ closed: false });
    expect(on.team.modal('U0LINA')).toContain(TERMS['zh-CN'].reopenNumber(number));
    await on.product.slack.submit('U0LINA', { [FIELD.choice]: `reopen:${number}` });
    await on.team.hears('U0LINA', `#${number}`);
    await on.product.slack.eventually(async () => (await on.loaded(number)).phase.status !== 'closed');

    await life();
    await on.team.open('U0LINA', { [FIELD.identifiers]: subject });
    const taker = await on.product.slack.submit('U0LINA', {
      [FIELD.choice]: 'different',
      [FIELD.because]: 'New seller.',
    });
    expect(taker).toMatchObject({ closed: true });
    await on.product.slack.eventually(() =>
      JSON.stringify(on.team.card(number).blocks).includes(ACTIONS.reopen),
    );
    await on.team.answer('U0TOM', number, ACTIONS.reopen, { text: 'It is back.' });
    expect(on.team.modal('U0TOM')).toContain(`#${number + 1}`);
    expect(on.team.modal('U0TOM')).toContain('It is back.');
    expect((await on.loaded(number)).phase.status).toBe('closed');
  });

  test('after all that a good case still works', async () => {
    const number = await on.team.opened('U0LINA', { [FIELD.identifiers]: on.asin() });
    await on.team.press('U0LINA', number, ACTIONS.ready);
    await on.team.shows(number, TERMS.en.statuses.ready);
    expect((await on.loaded(number)).owner).toBe(personId('U0LINA'));
  });
});
