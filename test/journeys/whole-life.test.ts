import { afterEach, describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import type { SandboxProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { everySetUp } from '../support/set-ups.ts';
import { at } from '../support/story.ts';

let product: SandboxProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

/** Each engine by both ways in, and each language on each engine. */
const everywhere = everySetUp.map((setUp, i) => ({ ...setUp, locale: LOCALES[i % LOCALES.length] ?? 'en' }));

describe.each(everywhere)('on $name, in $locale', ({ locale, start }) => {
  const terms = TERMS[locale];
  const status = (name: keyof typeof terms.statuses): string => terms.statuses[name];

  test('a case lives from Friday evening to its close, and nobody can open it twice', {
    timeout: 60_000,
  }, async () => {
    product = await start({
      startAt: at('2027-01-15T17:00-05:00'),
      locale,
      log: silent,
    });
    const { slack, turnTo } = product;
    const team = atWork(slack);

    const opened = await team.open('U0LINA', {
      [FIELD.identifiers]: 'B0ABC12345',
      [FIELD.message]: 'B0ABC12345 has lost the Featured Offer since January 14.',
    });
    expect(opened).toMatchObject({ acked: true, errors: {}, closed: true });
    await team.shows(1, status('preparing'));
    expect(words(team.card(1))).toContain('B0ABC12345');

    // Somebody else, another marketplace, another category: still the same ASIN of the same store.
    const second = await team.open('U0WANGWEI', {
      [FIELD.identifiers]: 'b0abc12345',
      [FIELD.newMarketplace]: 'CA',
      [FIELD.category]: 'listing_removed',
    });
    expect(second.closed).toBe(false);
    const conflict = words({ text: '', blocks: [slack.views('U0WANGWEI').at(-1)?.view] });
    expect(conflict).toContain('#1');
    expect(conflict).toContain('<@U0LINA>');
    await slack.submit('U0WANGWEI', { [FIELD.choice]: 'add:1' });
    await team.says(1, 'The Buy Box is gone since Thursday.');
    expect(slack.messages(CASES).filter((m) => m.threadTs === undefined)).toHaveLength(1);

    await team.press('U0LINA', 1, ACTIONS.ready);
    await team.shows(1, status('ready'));

    // Monday January 18 is Martin Luther King Day: Amazon works, and so does the window.
    await turnTo(at('2027-01-18T08:59:30-05:00'));
    const before = team.thread(1).length;
    await turnTo(at('2027-01-18T09:00-05:00'));
    await slack.eventually(() => team.thread(1).length === before + 1);
    const window = team.thread(1).at(-1);
    expect(window?.text).toContain('<@U0LINA>');
    expect(words(window)).toContain('B0ABC12345 has lost the Featured Offer since January 14.');

    const wrong = await team.answer('U0LINA', 1, ACTIONS.submitted, { reference: '113-1234567-1234567' });
    expect(Object.keys(wrong.errors)).toEqual(['reference']);
    await slack.submit('U0LINA', { reference: 'Case ID：１２３４５６７８９０１' });
    await team.shows(1, '12345678901');
    await team.shows(1, status('awaiting_amazon'));

    // 72 hours later the check is asked for; the note's text appears only after it.
    await turnTo(at('2027-01-21T09:00-05:00'));
    const question = await slack.eventually(() => {
      const last = team.thread(1).at(-1);
      return JSON.stringify(last?.blocks).includes(ACTIONS.checkAnswered) ? last : undefined;
    });
    expect(question.text).toContain('<@U0LINA>');
    expect(JSON.stringify(question.blocks)).not.toContain('preformatted');
    await team.press('U0LINA', 1, ACTIONS.checkNothing);
    const note = await slack.eventually(() =>
      team.thread(1).find((m) => JSON.stringify(m.blocks).includes(ACTIONS.noteSent)),
    );
    expect(words(note)).toContain('12345678901');
    await team.press('U0LINA', 1, ACTIONS.noteSent);
    await team.shows(1, status('awaiting_amazon'));

    await turnTo(at('2027-01-22T10:00-05:00'));
    await team.answer('U0LINA', 1, ACTIONS.replied, {
      'reply.meaning': 'needs_us',
      text: 'Please send the invoice.',
    });
    await team.shows(1, status('action_needed'));
    await team.says(1, 'Please send the invoice.');
    await team.press('U0LINA', 1, ACTIONS.solved);
    await team.shows(1, status('resolved'));
    await team.press('U0LINA', 1, ACTIONS.closed);
    // The word for this status stands on a button too: the case is over when that button is gone.
    await slack.eventually(() => !JSON.stringify(team.card(1).blocks).includes(ACTIONS.closed));
    await team.shows(1, status('closed'));

    // A closed case is silent for good.
    await product.settle();
    const said = team.thread(1).length;
    // Two things were hers to do at a certain hour; for the rest nobody's phone rang.
    const posted = slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(posted.filter(({ args }) => String(args['text']).includes('<@'))).toHaveLength(2);
    // What is no longer due says so, and keeps what Amazon wrote.
    await team.says(1, 'Please send the invoice.');
    await turnTo(at('2027-03-01T10:00-05:00'));
    expect(team.thread(1)).toHaveLength(said);
    expect(slack.warnings).toEqual([]);
    expect(slack.slackErrors).toEqual([]);
  });
});
