import { afterEach, describe, expect, test } from 'vitest';
import { workspaceId } from '../../src/domain/ids.ts';
import { BRIEFINGS } from '../../src/i18n/briefings.ts';
import { HOME } from '../../src/i18n/home.ts';
import type { SandboxProduct } from '../../src/sandbox/product.ts';
import { ACTIONS, SETTINGS_BUTTON } from '../../src/slack/action-ids.ts';
import { AWAY_OPEN } from '../../src/slack/away/ids.ts';
import { SETTING } from '../../src/slack/briefings/settings-form.ts';
import { HOME_STORES } from '../../src/slack/home/ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { SETUP } from '../../src/slack/setup/ids.ts';
import { start as pressStart } from '../support/briefed-desk.ts';
import { silent } from '../support/desk.ts';
import { atWork, words } from '../support/journey.ts';
import { setUps } from '../support/set-ups.ts';
import { at } from '../support/story.ts';

const [TOM, MARIA, WANG_WEI, GUEST] = ['U0TOM', 'U0MARIA', 'U0WANGWEI', 'U0GUEST'];
const T0 = workspaceId('T0DOCKET');
/** Tuesday 09:30 in New York, inside of the best time. */
const TUESDAY = at('2027-01-19T09:30-05:00');

describe.each(setUps)('Home on $name', { timeout: 90_000 }, ({ start }) => {
  let product: SandboxProduct | undefined;
  afterEach(async () => {
    await product?.stop();
    product = undefined;
  });

  async function begun() {
    product = await start({ startAt: TUESDAY, locale: 'en', log: silent });
    const { slack, app, clock } = product;
    const team = atWork(slack);
    const text = (user: string): string => words({ text: '', blocks: [slack.home(user)?.view['blocks']] });
    /** Opens Home and waits until it says something. */
    const home = async (user: string, part: string): Promise<string> => {
      slack.openHome(user);
      return shows(user, part);
    };
    const shows = (user: string, part: string): Promise<string> =>
      slack.eventually(() => text(user).includes(part) && text(user));
    const press = async (user: string, key: string): Promise<void> => {
      const done = await slack.click(user, { view: slack.home(user)?.id ?? '' }, key);
      if (!done.acked) throw new Error(done.error);
    };
    /** What Docket wrote to somebody directly. */
    const told = (user: string, part: string) =>
      slack.eventually(() =>
        slack.messages(slack.dm(user)).find((m) => m.user !== user && words(m).includes(part)),
      );
    const form = (user: string, part: string) =>
      slack.eventually(() => JSON.stringify(slack.views(user).at(-1)).includes(part));
    const clean = () => {
      expect(slack.warnings).toEqual([]);
      expect(slack.calls.filter(({ answer }) => answer?.['error'] === 'missing_scope')).toEqual([]);
    };
    const begin = () => pressStart(app.team, T0, clock.now());
    return { ...product, team, home, shows, press, told, form, clean, begin };
  }

  test('a case goes its way from it', async () => {
    const { slack, team, home, shows, press, told, form, clean, begin, settle, turnTo } = await begun();
    await begin();
    await home(TOM, HOME.en.nothing);

    await press(TOM, ACTIONS.open);
    await form(TOM, FIELD.newStore);
    await slack.submit(TOM, {
      [FIELD.newStore]: 'Store A',
      [FIELD.newMarketplace]: 'US',
      [FIELD.category]: 'featured_offer',
      [FIELD.identifiers]: 'B0ABC12345',
      [FIELD.problem]: 'The Buy Box is gone.',
    });
    await told(TOM, 'Case #1 is open');
    expect(await shows(TOM, '#1')).toContain(BRIEFINGS.en.reasons.preparing);
    await settle();

    await press(TOM, ACTIONS.show);
    const shown = await told(TOM, 'B0ABC12345');
    await slack.click(TOM, { channel: slack.dm(TOM), ts: shown.ts }, ACTIONS.ready);
    await team.hears(TOM, 'Recorded on #1');
    await settle();

    expect(await home(TOM, 'Submit now')).toContain('New York');
    await press(TOM, ACTIONS.submitNow);
    const pack = await told(TOM, 'Submitted');
    await slack.click(TOM, { channel: slack.dm(TOM), ts: pack.ts }, ACTIONS.submitted);
    await form(TOM, 'reference');
    expect(await slack.submit(TOM, { reference: '12345678901' })).toMatchObject({ closed: true, errors: {} });
    await team.shows(1, '12345678901');
    await settle();

    await turnTo(at('2027-01-20T09:31-05:00'));
    const briefing = await told(TOM, 'Your day');
    expect(await home(TOM, 'Store check')).toContain('12345678901');
    await press(TOM, `check.1/${ACTIONS.checkNothing}`);
    const after = await shows(TOM, HOME.en.waiting);
    expect(after).not.toContain('Store check');
    await slack.eventually(() =>
      words(slack.messages(slack.dm(TOM)).find(({ ts }) => ts === briefing.ts)).includes(
        BRIEFINGS.en.looked.nothing,
      ),
    );
    await settle();
    await team.says(1, /nothing/i);
    clean();
  });

  test('each reader has their own, in their language; a guest none', async () => {
    const { team, home, clean } = await begun();
    await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    expect(await home(TOM, '#1')).not.toContain(HOME.en.setUpButton);
    expect(await home(MARIA, HOME.en.notStarted)).toContain(HOME.en.all);
    expect(await home(WANG_WEI, HOME['zh-CN'].nothing)).not.toContain('#1');
    await home(GUEST, HOME.en.guest);
    clean();
  });

  test('what can be done from it is done: stores, set-up, days away, what one is told', async () => {
    const { slack, team, home, press, told, form, clean } = await begun();
    await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    await home(MARIA, HOME.en.stores);
    await press(MARIA, HOME_STORES);
    await told(MARIA, 'Store A');
    await press(MARIA, SETUP.open);
    await told(MARIA, 'Start');
    await press(MARIA, ACTIONS.list);
    await told(MARIA, '#1 ');
    await press(MARIA, SETTINGS_BUTTON);
    await form(MARIA, SETTING.morning);
    expect(await slack.submit(MARIA)).toMatchObject({ errors: {} });
    await team.closeForms();

    await home(TOM, '#1');
    await press(TOM, AWAY_OPEN);
    await form(TOM, 'datepicker');
    expect(await slack.submit(TOM)).toMatchObject({ errors: {} });
    await team.closeForms();
    clean();
  });

  test('what is written to Docket directly is done and answered there', async () => {
    const { slack, team, told, clean } = await begun();
    await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    const dm = slack.dm(TOM);
    slack.say(TOM, dm, '1');
    await told(TOM, 'B0ABC12345');
    slack.say(TOM, dm, 'ready 1');
    await told(TOM, 'Recorded on #1');
    await team.shows(1, 'Ready');
    slack.say(TOM, dm, 'find buy box');
    await slack.eventually(() => slack.messages(dm).length === 6);
    slack.say(TOM, dm, 'thank you');
    await told(TOM, 'Docket does not know “thank”');
    expect(slack.messages(dm)).toHaveLength(8);
    clean();
  });
});
