import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { caseNumber, workspaceId } from '../../src/domain/ids.ts';
import type { Refusal } from '../../src/domain/refusals.ts';
import { ANSWERS } from '../../src/i18n/answers.ts';
import { refusalText } from '../../src/i18n/refusals.ts';
import { SAMPLE_WORKSPACE } from '../../src/sandbox/local-slack/workspace.ts';
import type { SandboxProduct } from '../../src/sandbox/product.ts';
import { silent } from './desk.ts';
import { atWork } from './journey.ts';
import type { SetUp } from './set-ups.ts';
import { at } from './story.ts';

export const GUEST = 'U0GUEST';
const HERE = workspaceId('T0DOCKET');

export const said = (refusal: Refusal, locale: 'en' | 'zh-CN') =>
  refusalText(refusal, locale, { names: (id) => `<@${id}>` });

/**
 * The sample team and a guest, on one product for the suite it is called in. After each test nothing that a
 * person did wrong was a fault of ours, and Slack had nothing to complain of.
 */
export function useTeam({ start }: SetUp) {
  const elapsed = { ms: 0 };
  const asins = { count: 0 };
  let running: { product: SandboxProduct; team: ReturnType<typeof atWork> } | undefined;
  const now = () => {
    if (!running) throw new Error('The team is there once the suite runs');
    return running;
  };

  beforeAll(async () => {
    const guest = { id: GUEST, name: 'Guest', tz: 'Asia/Shanghai', locale: 'zh-CN', isRestricted: true };
    const product = await start({
      // Friday morning in Shanghai, Thursday evening in New York: everybody is awake.
      startAt: at('2027-01-14T21:00-05:00'),
      slack: {
        workspace: { ...SAMPLE_WORKSPACE, people: [...SAMPLE_WORKSPACE.people, guest] },
        monotonic: () => performance.now() + elapsed.ms,
      },
      log: silent,
    });
    running = { product, team: atWork(product.slack) };
  }, 60_000);
  afterAll(() => running?.product.stop());
  afterEach(async () => {
    const { product, team } = now();
    await team.closeForms();
    expect(product.slack.warnings).toEqual([]);
    expect(product.slack.slackErrors).toEqual([]);
    const told = product.slack.people
      .flatMap(({ id }) => product.slack.ephemerals(id))
      .map(({ text }) => text);
    for (const locale of ['en', 'zh-CN'] as const)
      expect(told.filter((text) => text.startsWith(ANSWERS[locale].fault('').slice(0, 10)))).toEqual([]);
  });

  return {
    get product() {
      return now().product;
    },
    get team() {
      return now().team;
    },
    /** Slack is that slow from now on: what lives for a moment there may be over. */
    wait: (ms: number): void => void (elapsed.ms += ms),
    /** An ASIN that no other test names. */
    asin: (): string => {
      asins.count += 1;
      return `B0BAD${String(asins.count).padStart(5, '0')}`;
    },
    loaded: async (number: number) => {
      const found = await now().product.app.cases.load(HERE, caseNumber(number));
      if (!found) throw new Error(`There is no case #${number}`);
      return found.case;
    },
    openCases: async () => (await now().product.app.cases.listOpen(HERE, null)).length,
    /** Seconds since 1970, as Slack's pickers give them. */
    inHours: (hours: number): number => Math.floor(now().product.clock.now() / 60_000) * 60 + hours * 3_600,
  };
}
