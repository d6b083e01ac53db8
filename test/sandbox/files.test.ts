import type { ModalView } from '@slack/types';
import { expect, test } from 'vitest';
import type { LocalSlack, LocalSlackOptions } from '../../src/sandbox/local-slack/local-slack.ts';
import { input, modal, section } from './blocks.ts';
import { clientOf, socketPair } from './bolt-app.ts';

interface SentFile {
  id: string;
  name: string;
  url_private: string;
  url_private_download: string;
}

/** Opens a form with one file input for Li Na; what she sends arrives in `sent`. */
async function withForm(element: object = {}, options: LocalSlackOptions = {}) {
  const sent: SentFile[][] = [];
  const view: ModalView = modal([input('proof', { type: 'file_input', ...element })]);
  const slack = await socketPair((app) => {
    app.command('/case', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    app.view('form', async ({ ack, view: { state } }) => {
      sent.push((state.values.proof?.proof as { files?: SentFile[] } | undefined)?.files ?? []);
      await ack();
    });
  }, options);
  await slack.command('U0LINA', 'C0CASES', '/case');
  await slack.eventually(() => slack.views('U0LINA').length === 1);
  return { slack, sent };
}

const get = (url: string, token?: string) =>
  fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ error: code }) });

test('a file in a form reaches the app, which reads it with its token', async () => {
  const { slack, sent } = await withForm({ filetypes: ['pdf'], max_files: 2 });
  const proof = { name: 'proof of delivery.pdf', content: '%PDF-1.7 …' };
  expect(await slack.submit('U0LINA', { proof: [proof] })).toMatchObject({ acked: true, closed: true });
  const [file] = sent[0] ?? [];
  expect(file).toMatchObject({
    name: 'proof of delivery.pdf',
    mimetype: 'application/pdf',
    filetype: 'pdf',
    size: Buffer.byteLength(proof.content),
    user: 'U0LINA',
    mode: 'hosted',
  });
  const { id = '', url_private: url = '', url_private_download: download = '' } = file ?? {};
  const read = await get(url, slack.botToken);
  expect([read.status, read.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(await read.text()).toBe(proof.content);
  expect(await (await get(download, slack.botToken)).text()).toBe(proof.content);
  expect(await clientOf(slack).files.info({ file: id })).toMatchObject({ file: { id, url_private: url } });
  await expect(clientOf(slack).files.info({ file: 'F0NONE' })).rejects.toEqual(refused('file_not_found'));
});

test('without the token a file is Slack’s login page, with status 200', async () => {
  const { slack, sent } = await withForm();
  await slack.submit('U0LINA', { proof: ['proof.pdf'] });
  const url = sent[0]?.[0]?.url_private ?? '';
  for (const token of [undefined, 'xoxb-wrong']) {
    const answer = await get(url, token);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('Sign in');
  }
  expect((await get(`${slack.url}files-pri/T0-F0NONE/x.pdf`, slack.botToken)).status).toBe(404);
  slack.faults.fail('url_private', { kind: 'status', status: 503 });
  expect((await get(url, slack.botToken)).status).toBe(503);
});

test('too many files, none where one is needed, more than 10 MB', async () => {
  const { slack, sent } = await withForm({ max_files: 2 });
  expect(await slack.submit('U0LINA', { proof: ['a.png', 'b.png', 'c.png'] })).toMatchObject({
    errors: { proof: 'Please choose no more than 2.' },
  });
  expect(await slack.submit('U0LINA', { proof: [] })).toMatchObject({
    errors: { proof: 'Please complete this required field.' },
  });
  await expect(slack.fill('U0LINA', { proof: [{ name: 'a.zip', size: 10_000_001 }] })).rejects.toThrow(
    'a.zip is larger than 10 MB',
  );
  expect(sent).toEqual([]);
});

test.each([
  ['eleven files', { max_files: 11 }],
  ['no file', { max_files: 0 }],
  ['an unknown property', { accept: '*' }],
])('Slack refuses an input for %s', async (_what, element) => {
  const { slack } = await withForm();
  const view = modal([input('proof', { type: 'file_input', ...element })]);
  const view_id = slack.views('U0LINA')[0]?.id ?? '';
  await expect(clientOf(slack).views.update({ view_id, view })).rejects.toEqual(refused('invalid_arguments'));
});

test('a file input stands in modals only', async () => {
  const { slack } = await withForm();
  const blocks = [section('x'), input('proof', { type: 'file_input' })];
  const post = clientOf(slack).chat.postMessage({ channel: 'C0CASES', text: 'x', blocks });
  await expect(post).rejects.toEqual(refused('invalid_blocks'));
});

test('an app without files:read neither asks for files nor reads them', async () => {
  const { slack, sent } = await withForm();
  await slack.submit('U0LINA', { proof: ['a.png'] });
  const scopes = ['commands', 'chat:write'];
  const narrow = await socketPair(
    (app) =>
      app.command('/case', async ({ ack, body, client }) => {
        await ack();
        const view = modal([input('proof', { type: 'file_input' })]);
        await client.views.open({ trigger_id: body.trigger_id, view });
      }),
    { scopes },
  );
  await narrow.command('U0LINA', 'C0CASES', '/case');
  const opened = await narrow.eventually(
    () => narrow.calls.find(({ method }) => method === 'views.open')?.answer,
  );
  expect(opened).toMatchObject({ ok: false, error: 'missing_scope', needed: 'files:read' });
  const info = clientOf(narrow).files.info({ file: sent[0]?.[0]?.id ?? '' });
  await expect(info).rejects.toEqual(refused('missing_scope'));
});

test('the page uploads first and names the file in the form', async () => {
  const { slack, sent } = await withForm();
  const upload = async (user: string, body: string | Buffer) =>
    (
      await fetch(`${slack.url}sandbox/upload?user=${user}&name=note.txt`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body,
      })
    ).json() as Promise<{ ok: boolean; error?: string; file?: { id: string } }>;
  expect(await upload('U0LINA', Buffer.alloc(10_000_001))).toMatchObject({
    ok: false,
    error: 'note.txt is larger than 10 MB',
  });
  const mine = await upload('U0LINA', 'hello');
  const others = await upload('U0TOM', 'hello');
  expect(await submit(slack, others.file)).toMatchObject({ ok: false });
  expect(await submit(slack, mine.file)).toEqual({ ok: true });
  expect(sent).toMatchObject([[{ name: 'note.txt', mimetype: 'text/plain', filetype: 'text', size: 5 }]]);
});

async function submit(slack: LocalSlack, file: { id: string } | undefined): Promise<unknown> {
  const values = { proof: { proof: { type: 'file_input', files: [file] } } };
  const body = JSON.stringify({ type: 'submit', user: 'U0LINA', view: slack.views('U0LINA')[0]?.id, values });
  return (await fetch(`${slack.url}sandbox/act`, { method: 'POST', body })).json();
}
