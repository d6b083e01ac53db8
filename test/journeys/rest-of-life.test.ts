import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { TERMS } from '../../src/i18n/terms.ts';
import type { SandboxProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork, words } from '../support/journey.ts';
import { setUps } from '../support/set-ups.ts';
import { at } from '../support/story.ts';

const [LI_NA, CHEN_JING] = ['U0LINA', 'U0CHENJING'];
const { statuses } = TERMS.en;

describe.each(setUps)('on $name', ({ start }) => {
  let product: SandboxProduct;
  let team: ReturnType<typeof atWork>;

  beforeAll(async () => {
    // Friday morning in Shanghai: both are awake.
    product = await start({ startAt: at('2027-01-15T10:00+08:00'), log: silent });
    team = atWork(product.slack);
  }, 60_000);
  afterAll(() => product.stop());
  afterEach(() => {
    expect(product.slack.warnings).toEqual([]);
    expect(product.slack.slackErrors).toEqual([]);
  });

  const pings = (who: string, number: number): number =>
    team.thread(number).filter((m) => m.text.includes(`<@${who}>`)).length;

  test('a message is read by a second pair of eyes, sent back with a reason, and passed', async () => {
    const number = await team.opened(LI_NA, {
      [FIELD.identifiers]: 'B0REV00001',
      [FIELD.message]: 'B0REV00001 has lost the Featured Offer, urgent.',
    });
    await team.answer(LI_NA, number, ACTIONS.askReview, { who: CHEN_JING });
    await team.shows(number, statuses.in_review);
    await product.slack.eventually(() => pings(CHEN_JING, number) === 1);

    await team.answer(CHEN_JING, number, ACTIONS.returnReview, { text: 'Please leave out “urgent”.' });
    await team.shows(number, statuses.preparing);
    await team.says(number, 'Please leave out “urgent”.');
    await product.slack.eventually(() => pings(LI_NA, number) === 1);

    await team.answer(LI_NA, number, ACTIONS.edit, { message: 'B0REV00001 has lost the Featured Offer.' });
    await team.says(number, /edited/);
    await team.answer(LI_NA, number, ACTIONS.askReview, { who: CHEN_JING });
    await team.shows(number, statuses.in_review);
    await team.press(CHEN_JING, number, ACTIONS.passReview);
    const card = await team.shows(number, statuses.ready);
    expect(words(card)).toContain('Li Na');
  });

  test('what is put off sleeps until then, and comes back with its reason', async () => {
    const number = await team.opened(LI_NA, { [FIELD.identifiers]: 'B0SNZ00001' });
    const until = at('2027-01-22T10:00+08:00');
    await team.answer(LI_NA, number, ACTIONS.snooze, { until: until / 1_000, why: 'The lab needs a week' });
    await team.says(number, 'The lab needs a week');
    await product.settle();
    const before = team.thread(number).length;

    // 24 working hours would have made it stale on Tuesday.
    await product.turnTo(until - 60_000);
    expect(team.thread(number)).toHaveLength(before);
    await product.turnTo(until);
    await product.slack.eventually(() => team.thread(number).length === before + 1);
    const back = team.thread(number).at(-1);
    expect(words(back)).toContain('The lab needs a week');
    expect(back?.text).toContain(`<@${LI_NA}>`);
  });

  test('a case opened in error is withdrawn, gives its subject back, and can be reopened', async () => {
    const number = await team.opened(LI_NA, { [FIELD.identifiers]: 'B0WDR00001' });
    await team.answer(LI_NA, number, ACTIONS.withdraw, { text: 'Wrong store' });
    await team.shows(number, statuses.withdrawn);
    const second = await team.opened(LI_NA, { [FIELD.identifiers]: 'B0WDR00001' });

    const refused = await team.answer(LI_NA, number, ACTIONS.reopen, { text: 'It was right' });
    expect(refused.closed && Object.keys(refused.errors).length === 0).toBe(false);
    await team.answer(LI_NA, second, ACTIONS.withdraw, { text: 'Twice' });
    await team.shows(second, statuses.withdrawn);
    await team.closeForms();
    await team.answer(LI_NA, number, ACTIONS.reopen, { text: 'It was right' });
    await team.shows(number, statuses.preparing);
  });
});
