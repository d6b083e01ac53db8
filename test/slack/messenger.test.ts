import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../../src/desk/ports/log.ts';
import type { Messenger, Post } from '../../src/desk/ports/messenger.ts';
import { deliveryOptions } from '../../src/slack/clients.ts';
import { slackMessenger } from '../../src/slack/messenger.ts';
import { FRIDAY, LI, open, viewOf } from './story.ts';

type Reply = (response: ServerResponse, call: Call) => void;
interface Call {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
}

const json =
  (body: object, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
const raw =
  (body: string, status = 200): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end(body);
  };
const hangsUp: Reply = (response) => response.destroy();
const neverAnswers: Reply = () => {};
const ok = json({ ok: true, ts: '1795212000.000200' });
const error = (code: string) => json({ ok: false, error: code });

/** Slack, as far as a test scripts it: each call takes the next reply. */
let replies: Reply[];
let calls: Call[];
let errors: string[];
let url: string;
let server: ReturnType<typeof createServer>;

beforeEach(async () => {
  [replies, calls, errors] = [[], [], []];
  server = createServer((request, response) => {
    read(request).then(
      (body) => {
        const call = {
          method: request.url?.split('/').at(-1) ?? '',
          args: Object.fromEntries(new URLSearchParams(body)),
        };
        calls.push(call);
        (replies.shift() ?? error('no_reply_scripted'))(response, call);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

const quiet = () => {};
const log: Log = { debug: quiet, info: quiet, warn: quiet, error: (_, said) => errors.push(said) };

const messenger = (timeout = 10_000): Messenger =>
  slackMessenger({
    clientFor: () => new WebClient('xoxb-test', { ...deliveryOptions({ slackApiUrl: url, log }), timeout }),
    log,
  });

const story = open();
const card: Post = {
  workspace: story.case.workspace,
  channel: 'C0CASES',
  threadTs: null,
  key: 'card.42',
  locale: 'en',
  content: { kind: 'card', view: viewOf(story), now: FRIDAY },
};
const note: Post = {
  ...card,
  threadTs: '1795212000.000100',
  key: '42.1',
  locale: 'zh-CN',
  content: {
    kind: 'notices',
    notices: story.notices,
    view: viewOf(story),
    mention: [LI],
    lateSince: null,
    instead: null,
    over: false,
    now: FRIDAY,
  },
};
const post = (reply: Reply, message = card) => {
  replies.push(reply);
  return messenger().post(message);
};

describe('sending', () => {
  test('a card goes to the channel, with its key, once', async () => {
    expect(await post(ok)).toEqual({ kind: 'sent', ts: '1795212000.000200' });
    expect(calls).toHaveLength(1);
    const { method, args } = calls[0] ?? { method: '', args: {} };
    expect(method).toBe('chat.postMessage');
    expect(args).toMatchObject({ channel: 'C0CASES', unfurl_links: 'false' });
    expect(args).not.toHaveProperty('thread_ts');
    expect(args['text']).toContain('#42 · Store A US');
    expect(JSON.parse(args['metadata'] ?? '')).toEqual({
      event_type: 'docket_message',
      event_payload: { key: 'card.42' },
    });
  });

  test('a notice goes to its thread, in the language asked for', async () => {
    expect(await post(ok, note)).toMatchObject({ kind: 'sent' });
    expect(calls[0]?.args).toMatchObject({ thread_ts: '1795212000.000100' });
    expect(calls[0]?.args['text']).toContain('新建了这个案件');
  });

  test('an update names its message', async () => {
    replies.push(ok);
    expect(await messenger().update(card, '1795212000.000100')).toMatchObject({ kind: 'sent' });
    expect(calls[0]).toMatchObject({ method: 'chat.update', args: { ts: '1795212000.000100' } });
  });

  test('where Docket is not installed nothing is sent', async () => {
    const nowhere = slackMessenger({ clientFor: () => null, log });
    expect(await nowhere.post(card)).toEqual({
      kind: 'refused',
      code: 'not_installed',
      about: 'installation',
    });
  });
});

describe('what became of it', () => {
  test.each([
    ['is_archived', 'place'],
    ['channel_not_found', 'place'],
    ['restricted_action_thread_locked', 'place'],
    ['thread_not_found', 'gone'],
    ['msg_too_long', 'message'],
    ['token_revoked', 'installation'],
  ])('%s is final, for the %s', async (code, about) =>
    expect(await post(error(code))).toEqual({ kind: 'refused', code, about }),
  );

  test.each([
    ['a server error', json({}, 503)],
    ['a lost connection', hangsUp],
    ['half an answer', raw('{"ok":tr')],
    ['a page of a proxy', raw('<html>Bad gateway</html>')],
    ['an internal error, of which a part may have succeeded', error('internal_error')],
    ['an answer without ts', json({ ok: true })],
  ])('after %s the message may stand there: unknown, and sent once', async (_, reply) => {
    expect(await post(reply)).toMatchObject({ kind: 'unknown' });
    expect(calls).toHaveLength(1);
  });

  test('after no answer in time too', async () => {
    replies.push(neverAnswers);
    expect(await messenger(100).post(card)).toEqual({ kind: 'unknown', why: 'TimeoutError' });
  });

  test('too many requests: later, when Slack says', async () => {
    expect(await post(json({}, 429, { 'retry-after': '17' }))).toEqual({
      kind: 'later',
      afterMs: 17_000,
      why: 'ratelimited',
      limited: true,
    });
  });

  test('too many requests, without a word of when: later, in half a minute', async () => {
    expect(await post(json({}, 429))).toMatchObject({ kind: 'later', afterMs: 30_000 });
  });

  test('an error that nobody has heard of is tried again later', async () => {
    expect(await post(error('team_on_the_move'))).toMatchObject({ kind: 'later', why: 'team_on_the_move' });
  });

  test('Slack not reachable at all: nothing was sent, later', async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(await messenger().post(card)).toMatchObject({
      kind: 'later',
      why: 'ECONNREFUSED',
    });
  });
});

describe('blocks that Slack refuses', () => {
  test.each(['invalid_blocks', 'msg_blocks_too_long'])(
    'after %s the same words go out as plain text, and the log says so',
    async (code) => {
      replies.push(error(code), ok);
      expect(await messenger().post(note)).toMatchObject({ kind: 'sent' });
      expect(calls[1]?.args['blocks']).toBe('[]');
      expect(calls[1]?.args['text']).toContain('The Buy Box is gone since Thursday');
      expect(calls[1]?.args['metadata']).toBe(calls[0]?.args['metadata']);
      expect(errors).toContain('Slack refused our blocks; sending plain text instead');
    },
  );

  test('a plain text that is refused too is refused', async () => {
    replies.push(error('invalid_blocks'), error('is_archived'));
    expect(await messenger().post(note)).toMatchObject({ kind: 'refused', code: 'is_archived' });
  });
});

describe('looking for a message', () => {
  const found = (key: string, ts: string) => ({
    ts,
    metadata: { event_type: 'docket_message', event_payload: { key } },
  });
  const page = (messages: object[], cursor = '') =>
    json({ ok: true, messages, response_metadata: { next_cursor: cursor } });

  test('it is found in its thread by its key, pages away', async () => {
    replies.push(page([{ ts: '1.1' }, found('42.2', '1.2')], 'more'), page([found('42.1', '1.3')]));
    expect(await messenger().find(note, FRIDAY)).toEqual({ kind: 'found', ts: '1.3' });
    expect(calls[0]).toMatchObject({
      method: 'conversations.replies',
      args: {
        ts: '1795212000.000100',
        include_all_metadata: 'true',
        oldest: String((FRIDAY - 60_000) / 1000),
      },
    });
    expect(calls[1]?.args['cursor']).toBe('more');
  });

  test('a root message is looked for in the channel', async () => {
    replies.push(page([]));
    expect(await messenger().find(card, FRIDAY)).toEqual({ kind: 'absent' });
    expect(calls[0]?.method).toBe('conversations.history');
  });

  test('another app that uses the same key is not ours', async () => {
    replies.push(
      page([{ ...found('card.42', '1.1'), metadata: { event_type: 'other', event_payload: {} } }]),
    );
    expect(await messenger().find(card, FRIDAY)).toEqual({ kind: 'absent' });
  });

  test.each([
    ['a server error', json({}, 500)],
    ['too many requests', json({}, 429)],
    ['a channel that is gone', error('channel_not_found')],
    ['an answer in another form', json({ ok: true, messages: 'none' })],
  ])('%s leaves it unknown', async (_, reply) => {
    replies.push(reply);
    expect(await messenger().find(card, FRIDAY)).toMatchObject({ kind: 'unknown' });
  });

  test('a look-up without end stops', async () => {
    replies.push(...Array.from({ length: 30 }, () => page([], 'more')));
    expect(await messenger().find(card, FRIDAY)).toMatchObject({ kind: 'unknown' });
    expect(calls).toHaveLength(10);
  });
});
