import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import type { Refusal } from '../../src/domain/refusals.ts';
import { ANSWERS } from '../../src/i18n/answers.ts';
import { MODALS } from '../../src/i18n/modals.ts';
import { refusalText } from '../../src/i18n/refusals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { SAMPLE_WORKSPACE } from '../../src/sandbox/local-slack/workspace.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, markup, words } from '../support/journey.ts';
import { at } from '../support/story.ts';

const GUEST = 'U0GUEST';
const HERE = workspaceId('T0DOCKET');
/** The same faults by somebody who reads English and somebody who reads Chinese. */
const READERS = [
  ['U0TOM', 'en'],
  ['U0WANGWEI', 'zh-CN'],
] as const;

let product: SandboxProduct;
let team: ReturnType<typeof atWork>;
const elapsed = { ms: 0 };

beforeAll(async () => {
  const guest = { id: GUEST, name: 'Guest', tz: 'Asia/Shanghai', locale: 'zh-CN', isRestricted: true };
  product = await startProduct({
    // Friday morning in Shanghai, Thursday evening in New York: everybody is awake.
    startAt: at('2027-01-14T21:00-05:00'),
    slack: {
      workspace: { ...SAMPLE_WORKSPACE, people: [...SAMPLE_WORKSPACE.people, guest] },
      monotonic: () => performance.now() + elapsed.ms,
    },
    log: silent,
  });
  team = atWork(product.slack);
});
afterAll(() => product.stop());
afterEach(async () => {
  await team.closeForms();
  expect(product.slack.warnings).toEqual([]);
  expect(product.slack.slackErrors).toEqual([]);
  // Nothing that a person does wrong is a fault of ours.
  const told = product.slack.people.flatMap(({ id }) => product.slack.ephemerals(id)).map(({ text }) => text);
  for (const locale of ['en', 'zh-CN'] as const)
    expect(told.filter((text) => text.startsWith(ANSWERS[locale].fault('').slice(0, 10)))).toEqual([]);
});

const said = (refusal: Refusal, locale: 'en' | 'zh-CN') =>
  refusalText(refusal, locale, { names: (id) => `<@${id}>` });
const asins = { count: 0 };
/** An ASIN that no other test names. */
const asin = (): string => {
  asins.count += 1;
  return `B0BAD${String(asins.count).padStart(5, '0')}`;
};
const loaded = async (number: number) => {
  const found = await product.app.cases.load(HERE, caseNumber(number));
  if (!found) throw new Error(`There is no case #${number}`);
  return found.case;
};
const openCases = async () => (await product.app.cases.listOpen(HERE, null)).length;
/** Seconds since 1970, as Slack's pickers give them. */
const inHours = (hours: number): number => Math.floor(product.clock.now() / 60_000) * 60 + hours * 3_600;

describe.each(READERS)('for %s', (who, locale) => {
  test('a case that does not exist', async () => {
    for (const [typed, number] of [
      ['99', 99],
      ['#９８７', 987],
      ['0', 0],
      ['999999999999999', 999_999_999_999_999],
    ] as const) {
      await product.slack.command(who, CASES, `/case show ${typed}`);
      const told = await team.hears(who, said({ code: 'unknown_case', number }, locale));
      expect(told.text).toContain('/case list');
    }
  });

  test('a late click on an old message of a case that is over, or that never was', async () => {
    const number = await team.opened(who, { [FIELD.identifiers]: asin() });
    await team.press(who, number, ACTIONS.ready);
    const old = team.lastSent(ACTIONS.ready);
    await team.answer(who, number, ACTIONS.withdraw, { text: 'Opened in error.' });
    await team.shows(number, TERMS.en.statuses.withdrawn);
    const late = (actionTs: string, value: number) =>
      team.sendRaw('interactive', {
        ...old,
        actions: [{ type: 'button', action_id: ACTIONS.ready, action_ts: actionTs, value: String(value) }],
      });
    late(`1.${number}`, number);
    const refusal = { code: 'wrong_status', number: caseNumber(number), status: 'withdrawn' } as const;
    await team.hears(who, said({ ...refusal, asked: 'make_ready' }, locale));
    late(`2.${number}`, 4242);
    await team.hears(who, said({ code: 'unknown_case', number: 4242 }, locale));
    expect((await loaded(number)).phase.status).toBe('withdrawn');
  });

  test('an order number, or another case’s number, where the Case ID is asked', async () => {
    const [first, second] = [
      await team.opened(who, { [FIELD.identifiers]: asin() }),
      await team.opened(who, { [FIELD.identifiers]: asin() }),
    ];
    const caseId = `1234567${String(first).padStart(4, '0')}`;
    await team.ready(who, first);
    await team.ready(who, second);
    const order = await team.answer(who, first, ACTIONS.submitted, { reference: '113-1234567-1234567' });
    expect(order.errors).toEqual({ reference: MODALS[locale].problems.caseId.looks_like_order });
    expect(team.typed(who, 'reference')).toBe('113-1234567-1234567');
    expect(await product.slack.submit(who, { reference: `Case ID ${caseId}` })).toMatchObject({
      closed: true,
    });
    await team.shows(first, caseId);

    const taken = await team.answer(who, second, ACTIONS.submitted, { reference: caseId });
    const refusal = { code: 'case_id_taken', number: caseNumber(first), caseId } as const;
    expect(taken.errors).toEqual({ reference: said(refusal, locale) });
    await product.slack.submit(who, { reference: `9${caseId.slice(1)}` });
    await team.shows(second, `9${caseId.slice(1)}`);
  });

  test('a time that has passed', async () => {
    const number = await team.opened(who, { [FIELD.identifiers]: asin() });
    const past = said({ code: 'time_past' }, locale);
    const early = await team.answer(who, number, ACTIONS.snooze, {
      until: inHours(-1),
      why: 'Later, please.',
    });
    expect(early.errors).toEqual({ until: past });
    expect(team.typed(who, 'why')).toBe('Later, please.');
    const far = await product.slack.submit(who, { until: inHours(24 * 365) });
    expect(far.errors).toEqual({ until: said({ code: 'time_far', days: 90 }, locale) });
    expect(await product.slack.submit(who, { until: inHours(48) })).toMatchObject({ closed: true });

    await team.ready(who, number);
    await team.answer(who, number, ACTIONS.submitted, {
      reference: `5555555${String(number).padStart(4, '0')}`,
    });
    await team.shows(number, '5555555');
    await team.ask(who, number, ACTIONS.replied);
    await product.slack.fill(who, { 'reply.meaning': 'holding' });
    await product.slack.eventually(() =>
      JSON.stringify(product.slack.views(who).at(-1)).includes('"promised"'),
    );
    const promised = await product.slack.submit(who, { promised: inHours(-24), text: 'Please wait.' });
    expect(promised.errors).toEqual({ promised: past });
    expect(team.typed(who, 'text')).toBe('Please wait.');
    expect(await product.slack.submit(who, { promised: inHours(72) })).toMatchObject({ closed: true });
  });

  test('a trigger that ran out while Slack was slow', async () => {
    const stop = product.slack.faults.on('views.open', 'arrival', () => {
      elapsed.ms += 4_000;
    });
    await product.slack.command(who, CASES, '/case open the Buy Box is gone');
    const told = await team.hears(who, ANSWERS[locale].tooLate);
    stop();
    expect(JSON.stringify(told.blocks)).toContain('the Buy Box is gone');
    await team.openForm(who, 'the Buy Box is gone');
  });

  test('“Different problem because” without a reason, then with one', async () => {
    const subject = asin();
    const first = await team.opened('U0LINA', { [FIELD.identifiers]: subject });
    expect(await team.open(who, { [FIELD.identifiers]: subject })).toMatchObject({ closed: false });
    expect(team.modal(who)).toContain(`#${first}`);
    expect(team.typed(who, FIELD.problem)).toBe('The Buy Box is gone since Thursday.');
    const wordless = await product.slack.submit(who, { [FIELD.choice]: 'different' });
    expect(wordless.errors).toEqual({ [FIELD.because]: MODALS[locale].problems.becauseMissing });
    const sent = await product.slack.submit(who, {
      [FIELD.because]: 'That one is about the <!channel> price.',
    });
    expect(sent).toMatchObject({ closed: true });
    await team.says(first + 1, 'That one is about the <!channel> price.');
    expect((await loaded(first + 1)).different?.from).toEqual([first]);
  });

  test('a guest, who may look', async () => {
    const number = await team.opened(who, { [FIELD.identifiers]: asin() });
    await product.slack.command(GUEST, CASES, '/case open B0ABC12345 is gone');
    await product.slack.eventually(() => team.modal(GUEST).includes(said({ code: 'guest' }, 'zh-CN')));
    expect(team.modal(GUEST)).toContain('B0ABC12345 is gone');
    const before = product.slack.ephemerals(GUEST).length;
    await team.press(GUEST, number, ACTIONS.ready);
    await product.slack.eventually(() => product.slack.ephemerals(GUEST).length > before);
    expect(product.slack.ephemerals(GUEST).at(-1)?.text).toBe(said({ code: 'guest' }, 'zh-CN'));
    const given = await team.answer(who, number, ACTIONS.handOver, { who: GUEST });
    expect(given.errors.who).toContain('Guest');
    expect((await loaded(number)).phase.status).toBe('preparing');
  });
});

test('another workspace gets a kind answer and sees nothing', async () => {
  await product.slack.command('U0TOM', CASES, '/case list');
  const before = await openCases();
  const command = { ...team.lastSent('"/case"'), team_id: 'T0OTHER', text: 'list' };
  team.sendRaw('slash_commands', command);
  await team.hears('U0TOM', ANSWERS.en.otherWorkspace);
  const number = await team.opened('U0TOM', { [FIELD.identifiers]: asin() });
  await team.ready('U0TOM', number);
  const click = team.lastSent(ACTIONS.ready);
  team.sendRaw('interactive', {
    ...click,
    team: { id: 'T0OTHER' },
    actions: [{ type: 'button', action_id: ACTIONS.takeBack, action_ts: '3.1', value: String(number) }],
  });
  await product.slack.eventually(
    () => product.slack.ephemerals('U0TOM').filter((m) => m.text === ANSWERS.en.otherWorkspace).length === 2,
  );
  expect((await loaded(number)).phase.status).toBe('ready');
  expect(await product.app.cases.listOpen(workspaceId('T0OTHER'), null)).toEqual([]);
  expect(await openCases()).toBe(before + 1);
});

test('a form that is sent three times at once, and again when it is long closed, is one case', async () => {
  const before = await openCases();
  product.slack.faults.repeatNextDelivery(3);
  await team.openForm('U0TOM');
  expect(product.slack.views('U0TOM')).toHaveLength(1);
  await team.closeForms();
  await team.openForm('U0TOM');
  await product.slack.fill('U0TOM', { 'open.store': 'new' });
  await product.slack.eventually(() => team.modal('U0TOM').includes(MODALS.en.open.newStoreName));
  await product.slack.fill('U0TOM', {
    [FIELD.newStore]: 'Store A',
    [FIELD.newMarketplace]: 'US',
    [FIELD.category]: 'featured_offer',
    [FIELD.identifiers]: asin(),
    [FIELD.problem]: 'The Buy Box is gone.',
  });
  product.slack.faults.repeatNextDelivery(3);
  expect(await product.slack.submit('U0TOM')).toMatchObject({ closed: true });
  await product.slack.eventually(async () => (await openCases()) === before + 1);
  team.sendRaw('interactive', team.lastSent('view_submission'));
  await product.slack.command('U0TOM', CASES, '/case show 4343');
  await team.hears('U0TOM', '#4343');
  await product.settle();
  expect(await openCases()).toBe(before + 1);
});

test('a note that is sent three times is noted once', async () => {
  const number = await team.opened('U0TOM', { [FIELD.identifiers]: asin() });
  await team.ask('U0TOM', number, ACTIONS.note);
  product.slack.faults.repeatNextDelivery(3);
  await product.slack.submit('U0TOM', { text: 'Amazon called at noon.' });
  await team.says(number, 'Amazon called at noon.');
  team.sendRaw('interactive', team.lastSent('Amazon called at noon.'));
  await product.slack.command('U0TOM', CASES, '/case show 4344');
  await team.hears('U0TOM', '#4344');
  await product.settle();
  expect(team.thread(number).filter((m) => words(m).includes('Amazon called at noon.'))).toHaveLength(1);
});

test('3,000 characters, emoji, controls and direction marks; nothing pings anybody', async () => {
  const nasty = '🛒👨‍👩‍👧‍👦 gone\u0000\u0007\u202E <!channel> <!here> <@U0MARIA> & *bold* 完了';
  const kept = '🛒👨‍👩‍👧‍👦 gone <!channel> <!here> <@U0MARIA> & *bold* 完了';
  const paste = `${'长 text. '.repeat(400).slice(0, 3_000 - nasty.length)}${nasty}`;
  expect(paste).toHaveLength(3_000);
  const number = await team.opened('U0TOM', {
    [FIELD.newStore]: '<!channel>\u202E Store',
    [FIELD.identifiers]: `${asin()}\u0000\nＢ０ＡＢＣ９９９９９`,
    [FIELD.problem]: paste,
    [FIELD.message]: paste,
  });
  await team.answer('U0TOM', number, ACTIONS.edit, { summary: `<!everyone> ${nasty}` });
  await team.answer('U0TOM', number, ACTIONS.note, { text: nasty });
  await team.says(number, kept);
  await team.press('U0TOM', number, ACTIONS.submitNow);
  const c = await loaded(number);
  expect(c.problem.endsWith(kept)).toBe(true);
  expect(c.message).toBe(c.problem);
  expect(c.subjects.map((s) => s.value)).toContain('B0ABC99999');
  await product.settle();
  const all = [team.card(number), ...team.thread(number), ...product.slack.ephemerals('U0TOM')];
  for (const message of all)
    expect(markup(message)).not.toMatch(/<!(?!date)|<@U0MARIA>|[\u0000\u0007\u202E]/);
});

test('a paste that is longer than any field takes is refused by Slack itself, and a command’s is kept whole', async () => {
  const sent = await team.open('U0TOM', { [FIELD.identifiers]: asin(), [FIELD.problem]: 'x'.repeat(3_001) });
  expect(Object.keys(sent.errors)).toEqual([FIELD.problem]);
  expect(team.typed('U0TOM', FIELD.problem)).toHaveLength(3_001);
  await team.closeForms();
  const long = `${'It is gone. '.repeat(320)}THE END`;
  await team.openForm('U0TOM', long);
  const told = await team.hears('U0TOM', ANSWERS.en.longText);
  expect(JSON.stringify(told.blocks)).toContain('THE END');
  expect(team.typed('U0TOM', FIELD.problem)).toHaveLength(3_000);
});

test('200 identifiers are taken, the 201st is named', async () => {
  const many = Array.from({ length: 201 }, (_, i) => `B0MANY${String(i).padStart(4, '0')}`);
  const sent = await team.open('U0LINA', { [FIELD.identifiers]: many.join('\n') });
  expect(sent.errors[FIELD.identifiers]).toContain('B0MANY0200');
  expect(team.typed('U0LINA', FIELD.identifiers)).toBe(many.join('\n'));
  const before = await openCases();
  const good = await product.slack.submit('U0LINA', { [FIELD.identifiers]: many.slice(0, 200).join('\n') });
  expect(good).toMatchObject({ closed: true });
  expect(await openCases()).toBe(before + 1);
});

test('“Add to” carries new identifiers where the person may, and leaves them in the note otherwise', async () => {
  const [subject, mine, theirs] = [asin(), asin(), asin()];
  const number = await team.opened('U0TOM', { [FIELD.identifiers]: subject });
  for (const [who, more] of [
    ['U0TOM', mine],
    ['U0LINA', theirs],
  ] as const) {
    expect(await team.open(who, { [FIELD.identifiers]: `${subject}\n${more}` })).toMatchObject({
      closed: false,
    });
    expect(await product.slack.submit(who, { [FIELD.choice]: `add:${number}` })).toMatchObject({
      closed: true,
    });
    await team.says(number, more);
  }
  expect((await loaded(number)).subjects.map((s) => s.value)).toEqual([subject, mine]);
});

test('a closed case comes back by its subject, unless somebody took that meanwhile', async () => {
  const subject = asin();
  const number = await team.opened('U0TOM', { [FIELD.identifiers]: subject });
  const life = async () => {
    await product.slack.eventually(() => JSON.stringify(team.card(number).blocks).includes(ACTIONS.solved));
    await team.press('U0TOM', number, ACTIONS.solved);
    await product.slack.eventually(() => JSON.stringify(team.card(number).blocks).includes(ACTIONS.closed));
    await team.press('U0TOM', number, ACTIONS.closed);
    await product.slack.eventually(async () => (await loaded(number)).phase.status === 'closed');
  };
  await team.ready('U0TOM', number);
  await team.answer('U0TOM', number, ACTIONS.submitted, { reference: '77777777777' });
  await team.shows(number, '77777777777');
  await life();

  expect(await team.open('U0LINA', { [FIELD.identifiers]: subject })).toMatchObject({ closed: false });
  expect(team.modal('U0LINA')).toContain(TERMS['zh-CN'].reopenNumber(number));
  await product.slack.submit('U0LINA', { [FIELD.choice]: `reopen:${number}` });
  await team.hears('U0LINA', `#${number}`);
  await product.slack.eventually(async () => (await loaded(number)).phase.status !== 'closed');

  await life();
  await team.open('U0LINA', { [FIELD.identifiers]: subject });
  const taker = await product.slack.submit('U0LINA', {
    [FIELD.choice]: 'different',
    [FIELD.because]: 'New seller.',
  });
  expect(taker).toMatchObject({ closed: true });
  await product.slack.eventually(() => JSON.stringify(team.card(number).blocks).includes(ACTIONS.reopen));
  await team.answer('U0TOM', number, ACTIONS.reopen, { text: 'It is back.' });
  expect(team.modal('U0TOM')).toContain(`#${number + 1}`);
  expect(team.modal('U0TOM')).toContain('It is back.');
  expect((await loaded(number)).phase.status).toBe('closed');
});

test('after all that a good case still works', async () => {
  const number = await team.opened('U0LINA', { [FIELD.identifiers]: asin() });
  await team.press('U0LINA', number, ACTIONS.ready);
  await team.shows(number, TERMS.en.statuses.ready);
  expect((await loaded(number)).owner).toBe(personId('U0LINA'));
});
