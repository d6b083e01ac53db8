import { describe, expect, test } from 'vitest';
import { personId } from '../../src/domain/ids.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { AWAY } from '../../src/i18n/away.ts';
import { COVER, FROM, TO } from '../../src/slack/away/away-form.ts';
import { AWAY_BACK, AWAY_FORM, AWAY_OPEN } from '../../src/slack/away/ids.ts';
import { CASES, lastTold, modalOf, onSlack } from './on-slack.ts';

const LI_NA = 'U0LINA';
const TOM = 'U0TOM';
const GOLDEN = { from: { year: 2026, month: 12, day: 1 }, to: { year: 2026, month: 12, day: 8 } };

describe('away', () => {
  test.each([
    '12/1-12/8 @王伟',
    '12月1日到8日，代班 @王伟',
    '@王伟 １２／１～１２／８',
    'Dec 1 to Dec 8 covered by @王伟',
  ])('with days and a cover counts at once: “%s”', async (typed) => {
    const { slack, desk } = await onSlack();
    await slack.command(LI_NA, CASES, `/case 休假 ${typed.replace('@王伟', '<@U0WANGWEI>')}`);
    const told = await slack.eventually(
      () => lastTold(slack, LI_NA).includes('休假') && lastTold(slack, LI_NA),
    );
    expect(desk.away).toEqual([{ person: LI_NA, absence: { ...GOLDEN, cover: personId('U0WANGWEI') } }]);
    expect(told).toContain('2026年12月1日周二到2026年12月8日周二');
    expect(told).toContain('5 个进行中的案件');
    expect(told).toContain('<@U0WANGWEI>');
  });

  test('what can’t be read is given back with the forms that can', async () => {
    const { slack, desk } = await onSlack();
    await slack.command(TOM, CASES, '/case away when the snow melts');
    await slack.eventually(() => lastTold(slack, TOM).includes('when the snow melts'));
    expect(lastTold(slack, TOM)).toContain('Oct 1 to Oct 8');
    expect(desk.away).toEqual([]);
  });

  test('a refusal of the desk is told with what was typed', async () => {
    const { slack, desk } = await onSlack();
    const days = { from: GOLDEN.from, to: GOLDEN.to };
    desk.decideAway = async () => ({
      ok: false,
      refusal: { code: 'cover_away', person: personId('U0WANGWEI'), ...days },
    });
    await slack.command(TOM, CASES, '/case away 12/1-12/8 <@U0WANGWEI>');
    await slack.eventually(() => lastTold(slack, TOM).includes('is away then too'));
    expect(lastTold(slack, TOM)).toContain('Tue Dec 1, 2026 to Tue Dec 8, 2026');
  });

  test('alone it opens a form, which keeps what was chosen where the cover is away', async () => {
    const { slack, desk } = await onSlack();
    await slack.command(TOM, CASES, '/case away');
    await slack.eventually(() => modalOf(slack, TOM).includes(AWAY_FORM));
    desk.decideAway = async () => ({ ok: false, refusal: { code: 'cover_self' } });
    const values = { [FROM]: '2026-12-01', [TO]: '2026-12-08', [COVER]: TOM };
    const refused = await slack.submit(TOM, values);
    expect(refused.errors).toMatchObject({ [COVER]: expect.stringContaining('cover for yourself') });
    desk.decideAway = async () => ({ ok: true, cases: 2, wasAway: false });
    await slack.submit(TOM, { [COVER]: LI_NA });
    await slack.eventually(() => modalOf(slack, TOM).includes('You have 2 open cases'));
    expect(desk.away.at(-1)).toEqual({ person: TOM, absence: { ...GOLDEN, cover: personId(LI_NA) } });
  });

  test('a form with the last day first is refused under that day', async () => {
    const { slack, desk } = await onSlack();
    await slack.command(TOM, CASES, '/case away');
    await slack.eventually(() => modalOf(slack, TOM).includes(AWAY_FORM));
    const refused = await slack.submit(TOM, { [FROM]: '2026-12-08', [TO]: '2026-12-01' });
    expect(refused.errors).toMatchObject({ [TO]: expect.stringContaining('before the first') });
    expect(desk.away).toEqual([]);
  });

  test('the form shows what is entered, and ends it with one click', async () => {
    const { slack, desk } = await onSlack();
    const tom = desk.people.get(TOM);
    if (tom) desk.people.set(TOM, { ...tom, absences: [{ ...GOLDEN, cover: personId(LI_NA) }] });
    await slack.command(TOM, CASES, '/case away');
    await slack.eventually(() => modalOf(slack, TOM).includes('Tue Dec 1, 2026 to Tue Dec 8, 2026'));
    await slack.click(TOM, { view: slack.views(TOM).at(-1)?.id ?? '' }, AWAY_BACK);
    await slack.eventually(() => modalOf(slack, TOM).includes('Welcome back'));
    expect(desk.away).toEqual([{ person: TOM, absence: null }]);
  });

  test('after a mention a button opens the form; with days it counts at once', async () => {
    const { slack, desk } = await onSlack();
    slack.say(TOM, CASES, '<@U0DOCKET> away');
    const told = await slack.eventually(() => slack.ephemerals(TOM).at(-1));
    await slack.click(TOM, { ephemeral: told.id }, AWAY_OPEN);
    await slack.eventually(() => modalOf(slack, TOM).includes(AWAY_FORM));
    slack.say(TOM, CASES, '<@U0DOCKET> away 12/1-12/8 <@U0LINA>');
    await slack.eventually(() => desk.away.length === 1);
    expect(desk.away[0]?.absence?.cover).toBe(LI_NA);
  });

  test.each(['/case back', '/case away end', '/case 回来了', '/case 休假 结束'])(
    '“%s” ends it',
    async (typed) => {
      const { slack, desk } = await onSlack();
      await slack.command(TOM, CASES, typed);
      await slack.eventually(() => lastTold(slack, TOM).includes('Welcome back'));
      expect(desk.away).toEqual([{ person: TOM, absence: null }]);
    },
  );
});

test.each(LOCALES)('the words of absences in %s stay calm and keep to the glossary', (locale) => {
  const all = Object.values(AWAY[locale]).map((word) =>
    typeof word === 'function' ? String(Reflect.apply(word, null, ['7', 'x'])) : word,
  );
  for (const text of all) {
    expect(text).not.toMatch(/[!！]|工单|窗口|undefined/);
    expect(/\p{Script=Han}/u.test(text)).toBe(locale === 'zh-CN');
  }
  for (const short of [AWAY[locale].title, AWAY[locale].submit]) expect(short.length).toBeLessThanOrEqual(24);
});
