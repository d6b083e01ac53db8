import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { input, modal, options, plain, section, textInput } from './blocks.ts';
import { clientOf, type Listeners, localSlack, socketApp } from './bolt-app.ts';

let slack: LocalSlack;
let client: WebClient;
let real = 0;
/** The trigger of the last command. */
let trigger = '';

const commands: Listeners = (app) => {
  app.command('/case', async ({ ack, body }) => {
    trigger = body.trigger_id;
    await ack();
  });
};

async function start(listen: Listeners = () => {}): Promise<void> {
  real = 0;
  slack = await localSlack({ monotonic: () => real });
  client = clientOf(slack);
  await socketApp(slack, (app) => {
    commands(app);
    listen(app);
  });
}

/** Opens a modal for Li Na and returns its id. */
async function open(view: ModalView): Promise<string> {
  await slack.command('U0LINA', 'C0CASES', '/case');
  const opened = await client.views.open({ trigger_id: trigger, view });
  return opened.view?.id ?? '';
}

const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ error: code }) });
const valuesNow = () => slack.views('U0LINA').at(-1)?.view.state;
const titles = () => slack.views('U0LINA').map(({ view }) => view.title);

describe('triggers', () => {
  beforeEach(() => start());

  test('made up, expired after three seconds, used twice', async () => {
    const view = modal([section('x')]);
    await expect(client.views.open({ trigger_id: '1.2.3', view })).rejects.toEqual(
      refused('invalid_trigger_id'),
    );
    await slack.command('U0LINA', 'C0CASES', '/case');
    real += 3_001;
    await expect(client.views.open({ trigger_id: trigger, view })).rejects.toEqual(
      refused('expired_trigger_id'),
    );
    await open(view);
    await expect(client.views.open({ trigger_id: trigger, view })).rejects.toEqual(
      refused('exchanged_trigger_id'),
    );
  });

  test('a refused view does not use the trigger up', async () => {
    await slack.command('U0LINA', 'C0CASES', '/case');
    const bad = client.views.open({ trigger_id: trigger, view: modal([], { title: plain('') }) });
    await expect(bad).rejects.toEqual(refused('invalid_arguments'));
    await client.views.open({ trigger_id: trigger, view: modal([section('x')]) });
    expect(slack.views('U0LINA')).toHaveLength(1);
  });

  test('a view above 250 kB, an external id twice', async () => {
    const text = 'x'.repeat(2_900);
    const blocks = Array.from({ length: 95 }, () => section(text));
    await expect(open(modal(blocks))).rejects.toEqual(refused('view_too_large'));
    await open(modal([], { external_id: 'form-1' }));
    await expect(open(modal([], { external_id: 'form-1' }))).rejects.toEqual(
      refused('duplicate_external_id'),
    );
    await client.views.update({ external_id: 'form-1', view: modal([], { external_id: 'form-1' }) });
  });
});

describe('updates', () => {
  beforeEach(() => start());

  test('what was typed stays where block_id and action_id stay, else the initial value applies', async () => {
    const [red = { text: plain('RED'), value: 'red' }] = options('red');
    const colours = (...values: string[]) =>
      input('colour', { type: 'static_select', options: options(...values), initial_option: red });
    const view_id = await open(
      modal([textInput('what', {}, 'before'), textInput('gone'), colours('red', 'blue')]),
    );
    await slack.fill('U0LINA', { what: 'typed', gone: 'lost', colour: 'blue' });

    await client.views.update({
      view_id,
      view: modal([textInput('what', {}, 'other'), colours('red', 'blue')]),
    });
    expect(valuesNow()).toMatchObject({
      values: {
        what: { what: { value: 'typed' } },
        colour: { colour: { selected_option: { value: 'blue' } } },
      },
    });
    const renamed = { ...textInput('what', {}, 'other'), block_id: 'what-2' };
    await client.views.update({ view_id, view: modal([renamed, colours('red', 'green')]) });
    expect(valuesNow()).toMatchObject({
      values: {
        'what-2': { what: { value: 'other' } },
        colour: { colour: { selected_option: { value: 'red' } } },
      },
    });
    const unnamed = {
      type: 'input' as const,
      label: plain('x'),
      element: { type: 'plain_text_input' as const, action_id: 'a' },
    };
    await client.views.update({ view_id, view: modal([unnamed]) });
    await slack.fill('U0LINA', { a: 'typed' });
    await client.views.update({ view_id, view: modal([unnamed]) });
    expect(JSON.stringify(valuesNow())).toContain('"value":null');
  });

  test('an old hash conflicts, the current one does not', async () => {
    const view_id = await open(modal([section('1')]));
    const hash = String(slack.views('U0LINA')[0]?.view.hash);
    await client.views.update({ view_id, hash, view: modal([section('2')]) });
    await expect(client.views.update({ view_id, hash, view: modal([section('3')]) })).rejects.toEqual(
      refused('hash_conflict'),
    );
    await expect(client.views.update({ view_id: 'V0', view: modal([]) })).rejects.toEqual(
      refused('not_found'),
    );
  });
});

describe('the stack', () => {
  test('holds three; closing goes back one, clearing closes all', async () => {
    await start((app) => {
      app.action('more', async ({ ack, client: own, body }) => {
        await ack();
        if (body.type === 'block_actions')
          await own.views.push({ trigger_id: body.trigger_id, view: pushed });
      });
      app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => ack());
      app.view('form', async ({ ack }) => ack({ response_action: 'clear' }));
    });
    const more = {
      type: 'actions' as const,
      elements: [{ type: 'button' as const, action_id: 'more', text: plain('More') }],
    };
    const pushed = modal([more], { title: plain('Pushed'), notify_on_close: true });
    await open(modal([more], { title: plain('Root') }));
    const pushes = () => slack.calls.filter((call) => call.method === 'views.push' && call.answer);
    const push = async () => {
      const before = pushes().length;
      await slack.click('U0LINA', { view: slack.views('U0LINA').at(-1)?.id ?? '' }, 'more');
      await slack.eventually(() => pushes().length > before);
    };
    await push();
    await push();
    expect(titles()).toEqual([plain('Root'), plain('Pushed'), plain('Pushed')]);
    await push();
    expect(pushes().at(-1)?.answer).toMatchObject({ ok: false, error: 'push_limit_reached' });
    await slack.closeView('U0LINA');
    expect(slack.deliveries.at(-1)?.payload).toMatchObject({ type: 'view_closed', is_cleared: false });
    expect(titles()).toEqual([plain('Root'), plain('Pushed')]);
    expect(await slack.submit('U0LINA')).toMatchObject({ acked: true, closed: true });
    expect(titles()).toEqual([]);
  });

  test('answers to a submission: update keeps what was typed, push stacks, a wrong answer is reported', async () => {
    const answers: ModalView[] = [modal([textInput('what')], { title: plain('Updated') })];
    await start((app) => {
      app.view('form', async ({ ack }) => {
        const [view] = answers.splice(0, 1);
        if (view) return ack({ response_action: 'update', view });
        await ack({ response_action: 'errors', errors: { nowhere: 'x' } });
      });
    });
    await open(modal([textInput('what')]));
    expect(await slack.submit('U0LINA', { what: 'typed' })).toMatchObject({ acked: true, closed: false });
    expect(titles()).toEqual([plain('Updated')]);
    expect(valuesNow()).toMatchObject({ values: { what: { what: { value: 'typed' } } } });
    const wrong = await slack.submit('U0LINA');
    expect(wrong).toMatchObject({
      acked: false,
      error: expect.stringContaining('We had some trouble connecting'),
    });
    expect(slack.warnings).toEqual([
      'The answer to a submission was refused: there is no input block "nowhere"',
    ]);
  });
});

describe('what a person can do in a form', () => {
  test('Slack itself asks for what is missing, and the app hears nothing', async () => {
    await start();
    await open(
      modal([
        textInput('what'),
        textInput('note', { optional: true }),
        input('short', { type: 'plain_text_input', min_length: 2, max_length: 4 }),
        input('link', { type: 'url_text_input' }, { optional: true }),
      ]),
    );
    const before = slack.deliveries.length;
    const { acked, errors } = await slack.submit('U0LINA', { short: '12345', link: 'no url' });
    expect({ acked, errors }).toEqual({
      acked: false,
      errors: {
        what: 'Please complete this required field.',
        short: 'Please enter no more than 4 characters.',
        link: 'Please enter a valid URL.',
      },
    });
    expect(slack.deliveries).toHaveLength(before);
  });

  test('every input sends the form that Slack sends', async () => {
    let sent: unknown;
    await start((app) => {
      app.view('form', async ({ ack, view }) => {
        sent = view.state.values;
        await ack();
      });
    });
    await open(
      modal([
        textInput('text'),
        input('select', { type: 'static_select', options: options('a', 'b') }),
        input('multi', { type: 'multi_static_select', options: options('a', 'b') }),
        input('radio', { type: 'radio_buttons', options: options('a', 'b') }),
        input('boxes', { type: 'checkboxes', options: options('a', 'b') }, { optional: true }),
        input('user', { type: 'users_select' }),
        input('users', { type: 'multi_users_select' }),
        input('channel', { type: 'conversations_select' }),
        input('date', { type: 'datepicker' }),
        input('time', { type: 'timepicker' }),
        input('instant', { type: 'datetimepicker' }),
        input('files', { type: 'file_input' }),
      ]),
    );
    await slack.submit('U0LINA', {
      text: '你好',
      select: 'b',
      multi: ['A', 'b'],
      radio: 'a',
      user: 'U0TOM',
      users: ['U0TOM', 'U0MARIA'],
      channel: 'C0CASES',
      date: '2026-03-08',
      time: '09:00',
      instant: 1_773_000_000,
      files: [{ name: 'invoice.pdf' }],
    });
    const [a, b] = options('a', 'b');
    expect(sent).toMatchObject({
      text: { text: { type: 'plain_text_input', value: '你好' } },
      select: { select: { type: 'static_select', selected_option: b } },
      multi: { multi: { selected_options: [a, b] } },
      radio: { radio: { selected_option: a } },
      boxes: { boxes: { type: 'checkboxes', selected_options: [] } },
      user: { user: { selected_user: 'U0TOM' } },
      users: { users: { selected_users: ['U0TOM', 'U0MARIA'] } },
      channel: { channel: { selected_conversation: 'C0CASES' } },
      date: { date: { selected_date: '2026-03-08' } },
      time: { time: { selected_time: '09:00' } },
      instant: { instant: { selected_date_time: 1_773_000_000 } },
      files: { files: { files: [{ name: 'invoice.pdf', filetype: 'pdf' }] } },
    });
  });

  test('inputs that dispatch: menus at once, texts at Enter or at each character', async () => {
    const heard: unknown[] = [];
    await start((app) => {
      app.action(/.*/, async ({ ack, action }) => {
        heard.push(action);
        await ack();
      });
    });
    const each = { dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] } };
    await open(
      modal([
        input('quiet', { type: 'static_select', options: options('a') }),
        input('loud', { type: 'static_select', options: options('a') }, { dispatch_action: true }),
        textInput('enter', { dispatch_action: true }),
        input('each', { type: 'plain_text_input', ...each }, { dispatch_action: true }),
      ]),
    );
    await slack.fill('U0LINA', { quiet: 'a', loud: 'a', enter: 'x', each: 'y' });
    expect(heard).toMatchObject([
      { action_id: 'loud', selected_option: { value: 'a' } },
      { action_id: 'each', value: 'y' },
    ]);
    expect(await slack.type('U0LINA', 'enter', 'done')).toEqual({ acked: true });
    expect(heard.at(-1)).toMatchObject({ action_id: 'enter', value: 'done' });
  });

  test('what is not there cannot be used', async () => {
    await start();
    await expect(slack.submit('U0LINA')).rejects.toThrow('U0LINA has no modal open');
    await open(modal([textInput('what'), input('select', { type: 'static_select', options: options('a') })]));
    await expect(slack.fill('U0LINA', { other: 'x' })).rejects.toThrow(
      'There is no "other" here; a person sees: what, select',
    );
    await expect(slack.fill('U0LINA', { select: 'z' })).rejects.toThrow('no option "z"; there are: a');
    const view = slack.views('U0LINA')[0]?.id ?? '';
    await expect(slack.click('U0TOM', { view }, 'what')).rejects.toThrow('has no view');
    await expect(slack.click('U0LINA', { view }, 'what')).rejects.toThrow('fill it instead');
  });
});

test('a Home tab is published per person, with a hash', async () => {
  await start();
  const home = (text: string) => ({ type: 'home' as const, blocks: [section(text)] });
  await client.views.publish({ user_id: 'U0LINA', view: home('1') });
  const hash = String(slack.home('U0LINA')?.view.hash);
  await client.views.publish({ user_id: 'U0LINA', hash, view: home('2') });
  await expect(client.views.publish({ user_id: 'U0LINA', hash, view: home('3') })).rejects.toEqual(
    refused('hash_conflict'),
  );
  await expect(client.views.publish({ user_id: 'U0NOBODY', view: home('1') })).rejects.toEqual(
    refused('invalid_arguments'),
  );
  slack.openHome('U0LINA');
  const event = { type: 'app_home_opened', user: 'U0LINA', tab: 'home', view: { type: 'home' } };
  expect(slack.deliveries.at(-1)?.payload).toMatchObject({ event });
  expect(slack.home('U0TOM')).toBeUndefined();
});
