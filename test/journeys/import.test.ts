import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { HOUR } from '../../src/domain/time.ts';
import { IMPORT } from '../../src/i18n/import.ts';
import { IMPORT_LINES } from '../../src/i18n/import-lines.ts';
import type { FormValues } from '../../src/sandbox/local-slack/driver.ts';
import type { SandboxProduct } from '../../src/sandbox/product.ts';
import { FIELD, IMPORT_OPEN, whoField } from '../../src/slack/import/ids.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, markup } from '../support/journey.ts';
import { setUps } from '../support/set-ups.ts';
import { at } from '../support/story.ts';

const [LI_NA, WANG_WEI, TOM, MARIA] = ['U0LINA', 'U0WANGWEI', 'U0TOM', 'U0MARIA'];
const HERE = workspaceId('T0DOCKET');
const caseId = (i: number): string => String(15_000_000_000 + i);
const asin = (i: number): string => `B0IMP${String(i).padStart(5, '0')}`;

/** Forty lines of half-Chinese habits: 33 are ready, and seven are not. */
const PASTE = [
  '店铺，站点，Case ID，编号，负责人，提交日期，状态',
  ...Array.from({ length: 33 }, (_, i) => {
    const owner = ['Li Na', '＠Wang Wei', '小王'][i % 3];
    return `Store A，美国，${caseId(i)}，${asin(i)}，${owner}，2027年1月${1 + (i % 14)}日，等回复`;
  }),
  `Store A，US，113-1234567-1234567，${asin(40)}，Li Na，2027-01-04，open`,
  `Store A，US，${caseId(41)}，${asin(41)}，Li Na，2027-02-04，open`,
  `Store A，US，${caseId(42)}，${asin(42)}，Li Na，someday，open`,
  `Store A，火星，${caseId(43)}，${asin(43)}，Li Na，1月4日，open`,
  `Store A，US，${caseId(0)}，${asin(44)}，Li Na，1月4日，open`,
  `Store A，US，${caseId(45)}，${asin(45)}，Li Na，1月4日，已关闭`,
  'Store A，US，，，Li Na，1月4日，open',
].join('\n');

describe.each(setUps)('on $name', ({ start }) => {
  let product: SandboxProduct;
  let team: ReturnType<typeof atWork>;
  /** What stood in the channel before a list came. */
  let before = 0;

  beforeAll(async () => {
    // Friday morning in Shanghai, Thursday evening in New York: everybody is awake.
    product = await start({ startAt: at('2027-01-14T20:30-05:00'), log: silent });
    team = atWork(product.slack);
    // Docket knows whoever has said something to it.
    for (const who of [LI_NA, WANG_WEI, TOM, MARIA]) await product.app.desk.person(HERE, personId(who));
  }, 60_000);
  afterAll(() => product.stop());
  afterEach(async () => {
    await team.closeForms();
    expect(product.slack.warnings).toEqual([]);
    expect(product.slack.slackErrors).toEqual([]);
  });

  const openForm = async (who: string, typed = '/case import'): Promise<void> => {
    const done = await product.slack.command(who, CASES, typed);
    expect(done.acked).toBe(true);
    await product.slack.eventually(() => JSON.stringify(product.slack.views(who)).includes(FIELD.text));
  };
  const send = (who: string, values: FormValues = {}) => product.slack.submit(who, values);
  const sees = (who: string, text: string) =>
    product.slack.eventually(() => team.modal(who).includes(text), 60_000);
  const openCases = async () => (await product.app.cases.listOpen(HERE, null)).length;
  /** Everything posted since the list came, once nothing more is on its way. */
  const posted = async (cases: number) => {
    const roots = () =>
      product.slack
        .messages(CASES)
        .filter((m) => m.threadTs === undefined)
        .slice(before);
    await product.slack.eventually(() => roots().length >= cases + 1, 60_000);
    return product.slack.messages(CASES);
  };

  test('a paste of forty lines: each bad line is named, Apply brings in the others and rings nobody', async () => {
    before = product.slack.messages(CASES).length;
    await openForm(LI_NA, '/case 导入');
    const words = IMPORT['zh-CN'];
    const lines = IMPORT_LINES['zh-CN'];
    expect((await send(LI_NA)).errors).toEqual({ [FIELD.text]: words.empty });
    await send(LI_NA, { [FIELD.text]: PASTE });
    await sees(LI_NA, words.summary({ ready: 33, bad: 5, there: 1, over: 1 }));
    const seen = team.modal(LI_NA);
    expect(seen).toContain('第 35 行');
    for (const problem of [
      lines.problem({ code: 'case_id', text: '113-1234567-1234567', reason: 'looks_like_order' }),
      lines.problem({ code: 'date_future', date: { year: 2027, month: 2, day: 4 }, or: null }),
      lines.problem({ code: 'date_unknown', text: 'someday' }),
      lines.problem({ code: 'marketplace_unknown', text: '火星' }),
      lines.problem({ code: 'no_subject' }),
      words.thereLine(2, caseId(0)),
      words.overTitle('40', 1),
    ])
      expect(seen).toContain(problem);
    expect(await openCases()).toBe(0);

    // Eleven lines name somebody whom nobody is called: they are asked for once, and nothing is made before.
    expect((await send(LI_NA)).errors).toEqual({ [FIELD.owner]: words.chooseOwner(11) });
    expect(await openCases()).toBe(0);
    await send(LI_NA, { [whoField(0)]: TOM });
    await sees(LI_NA, words.created(33, '#1–#33'));
    await team.hears(LI_NA, words.created(33, '#1–#33'));
    const loaded = await product.app.cases.load(HERE, caseNumber(3));
    expect(loaded?.case).toMatchObject({ owner: TOM, reference: { id: caseId(2) } });

    const all = await posted(33);
    expect(all.map((m) => m.text)).toContain(IMPORT.en.note('Li Na', 33));
    await product.turnTo(product.clock.now() + HOUR);
    expect(product.slack.messages(CASES).filter((m) => markup(m).includes('<@'))).toEqual([]);
    for (const { id } of product.slack.people)
      expect(product.slack.messages(product.slack.dm(id))).toEqual([]);
  }, 180_000);

  test('the same list again finds everything there, and changes nothing', async () => {
    const [cases, messages] = [await openCases(), product.slack.messages(CASES).length];
    await openForm(MARIA);
    await send(MARIA, { [FIELD.text]: PASTE });
    await sees(MARIA, IMPORT.en.summary({ ready: 0, bad: 5, there: 34, over: 1 }));
    expect(team.modal(MARIA)).toMatch(/15000000001 is <[^|]+\|#2>/);
    // Sent again there is still nothing to bring in.
    await send(MARIA);
    await sees(MARIA, IMPORT.en.nothingReady);
    expect(team.typed(MARIA, FIELD.text)).toBe(PASTE);
    expect(await openCases()).toBe(cases);
    expect(product.slack.messages(CASES)).toHaveLength(messages);
  }, 90_000);

  test('a csv file as Excel in China saves it, with days first', async () => {
    const words = IMPORT.en;
    const cases = await openCases();
    const csv = `\uFEFFOwner,Case ID,Date,Store,Market\r\nTom Baker,${caseId(60)},5/1/2027,Store A,US\r\n,${caseId(61)},6/1/2027,Store A,US\r\n`;
    const file = { name: 'cases.csv', content: new Uint8Array(Buffer.from(csv, 'utf16le')) };
    await openForm(TOM);
    expect((await send(TOM, { [FIELD.text]: 'x', [FIELD.file]: [file] })).errors).toEqual({
      [FIELD.file]: words.either,
    });
    await send(TOM, { [FIELD.text]: '', [FIELD.file]: [file] });
    // Month first these lie ahead: Docket asks instead of turning them round by itself.
    await sees(TOM, 'Sat May 1, 2027 is still to come: if you mean Tue Jan 5, 2027');
    await send(TOM, { [FIELD.dates]: 'day' });
    await sees(TOM, words.summary({ ready: 2, bad: 0, there: 0, over: 0 }));
    expect(await openCases()).toBe(cases);
    await send(TOM, { [FIELD.unowned]: ['yes'] });
    await sees(TOM, words.unownedLeft(1));
    expect(await openCases()).toBe(cases + 2);
  });

  test('a file that is no list, is too long, or can’t be read says so and keeps the form', async () => {
    const words = IMPORT.en;
    await openForm(TOM);
    const answered = async (content: string | Uint8Array) =>
      (await send(TOM, { [FIELD.file]: [{ name: 'cases.csv', content }] })).errors?.[FIELD.file];
    expect(await answered(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBe(words.fileNotText);
    expect(await answered('x'.repeat(1_000_001))).toBe(words.fileTooLarge);
    expect(await answered('\n\n')).toBe(words.nothingRead);
    const many = Array.from({ length: 501 }, (_, i) => `Store A,US,${caseId(1_000 + i)}`).join('\n');
    expect(await answered(many)).toBe(words.tooMany(501, 500));
  });

  test('after a mention there is a button that opens the form', async () => {
    product.slack.say(WANG_WEI, CASES, '<@U0DOCKET> 导入');
    const said = await team.hears(WANG_WEI, IMPORT['zh-CN'].needsButton);
    await product.slack.click(WANG_WEI, { ephemeral: said.id }, IMPORT_OPEN);
    expect(await sees(WANG_WEI, IMPORT['zh-CN'].intro.slice(0, 10))).toBe(true);
  });
});
