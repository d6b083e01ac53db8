import type { KnownBlock } from '@slack/types';
import { describe, expect, it, test } from 'vitest';
import type { HomeView } from '../../src/desk/views/home-view.ts';
import { caseNumber } from '../../src/domain/ids.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { HOME } from '../../src/i18n/home.ts';
import { Findings } from '../../src/sandbox/local-slack/blocks/checks.ts';
import { checkHome } from '../../src/sandbox/local-slack/blocks/view.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { homeView } from '../../src/slack/blocks/home.ts';
import { words } from '../support/journey.ts';
import type { FakeDesk } from './fake-desk.ts';
import { FULL, line, NOTHING, numbered, STATES } from './home-samples.ts';
import { onSlack } from './on-slack.ts';
import { plain } from './plain.ts';
import { LI, MONDAY } from './story.ts';

const TOM = 'U0TOM';
const LI_NA = 'U0LINA';
const GUEST = 'U0CHENJING';

/** What Slack refuses of it. */
function refused(view: HomeView): readonly unknown[] {
  const findings = new Findings();
  for (const locale of LOCALES)
    checkHome(JSON.parse(JSON.stringify(homeView(view, locale))), '/view', findings);
  return findings.messages;
}

describe.each(LOCALES)('Home, in %s', (locale) => {
  test.each(Object.keys(STATES))('%s', (name) => {
    const { blocks } = homeView(STATES[name] ?? null, locale);
    expect(plain({ text: '', blocks: blocks as KnownBlock[] })).toMatchSnapshot();
  });
});

describe('Slack takes Home', () => {
  test.each(Object.keys(STATES))('%s', (name) => {
    expect(refused(STATES[name] ?? NOTHING)).toEqual([]);
  });

  test('however much there is', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => i + 100);
    const edited = 'preparing, an edited summary';
    const view: HomeView = {
      ...FULL,
      stage: 'not_started',
      more: 90,
      day: {
        ...FULL.day,
        back: { since: MONDAY, views: many(5).map((n) => numbered(edited, n)), more: 9 },
        checks: many(10).map((n) => ({ store: `Store ${n} ${'x'.repeat(60)}`, lines: [line(edited, n)] })),
        alsoWaiting: many(60).map(caseNumber),
        yourTurn: many(4).map((n) => ({ view: numbered(edited, n), reason: 'deadline' })),
        closeOuts: many(4).map((n) => ({ view: numbered(edited, n), reason: 'close_out' })),
        covering: many(9).map(() => ({
          person: LI,
          name: 'Li Na',
          cases: many(20).map(caseNumber),
        })),
      },
      toSubmit: many(8).map((n) => ({ view: numbered(edited, n), reason: 'ready' })),
      waiting: many(8).map((n) => numbered(edited, n)),
    };
    expect(refused(view)).toEqual([]);
    expect(homeView(view, 'en').blocks.length).toBeGreaterThan(70);
  });
});

const withDay = (desk: FakeDesk): HomeView => {
  desk.atHome = FULL;
  return FULL;
};

describe('opening Home', () => {
  it('shows what is the reader’s now, in their language', async () => {
    const { slack, desk } = await onSlack();
    withDay(desk);
    slack.openHome(LI_NA);
    const home = await slack.eventually(() => slack.home(LI_NA));
    expect(words({ text: '', blocks: [home.view['blocks']] })).toContain(HOME['zh-CN'].waiting);
    expect(slack.home(TOM)).toBe(undefined);
    expect(slack.warnings).toEqual([]);
  });

  it('tells guests kindly what it is for', async () => {
    const { slack } = await onSlack();
    slack.openHome(GUEST);
    const home = await slack.eventually(() => slack.home(GUEST));
    expect(JSON.stringify(home.view)).toContain(HOME['zh-CN'].guest);
  });

  it('is another thing than opening the conversation, of which Slack tells alike', async () => {
    const { slack, desk } = await onSlack();
    withDay(desk);
    slack.openHome(TOM, 'messages');
    slack.openHome(LI_NA);
    await slack.eventually(() => slack.home(LI_NA));
    expect(slack.home(TOM)).toBe(undefined);
    expect(slack.calls.filter(({ method }) => method === 'views.publish')).toHaveLength(1);
  });

  it('again and again, by whichever process, ends with the same Home', async () => {
    const { slack, desk, start } = await onSlack();
    const other = await start();
    await slack.eventually(() => slack.connections >= 2);
    withDay(desk);
    for (let i = 0; i < 6; i += 1) slack.openHome(TOM);
    await slack.eventually(
      () => slack.deliveries.filter(({ attempts }) => attempts.some(({ ack }) => ack.acked)).length === 6,
    );
    const drawn = JSON.parse(JSON.stringify(homeView(FULL, 'en')));
    expect(textsOf(slack.home(TOM)?.view)).toEqual(textsOf(drawn));
    expect(slack.slackErrors).toEqual([]);
    await other.stop();
  });
});

const publishedFor = (slack: LocalSlack, user: string): number =>
  slack.calls.filter(({ method, args }) => method === 'views.publish' && args['user_id'] === user).length;

const textsOf = (view: unknown): string => words({ text: '', blocks: [view] });

describe('a click in Home', () => {
  it('does what it says, and Home shows it, with nothing else said', async () => {
    const { slack, desk } = await onSlack();
    withDay(desk);
    slack.openHome(TOM);
    const home = await slack.eventually(() => slack.home(TOM));
    desk.decideAct = async (_, number) => {
      desk.atHome = NOTHING;
      return { ok: true, number };
    };
    await slack.click(TOM, { view: home.id }, `check.12/${ACTIONS.checkNothing}`);
    await slack.eventually(() => JSON.stringify(slack.home(TOM)?.view).includes(HOME.en.nothing));
    expect(desk.acted.map(({ number }) => number)).toEqual([12]);
    expect(slack.messages(slack.dm(TOM))).toEqual([]);
    expect(slack.warnings).toEqual([]);
  });

  it('on a Home that was drawn anew meanwhile draws the newest', async () => {
    const { slack, desk } = await onSlack();
    withDay(desk);
    slack.openHome(TOM);
    const home = await slack.eventually(() => slack.home(TOM));
    const stale = String(home.view['hash']);
    desk.decideAct = async (_, number) => {
      // Another process draws it while this one works.
      slack.openHome(TOM);
      await slack.eventually(() => slack.home(TOM)?.view['hash'] !== stale);
      desk.atHome = NOTHING;
      return { ok: true, number };
    };
    await slack.click(TOM, { view: home.id }, `check.12/${ACTIONS.checkNothing}`);
    await slack.eventually(() => JSON.stringify(slack.home(TOM)?.view).includes(HOME.en.nothing));
    expect(slack.calls.some(({ answer }) => answer?.['error'] === 'hash_conflict')).toBe(true);
  });

  it('that is refused, or answered with more, is answered in their conversation with Docket', async () => {
    const { slack, desk, errors } = await onSlack();
    withDay(desk);
    slack.openHome(TOM);
    const { id } = await slack.eventually(() => slack.home(TOM));
    const said = () => slack.messages(slack.dm(TOM)).map(words);
    await slack.click(TOM, { view: id }, ACTIONS.mine);
    await slack.eventually(() => said().at(-1)?.includes('#42 '));
    desk.decideAct = async (_, number) => ({ ok: false, refusal: { code: 'unknown_case', number } });
    await slack.click(TOM, { view: id }, `check.12/${ACTIONS.checkNothing}`);
    await slack.eventually(() => said().length === 2 && said().at(-1)?.includes('#12'));
    desk.decideAct = async () => {
      throw new Error('The database is away');
    };
    await slack.click(TOM, { view: id }, `check.13/${ACTIONS.checkNothing}`);
    await slack.eventually(() => said().at(-1)?.includes('REF1'));
    expect(errors).toHaveLength(1);
  });

  it('that opens a form shows in Home what came of the form', async () => {
    const { slack, desk } = await onSlack();
    withDay(desk);
    slack.openHome(TOM);
    const { id } = await slack.eventually(() => slack.home(TOM));
    await slack.click(TOM, { view: id }, 'docket.away');
    await slack.eventually(() => JSON.stringify(slack.views(TOM)).includes('datepicker'));
    desk.atHome = NOTHING;
    await slack.submit(TOM);
    await slack.eventually(() => JSON.stringify(slack.home(TOM)?.view).includes(HOME.en.nothing));
    expect(desk.away).toHaveLength(1);
  });

  it('leaves Home alone where the form was opened elsewhere later', async () => {
    const { slack, desk } = await onSlack();
    withDay(desk);
    slack.openHome(TOM);
    const { id } = await slack.eventually(() => slack.home(TOM));
    await slack.click(TOM, { view: id }, 'docket.away');
    await slack.eventually(() => slack.views(TOM).length === 1);
    await slack.closeView(TOM);
    await slack.eventually(() => publishedFor(slack, TOM) === 2);
    await slack.command(TOM, 'C0CASES', '/case away');
    await slack.eventually(() => JSON.stringify(slack.views(TOM)).includes('datepicker'));
    await slack.submit(TOM);
    slack.openHome(LI_NA);
    await slack.eventually(() => slack.home(LI_NA));
    expect(desk.away).toHaveLength(1);
    expect(publishedFor(slack, TOM)).toBe(2);
  });
});
