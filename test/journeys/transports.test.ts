import { afterEach, describe, expect, test } from 'vitest';
import { caseNumber, workspaceId } from '../../src/domain/ids.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { at } from '../support/story.ts';

const HERE = workspaceId('T0DOCKET');

let product: SandboxProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  test('a case is opened, made ready at once and submitted, though each payload comes three times', async () => {
    product = await startProduct({ startAt: at('2027-01-14T21:00-05:00'), transport, log: silent });
    const { slack, app, settle } = product;
    const team = atWork(slack);
    slack.faults.repeatNextDelivery(3);
    await team.openForm('U0TOM', 'B0ABC12345 US lost the buy box');
    expect(slack.views('U0TOM')).toHaveLength(1);
    await slack.fill('U0TOM', { [FIELD.newStore]: 'Store A' });
    slack.faults.repeatNextDelivery(3);
    expect(await slack.submit('U0TOM')).toMatchObject({ errors: {}, closed: true });
    await team.shows(1, 'B0ABC12345');

    slack.faults.repeatNextDelivery(3);
    await team.ready('U0TOM', 1);
    await team.ask('U0TOM', 1, ACTIONS.note);
    slack.faults.repeatNextDelivery(3);
    await slack.submit('U0TOM', { text: 'Checked twice.' });
    await team.says(1, 'Checked twice.');
    await team.ask('U0TOM', 1, ACTIONS.submitted);
    slack.faults.repeatNextDelivery(3);
    await slack.submit('U0TOM', { reference: '12345678901' });
    await team.shows(1, TERMS.en.statuses.awaiting_amazon);
    await settle();

    expect(slack.messages(CASES).filter((m) => m.threadTs === undefined)).toHaveLength(1);
    // Opened, ready, noted, submitted: each once.
    expect(team.thread(1)).toHaveLength(4);
    expect(team.thread(1).filter((m) => words(m).includes('Checked twice.'))).toHaveLength(1);
    expect(await app.cases.listOpen(HERE, null)).toHaveLength(1);
    expect(
      slack
        .ephemerals('U0TOM')
        .map((m) => m.text)
        .join('\n'),
    ).not.toContain('went wrong');

    // A mention that Slack delivers three times is answered, and nothing else happens.
    slack.faults.repeatNextDelivery(3);
    slack.say('U0TOM', CASES, '<@U0DOCKET> show 1', team.card(1).ts);
    await team.hears('U0TOM', '12345678901');
    expect(await app.cases.listOpen(HERE, null)).toHaveLength(1);
    expect(slack.warnings).toEqual([]);
    expect(slack.slackErrors).toEqual([]);
  });
});

test('what is forged or stale is refused, and leaves nothing in the store', async () => {
  product = await startProduct({ transport: 'http', log: silent });
  const { slack, app } = product;
  const team = atWork(slack);
  const number = await team.opened('U0TOM', {
    [FIELD.identifiers]: 'B0ABC12345',
  });
  const form = team.lastSent('view_submission');
  await team.says(number, 'The Buy Box is gone since Thursday.');
  await product.settle();
  const before = slack.messages(CASES).length;
  const told = slack.ephemerals('U0TOM').length;
  await team.press('U0TOM', number, ACTIONS.note);
  const click = {
    ...team.lastSent(ACTIONS.note),
    actions: [{ type: 'button', action_id: ACTIONS.ready, action_ts: '5.1', value: String(number) }],
  };
  const another = JSON.parse(
    JSON.stringify(form)
      .replaceAll('B0ABC12345', 'B0FORGED01')
      .replaceAll(String(Object(form['view']).id), 'V0FORGED'),
  ) as Record<string, unknown>;
  for (const forgery of [{ secret: 'another' }, { signature: 'v0=00' }, { ageSeconds: 301 }]) {
    expect((await slack.postSigned('interactive', another, forgery)).status).toBe(401);
    expect((await slack.postSigned('interactive', click, forgery)).status).toBe(401);
    const mention = {
      type: 'app_mention',
      user: 'U0TOM',
      channel: CASES,
      ts: '1.1',
      text: '<@U0DOCKET> list',
    };
    const event = { type: 'event_callback', team_id: 'T0DOCKET', event: mention };
    expect((await slack.postSigned('events_api', event, forgery)).status).toBe(401);
  }
  await product.settle();
  expect(await app.cases.listOpen(HERE, null)).toHaveLength(1);
  expect((await app.cases.load(HERE, caseNumber(number)))?.case.phase.status).toBe('preparing');
  expect(slack.messages(CASES)).toHaveLength(before);
  expect(slack.ephemerals('U0TOM').length).toBeLessThanOrEqual(told + 1);

  // Signed as Slack signs, the same form is a case.
  expect((await slack.postSigned('interactive', another)).status).toBe(200);
  await slack.eventually(async () => (await app.cases.listOpen(HERE, null)).length === 2);
  expect(slack.warnings).toEqual([]);
});
