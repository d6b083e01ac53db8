import { afterEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import { CARD } from '../../src/i18n/card.ts';
import { NUDGES } from '../../src/i18n/nudges.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import type { SandboxProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { deadlineField, FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { setUps } from '../support/set-ups.ts';
import { at } from '../support/story.ts';

describe.each(setUps)('on $name', ({ start }) => {
  let product: SandboxProduct | undefined;
  afterEach(async () => {
    await product?.stop();
    product = undefined;
  });

  /** Monday 10:00 in New York; the notice gives until Friday 15:00. */
  const MONDAY = at('2027-01-25T10:00-05:00');
  const DEADLINE = at('2027-01-29T15:00-05:00');

  async function onMonday(locale: 'en' | 'zh-CN') {
    product = await start({ startAt: MONDAY, locale, log: silent });
    return { ...product, team: atWork(product.slack) };
  }

  describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
    test('Amazon’s date counts down: on the record, then to the owner, then to the leads too, then it is past', async () => {
      const { team, turnTo, settle, slack } = await onMonday(locale);
      await team.openForm('U0TOM');
      await slack.fill('U0TOM', {
        [FIELD.newStore]: 'Store A',
        [FIELD.newMarketplace]: 'US',
        [FIELD.category]: 'account_health',
        [FIELD.problem]: 'Amazon asks for a plan of action.',
      });
      const field = deadlineField('account_health');
      await slack.eventually(() => JSON.stringify(slack.views('U0TOM').at(-1)).includes(field));
      const sent = await slack.submit('U0TOM', { [field]: DEADLINE / 1_000 });
      expect(sent).toMatchObject({ errors: {}, closed: true });
      await slack.eventually(() => team.thread(1).length > 0);
      await team.shows(1, TERMS[locale].deadlineSources.notice);
      expect(words(team.card(1))).toContain(TERMS[locale].red);
      expect(words(team.card(1))).not.toContain(CARD[locale].deadlineUnknown);
      // Somebody is at it, or the red case would go on from lead to lead beside the countdown.
      await slack.command('U0TOM', CASES, '/case note 1 Writing the plan of action.');
      await team.says(1, 'Writing the plan of action.');
      await settle();

      /** What is said of the deadline from one moment to another. */
      const saidUntil = async (left: number): Promise<string[]> => {
        const before = new Set(team.thread(1).map((m) => m.ts));
        await turnTo(DEADLINE - left);
        await settle();
        const marks = [NUDGES[locale].deadlineIn('#', '#', '#'), NUDGES[locale].deadlinePassed('#', '#')].map(
          (sentence) => sentence.split('#')[0] ?? '',
        );
        return team
          .thread(1)
          .filter((m) => !before.has(m.ts))
          .map(({ text }) => text)
          .filter((text) => marks.some((mark) => text.includes(mark)));
      };
      const one = (texts: string[]): string => {
        expect(texts).toHaveLength(1);
        return texts[0] ?? '';
      };
      expect(await saidUntil(73 * HOUR)).toEqual([]);
      const quiet = one(await saidUntil(71 * HOUR));
      expect(quiet).not.toContain('<@');
      expect(quiet).toContain(NUDGES[locale].deadlineDo.preparing);
      const [day, six, last] = [
        one(await saidUntil(23 * HOUR)),
        one(await saidUntil(5 * HOUR)),
        one(await saidUntil(HOUR / 2)),
      ];
      expect(day).toContain('<@U0TOM>');
      expect(day).not.toContain('<@U0MARIA>');
      for (const text of [six, last]) {
        expect(text).toContain('<@U0TOM>');
        expect(text).toContain('<@U0MARIA>');
      }
      const passed = one(await saidUntil(-HOUR / 2));
      expect(passed).toContain(NUDGES[locale].deadlinePassedDo);
      await team.shows(1, /PASSED|已过/);
      expect(await saidUntil(-72 * HOUR)).toEqual([]);
      expect(slack.warnings).toEqual([]);
      expect(slack.slackErrors).toEqual([]);
    });

    test('a deadline that can’t wait for the best time: submit now', async () => {
      const { team, slack, turnTo, settle } = await onMonday(locale);
      await team.opened('U0TOM', {
        [FIELD.identifiers]: 'B0ABC12345',
        [FIELD.message]: 'Dear team, here is our plan.',
      });
      // The window of Monday is over; the deadline is half an hour before that of Tuesday opens.
      await turnTo(at('2027-01-25T12:00-05:00'));
      await team.answer('U0TOM', 1, ACTIONS.edit, { deadline: at('2027-01-26T08:30-05:00') / 1_000 });
      await team.shows(1, TERMS[locale].deadlineSources.notice);
      // So near a deadline it is red: a second reader looks first.
      await team.answer('U0TOM', 1, ACTIONS.askReview, { who: 'U0MARIA' });
      await team.shows(1, TERMS[locale].statuses.in_review);
      await team.press('U0MARIA', 1, ACTIONS.passReview);
      await team.shows(1, CARD[locale].deadlinePresses);
      await team.press('U0TOM', 1, ACTIONS.submitNow);
      await slack.eventually(() =>
        JSON.stringify(slack.ephemerals('U0TOM')).includes('Dear team, here is our plan.'),
      );
      await turnTo(at('2027-01-26T02:31-05:00'));
      await settle();
      const near = await team.says(1, NUDGES[locale].deadlinePresses);
      expect(near.text).toContain('<@U0TOM>');

      // Met in time, it counts down no further.
      await team.answer('U0TOM', 1, ACTIONS.submitted, { reference: '12345678901' });
      await team.shows(1, '12345678901');
      await settle();
      const before = team.thread(1).length;
      await turnTo(at('2027-01-26T10:00-05:00'));
      await settle();
      expect(team.thread(1)).toHaveLength(before);
      expect(slack.warnings).toEqual([]);
      expect(slack.slackErrors).toEqual([]);
    });
  });
});
