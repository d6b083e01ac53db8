import { afterEach, describe, expect, test } from 'vitest';
import { personId, workspaceId } from '../../src/domain/ids.ts';
import { BRIEFINGS } from '../../src/i18n/briefings.ts';
import { SETTINGS } from '../../src/i18n/settings.ts';
import type { SandboxProduct } from '../../src/sandbox/product.ts';
import type { SandboxMessage } from '../../src/sandbox/protocol.ts';
import { ACTIONS, ALL_NOTHING, SETTINGS_BUTTON } from '../../src/slack/action-ids.ts';
import { SETTING } from '../../src/slack/briefings/settings-form.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { MEANING } from '../../src/slack/modals/reply-form.ts';
import { start as pressStart } from '../support/briefed-desk.ts';
import { silent } from '../support/desk.ts';
import { atWork, words } from '../support/journey.ts';
import { setUps } from '../support/set-ups.ts';
import { at } from '../support/story.ts';

const TOM = 'U0TOM';
const MARIA = 'U0MARIA';
const T0 = workspaceId('T0DOCKET');
/** Tuesday 09:30 in New York, inside of the best time. */
const TUESDAY = at('2027-01-19T09:30-05:00');

describe.each(setUps)('briefings on $name', { timeout: 60_000 }, ({ start }) => {
  let product: SandboxProduct | undefined;
  afterEach(async () => {
    await product?.stop();
    product = undefined;
  });

  async function begun() {
    product = await start({ startAt: TUESDAY, locale: 'en', log: silent });
    const { slack, app } = product;
    const team = atWork(slack);
    const dm = (user: string): SandboxMessage[] => slack.messages(slack.dm(user));
    /** Waits until the latest message to somebody says something. */
    const latest = (user: string, text: string | RegExp) =>
      slack.eventually(() => {
        const message = dm(user).at(-1);
        return message && new RegExp(text).test(words(message)) && message;
      });
    const begin = () => pressStart(app.team, T0, product?.clock.now() ?? 0);
    const submitted = async (asin: string, caseId: string): Promise<number> => {
      const number = await team.opened(TOM, { [FIELD.identifiers]: asin });
      await team.ready(TOM, number);
      await team.answer(TOM, number, ACTIONS.submitted, { reference: caseId });
      await team.shows(number, caseId);
      return number;
    };
    return { ...product, team, dm, latest, begin, submitted };
  }

  test('the morning comes once, is worked off by its buttons, and shows what was done', async () => {
    const { slack, dm, latest, begin, submitted, turnTo, settle, team } = await begun();
    const first = await submitted('B0ABC12345', '12345678901');
    const second = await submitted('B0ABC12346', '12345678902');
    const third = await submitted('B0ABC12347', '12345678903');
    await begin();
    await settle();
    await turnTo(at('2027-01-20T09:29-05:00'));
    expect(dm(TOM)).toEqual([]);
    await turnTo(at('2027-01-20T09:31-05:00'));
    expect(dm(TOM)).toHaveLength(1);
    const briefing = await latest(TOM, 'Your day, Wed Jan 20');
    expect(words(briefing)).toContain('3 to check at Amazon');
    expect(words(briefing)).toContain('12345678901');

    const place = { channel: slack.dm(TOM), ts: briefing.ts };
    await slack.click(TOM, place, `check.${first}/${ACTIONS.checkNothing}`);
    const after = await latest(TOM, BRIEFINGS.en.looked.nothing);
    expect(words(after)).toContain('2 to check at Amazon');

    await slack.click(TOM, place, ALL_NOTHING);
    await slack.eventually(() => words(dm(TOM).at(-1)).split(BRIEFINGS.en.looked.nothing).length === 4);
    await settle();
    for (const number of [first, second, third]) await team.says(number, /nothing/i);
    expect(dm(TOM)).toHaveLength(1);
    expect(JSON.stringify(dm(TOM)[0]?.blocks)).not.toContain(ACTIONS.checkNothing);
    expect(slack.warnings).toEqual([]);
    expect(slack.slackErrors).toEqual([]);
  });

  test('a keeper checks the cases of others; who keeps nothing is refused', async () => {
    const { slack, app, dm, latest, begin, submitted, turnTo, settle, team } = await begun();
    const number = await submitted('B0ABC12345', '12345678901');
    const [store] = await app.team.stores(T0);
    if (!store) throw new Error('No store');
    const keeper = 'U0WANGWEI';
    await app.team.saveStore(T0, { ...store, keeper: personId(keeper) });
    await begin();
    await settle();
    await turnTo(at('2027-01-20T09:31+08:00'));
    const briefing = await latest(keeper, '店铺巡查');
    await turnTo(at('2027-01-20T09:31-05:00'));
    // Tom owns it, and has nothing else to do: the keeper looks.
    expect(dm(TOM)).toEqual([]);
    const views = slack.views(keeper).length;
    const place = { channel: slack.dm(keeper), ts: briefing.ts };
    await slack.click(keeper, place, ACTIONS.checkAnswered);
    await slack.eventually(() => JSON.stringify(slack.views(keeper).slice(views)).includes(MEANING));
    const sent = await slack.submit(keeper, { [MEANING]: 'needs_us' });
    expect(sent).toMatchObject({ errors: {}, closed: true });
    await latest(keeper, BRIEFINGS['zh-CN'].looked.answered);
    await settle();
    await team.shows(number, 'Your turn');
    expect(slack.warnings).toEqual([]);
    expect(slack.slackErrors).toEqual([]);
  });

  test('before the best time: what to submit; and nobody is written to before the start', async () => {
    const { dm, latest, begin, turnTo, settle, team, slack } = await begun();
    const number = await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    await team.ready(TOM, number);
    await settle();
    await turnTo(at('2027-01-20T12:00-05:00'));
    expect(dm(TOM)).toEqual([]);
    await begin();
    await settle();
    await turnTo(at('2027-01-21T09:01-05:00'));
    expect(dm(TOM)).toHaveLength(1);
    const before = await latest(TOM, '1 to submit');
    await slack.click(TOM, { channel: slack.dm(TOM), ts: before.ts }, ACTIONS.submitNow);
    await team.hears(TOM, 'Text for Amazon');
    expect(slack.warnings).toEqual([]);
    expect(slack.slackErrors).toEqual([]);
  });

  test('somebody chooses what to get: by the command, and by the button under a briefing', async () => {
    const { dm, latest, begin, submitted, turnTo, settle, slack } = await begun();
    await submitted('B0ABC12345', '12345678901');
    await begin();
    await settle();
    await slack.command(TOM, 'C0CASES', '/case settings');
    await slack.eventually(() => JSON.stringify(slack.views(TOM)).includes(SETTING.morning));
    await slack.submit(TOM, { [SETTING.morning]: '11:00', [SETTING.beforeWindow]: 'no' });
    const said = () => words({ text: '', blocks: [slack.views(TOM).at(-1)?.view['blocks']] });
    await slack.eventually(() => said().includes(SETTINGS.en.saved));
    expect(said()).toContain(SETTINGS.en.next.morning('').trim());
    await slack.closeView(TOM);
    await settle();
    await turnTo(at('2027-01-19T10:59-05:00'));
    expect(dm(TOM)).toEqual([]);
    await turnTo(at('2027-01-19T11:01-05:00'));
    const briefing = await latest(TOM, 'Your day');
    await slack.click(TOM, { channel: slack.dm(TOM), ts: briefing.ts }, SETTINGS_BUTTON);
    await slack.eventually(() => JSON.stringify(slack.views(TOM)).includes(SETTING.morning));
    await slack.submit(TOM, { [SETTING.morning]: 'off' });
    await slack.eventually(() => said().includes(SETTINGS.en.nothing.slice(0, 20)));
    await slack.closeView(TOM);
    await settle();
    await turnTo(at('2027-01-25T12:00-05:00'));
    expect(dm(TOM)).toHaveLength(1);
    expect(slack.warnings).toEqual([]);
    expect(slack.slackErrors).toEqual([]);
  });

  test('while somebody is away, a colleague has it all, once; and the lead sees who is away', async () => {
    const { app, dm, latest, begin, submitted, turnTo, settle, slack } = await begun();
    await submitted('B0ABC12345', '12345678901');
    await app.team.addAbsence(T0, personId(TOM), {
      from: { year: 2027, month: 1, day: 20 },
      to: { year: 2027, month: 1, day: 22 },
      cover: personId(MARIA),
    });
    await begin();
    await settle();
    await turnTo(at('2027-01-20T09:31-05:00'));
    expect(dm(TOM)).toEqual([]);
    expect(dm(MARIA).map((m) => m.text)).toEqual([
      expect.stringContaining('You cover for Tom'),
      expect.stringContaining('Your day'),
    ]);
    await latest(MARIA, 'is away, 1 case, Maria');
    await turnTo(at('2027-01-25T09:31-05:00'));
    expect(dm(TOM).length).toBeGreaterThan(0);
    expect(slack.warnings).toEqual([]);
    expect(slack.slackErrors).toEqual([]);
  });
});
