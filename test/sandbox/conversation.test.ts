import { describe, expect, test } from 'vitest';
import { modal, plain, section, textInput } from './blocks.ts';
import { httpPair, type Listeners, socketPair } from './bolt-app.ts';

const pairs = { 'Socket Mode': socketPair, 'signed HTTP': httpPair };

/** `/case open` opens a form; its submission posts a message with a button; the button changes the message. */
const listeners: Listeners = (app) => {
  app.command('/case', async ({ ack, client, body, command }) => {
    if (command.text === 'help') return ack('Say `/case open`.');
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: modal([textInput('what')]) });
  });
  app.view('form', async ({ ack, client, view }) => {
    const text = view.state.values.what?.what?.value ?? '';
    if (text.length < 3) return ack({ response_action: 'errors', errors: { what: 'Say more.' } });
    await ack();
    const button = { type: 'button' as const, action_id: 'take', text: plain('Take it'), value: 'case-1' };
    const blocks = [section(text), { type: 'actions' as const, elements: [button] }];
    await client.chat.postMessage({ channel: 'C0CASES', text, blocks });
  });
  app.action('take', async ({ ack, client, body, action, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || action.type !== 'button' || !body.message || !body.channel) return;
    const text = `${body.user.id} took ${action.value}`;
    await client.chat.update({
      channel: body.channel.id,
      ts: body.message.ts,
      text,
      blocks: [section(text)],
    });
    await respond({ text: 'It is yours.', response_type: 'ephemeral' });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `You said ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined) await say(`In private: ${message.text}`);
  });
  app.shortcut(/^open/, async ({ ack, shortcut, client }) => {
    await ack();
    const from = shortcut.type === 'message_action' ? shortcut.message.text : 'nothing';
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal([textInput('what', {}, from)]) });
  });
};

describe.each(Object.entries(pairs))('a real Bolt app over %s', (_name, pair) => {
  test('command, modal, submission, message, button, answer', async () => {
    const slack = await pair(listeners);
    expect(await slack.command('U0LINA', 'C0CASES', '/case open')).toEqual({ acked: true });
    await slack.eventually(() => slack.views('U0LINA').length === 1);

    const refused = await slack.submit('U0LINA', { what: 'no' });
    expect(refused).toEqual({ acked: true, errors: { what: 'Say more.' }, closed: false });
    expect(slack.views('U0LINA')[0]?.errors).toEqual({ what: 'Say more.' });

    const sent = await slack.submit('U0LINA', { what: 'Listing removed' });
    expect(sent).toEqual({ acked: true, errors: {}, closed: true });
    const message = await slack.eventually(() => slack.messages('C0CASES')[0]);
    expect(message.text).toBe('Listing removed');

    expect(await slack.click('U0TOM', message, 'take')).toEqual({ acked: true });
    await slack.eventually(() => slack.ephemerals('U0TOM')[0]?.text === 'It is yours.');
    expect(slack.messages('C0CASES')[0]).toMatchObject({ ts: message.ts, text: 'U0TOM took case-1' });
    expect(slack.warnings).toEqual([]);
  });

  test('the answer inside an acknowledgement is seen by one person', async () => {
    const slack = await pair(listeners);
    const { response } = await slack.command('U0MARIA', 'C0GENERAL', '/case help');
    expect(response).toMatchObject({ text: 'Say `/case open`.' });
    expect(slack.ephemerals('U0MARIA').map((one) => one.text)).toEqual(['Say `/case open`.']);
    expect(slack.messages('C0GENERAL')).toEqual([]);
  });

  test('mentions reach the app in its channels, messages in its DMs, and nothing else', async () => {
    const slack = await pair(listeners);
    slack.say('U0TOM', 'C0CASES', 'just talking');
    slack.say('U0TOM', 'C0GENERAL', '@Docket where it is not a member');
    const root = slack.say('U0TOM', 'C0CASES', '@Docket <b> & @Li Na');
    slack.say('U0TOM', slack.dm('U0TOM'), 'hello');
    const thread = await slack.eventually(
      () => slack.thread('C0CASES', root.ts).length === 2 && slack.thread('C0CASES', root.ts),
    );
    expect(thread[1]?.text).toBe('You said <@U0DOCKET> &lt;b&gt; &amp; <@U0LINA>');
    await slack.eventually(() => slack.messages(slack.dm('U0TOM')).at(-1)?.text === 'In private: hello');
    expect(slack.deliveries).toHaveLength(2);
  });

  test('shortcuts open forms, from anywhere or from a message', async () => {
    const shortcuts = [
      { name: 'Open a case from this', callbackId: 'open_from', type: 'message' as const },
      { name: 'Open a case', callbackId: 'open', type: 'global' as const },
    ];
    const slack = await pair(listeners, { shortcuts });
    const message = slack.say('U0TOM', 'C0CASES', 'Buyer says it never came');
    expect(await slack.shortcut('U0LINA', 'open_from', message)).toEqual({ acked: true });
    await slack.eventually(() => slack.views('U0LINA').length === 1);
    expect(slack.views('U0LINA')[0]?.view.state).toMatchObject({
      values: { what: { what: { value: 'Buyer says it never came' } } },
    });
    await slack.shortcut('U0TOM', 'open');
    await slack.eventually(() => slack.views('U0TOM').length === 1);
  });
});

test('an app that does not answer: the person reads what Slack says', async () => {
  const slack = await socketPair((app) => app.command('/case', async () => {}), { ackMs: 50 });
  const silent = '/case failed with the error "operation_timeout"';
  expect(await slack.command('U0LINA', 'C0CASES', '/case open')).toEqual({ acked: false, error: silent });
  expect(slack.slackErrors).toMatchObject([{ user: 'U0LINA', text: silent }]);
  const unknown = await slack.command('U0LINA', 'C0CASES', '/nonsense');
  expect(unknown.error).toBe('/nonsense is not a valid command.');
});

test('an app that is away', async () => {
  const slack = await socketPair(() => {});
  slack.faults.cutSockets();
  await slack.eventually(() => slack.connections === 0);
  const { error } = await slack.command('U0LINA', 'C0CASES', '/case open');
  expect(error).toBe('/case failed with the error "dispatch_failed"');
});

test('what is typed after a command arrives escaped, with names turned into references', async () => {
  const slack = await socketPair((app) => app.command('/case', async ({ ack }) => ack()));
  await slack.command(
    'U0MARIA',
    'C0CASES',
    '/case lead @Li Na & <b> in #general, #42 <@U0TOM> \u0000\u202e!',
  );
  expect(slack.deliveries[0]?.payload).toMatchObject({
    command: '/case',
    text: 'lead <@U0LINA|Li Na> &amp; &lt;b&gt; in <#C0GENERAL|general>, #42 <@U0TOM> \u0000\u202e!',
    user_id: 'U0MARIA',
    channel_name: 'cases',
  });
});

test('one form sent twice at once: the app hears both, the form closes once', async () => {
  const slack = await socketPair(listeners);
  await slack.command('U0LINA', 'C0CASES', '/case open');
  await slack.eventually(() => slack.views('U0LINA').length === 1);
  await slack.fill('U0LINA', { what: 'Listing removed' });
  const both = await Promise.all([slack.submit('U0LINA'), slack.submit('U0LINA')]);
  expect(both).toMatchObject([{ acked: true }, { acked: true }]);
  await slack.eventually(() => slack.messages('C0CASES').length === 2);
  expect(slack.views('U0LINA')).toEqual([]);
  const [first, second] = slack.deliveries.slice(-2).map(({ payload }) => payload.view);
  expect(first).toEqual(second);
});
