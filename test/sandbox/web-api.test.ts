import type { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { SAMPLE_WORKSPACE } from '../../src/sandbox/local-slack/workspace.ts';
import { section } from './blocks.ts';
import { clientOf, localSlack } from './bolt-app.ts';

let slack: LocalSlack;
let client: WebClient;
let now = 1_700_000_000_000;

const workspace = {
  people: [
    ...SAMPLE_WORKSPACE.people,
    { id: 'U0GUEST', name: 'Guest', tz: 'Etc/UTC', locale: 'en-US', isRestricted: true },
  ],
  channels: [
    ...SAMPLE_WORKSPACE.channels,
    { id: 'C0OLD', name: 'old', isArchived: true },
    { id: 'G0SECRET', name: 'secret', isPrivate: true, hasBot: false },
    { id: 'C0SMALL', name: 'small', members: ['U0LINA'] },
  ],
};

beforeEach(async () => {
  now = 1_700_000_000_000;
  slack = await localSlack({ workspace, now: () => now });
  client = clientOf(slack);
});

const refused = (code: string) =>
  expect.objectContaining({ data: expect.objectContaining({ ok: false, error: code }) });

describe('tokens and scopes', () => {
  test('wrong, missing and misplaced tokens', async () => {
    await expect(clientOf(slack, 'xoxb-wrong').auth.test()).rejects.toEqual(refused('invalid_auth'));
    await expect(clientOf(slack, '').auth.test()).rejects.toEqual(refused('not_authed'));
    await expect(clientOf(slack, slack.appToken).auth.test()).rejects.toEqual(
      refused('not_allowed_token_type'),
    );
    await expect(client.apps.connections.open()).rejects.toEqual(refused('not_allowed_token_type'));
    await expect(client.apiCall('no.such')).rejects.toEqual(refused('unknown_method'));
    expect(await client.auth.test()).toMatchObject({
      ok: true,
      team_id: slack.teamId,
      user_id: slack.botUserId,
    });
  });

  test('a scope that was not granted', async () => {
    const narrow = clientOf(await localSlack({ scopes: ['commands', 'im:history'] }));
    const error = expect.objectContaining({
      data: expect.objectContaining({
        error: 'missing_scope',
        needed: 'chat:write',
        provided: 'commands,im:history',
      }),
    });
    await expect(narrow.chat.postMessage({ channel: 'C0CASES', text: 'x' })).rejects.toEqual(error);
    await expect(narrow.conversations.history({ channel: 'C0CASES' })).rejects.toEqual(
      refused('missing_scope'),
    );
    await expect(narrow.users.info({ user: 'U0LINA' })).rejects.toEqual(refused('missing_scope'));
  });
});

describe('where the bot may write', () => {
  const cases = {
    C0NOWHERE: 'channel_not_found',
    G0SECRET: 'channel_not_found',
    C0GENERAL: 'not_in_channel',
    C0OLD: 'is_archived',
  };
  test.each(Object.entries(cases))('%s: %s', async (channel, code) => {
    await expect(client.chat.postMessage({ channel, text: 'x' })).rejects.toEqual(refused(code));
  });

  test('ephemeral messages only to people in the channel', async () => {
    const whisper = (user: string) => client.chat.postEphemeral({ channel: 'C0SMALL', user, text: 'psst' });
    await expect(whisper('U0NOBODY')).rejects.toEqual(refused('user_not_found'));
    await expect(whisper('U0TOM')).rejects.toEqual(refused('user_not_in_channel'));
    await whisper('U0LINA');
    expect(slack.ephemerals('U0LINA')).toMatchObject([{ channel: 'C0SMALL', text: 'psst' }]);
  });

  test('joining makes a public channel writable; a person stands for the DM', async () => {
    await client.conversations.join({ channel: 'C0GENERAL' });
    await client.chat.postMessage({ channel: 'C0GENERAL', text: 'x' });
    const { channel } = await client.conversations.open({ users: 'U0LINA' });
    expect((await client.chat.postMessage({ channel: 'U0LINA', text: 'x' })).channel).toBe(channel?.id);
    await expect(client.conversations.open({ users: 'U0NOBODY' })).rejects.toEqual(refused('user_not_found'));
  });
});

describe('messages', () => {
  const post = (rest: object = {}) => client.chat.postMessage({ channel: 'C0CASES', text: 'hello', ...rest });

  test('a ts is unique and later than the one before, although the clock stands still or goes back', async () => {
    const seen: string[] = [];
    for (const at of [now, now, now - 60_000, now + 1]) {
      now = at;
      seen.push((await post()).ts ?? '');
    }
    expect(seen[0]).toBe('1700000000.000000');
    expect(new Set(seen).size).toBe(4);
    expect([...seen].sort()).toEqual(seen);
  });

  test('threads: malformed, missing, a reply instead of the root', async () => {
    await expect(post({ thread_ts: 'yesterday' })).rejects.toEqual(refused('invalid_thread_ts'));
    await expect(post({ thread_ts: '1600000000.000000' })).rejects.toEqual(refused('thread_not_found'));
    const root = await post();
    const reply = await post({ thread_ts: root.ts });
    await post({ thread_ts: reply.ts, text: 'astray' });
    expect(slack.thread('C0CASES', root.ts ?? '').map((one) => one.text)).toEqual([
      'hello',
      'hello',
      'astray',
    ]);
    expect(slack.warnings).toEqual([expect.stringContaining("is a reply: Slack wants the root's ts")]);
  });

  test('empty, too long, and blocks without a text', async () => {
    await expect(client.chat.postMessage({ channel: 'C0CASES', text: '' })).rejects.toEqual(
      refused('no_text'),
    );
    await expect(post({ text: 'x'.repeat(40_001) })).rejects.toEqual(refused('msg_too_long'));
    await expect(post({ blocks: '[{' })).rejects.toEqual(refused('invalid_blocks_format'));
    await post({ text: undefined, blocks: [section('only blocks')] });
    expect(slack.warnings).toEqual(['chat.postMessage: blocks without a top-level text']);
  });

  test('updates: own messages only, 4,000 characters, blocks kept unless replaced', async () => {
    const { ts = '' } = await post({ blocks: [section('kept')] });
    const theirs = slack.say('U0TOM', 'C0CASES', 'mine');
    const update = (rest: object) => client.chat.update({ channel: 'C0CASES', ts, text: 'new', ...rest });
    await expect(update({ ts: '1600000000.000000' })).rejects.toEqual(refused('message_not_found'));
    await expect(update({ ts: theirs.ts })).rejects.toEqual(refused('cant_update_message'));
    await expect(update({ text: 'x'.repeat(4_001) })).rejects.toEqual(refused('msg_too_long'));
    await expect(update({ text: undefined })).rejects.toEqual(refused('no_text'));
    await update({});
    expect(slack.messages('C0CASES')[0]).toMatchObject({ text: 'new', blocks: [{ text: { text: 'kept' } }] });
    await update({ blocks: [] });
    expect(slack.messages('C0CASES')[0]?.blocks).toEqual([]);
    await expect(client.chat.delete({ channel: 'C0CASES', ts: theirs.ts })).rejects.toEqual(
      refused('cant_delete_message'),
    );
  });

  test('a deleted root with replies leaves a tombstone, one without is gone', async () => {
    const root = await post();
    await post({ thread_ts: root.ts });
    const { ts = '' } = await post();
    slack.deleteMessage('C0CASES', root.ts ?? '');
    slack.deleteMessage('C0CASES', ts);
    await expect(client.chat.update({ channel: 'C0CASES', ts: root.ts ?? '', text: 'x' })).rejects.toEqual(
      refused('message_not_found'),
    );
    await expect(post({ thread_ts: ts })).rejects.toEqual(refused('thread_not_found'));
    const { messages } = await client.conversations.history({ channel: 'C0CASES' });
    expect(messages).toMatchObject([{ subtype: 'tombstone', text: 'This message was deleted.' }]);
  });

  test('metadata: well-formed, returned only to those who ask, kept by updates', async () => {
    const metadata = { event_type: 'docket', event_payload: { key: 'n-1' } };
    const root = await post({ metadata });
    const reply = await post({
      thread_ts: root.ts,
      metadata: { ...metadata, event_payload: { key: 'n-2' } },
    });
    await expect(post({ metadata: { event_type: 'docket' } })).rejects.toEqual(
      refused('invalid_metadata_format'),
    );
    const huge = { ...metadata, event_payload: { key: 'x'.repeat(9_000) } };
    await expect(post({ metadata: huge })).rejects.toEqual(refused('metadata_too_large'));

    await client.chat.update({ channel: 'C0CASES', ts: root.ts ?? '', text: 'new' });
    const plainly = await client.conversations.history({ channel: 'C0CASES' });
    expect(plainly.messages?.[0]).not.toHaveProperty('metadata');
    const fully = await client.conversations.history({ channel: 'C0CASES', include_all_metadata: true });
    expect(fully.messages?.[0]).toMatchObject({ metadata, reply_count: 1, latest_reply: reply.ts });
    const thread = await client.conversations.replies({
      channel: 'C0CASES',
      ts: root.ts ?? '',
      include_all_metadata: true,
    });
    expect(thread.messages?.map((one) => one.metadata?.event_payload)).toEqual([
      { key: 'n-1' },
      { key: 'n-2' },
    ]);
  });

  test('history and replies by pages and ranges', async () => {
    const ts: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      now += 1_000;
      ts.push((await post({ text: `m${index}` })).ts ?? '');
    }
    const texts = async (rest: object) => {
      const { messages = [] } = await client.conversations.history({ channel: 'C0CASES', ...rest });
      return messages.map((one) => one.text);
    };
    expect(await texts({ oldest: ts[1], latest: ts[3] })).toEqual(['m2']);
    expect(await texts({ oldest: ts[1], latest: ts[3], inclusive: true })).toEqual(['m3', 'm2', 'm1']);
    const first = await client.conversations.history({ channel: 'C0CASES', limit: 2 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    expect(first.has_more).toBe(true);
    expect(await texts({ limit: 2, cursor })).toEqual(['m2', 'm1']);
    await expect(texts({ cursor: 'nonsense' })).rejects.toEqual(refused('invalid_cursor'));
    await expect(
      client.conversations.replies({ channel: 'C0CASES', ts: '1600000000.000000' }),
    ).rejects.toEqual(refused('thread_not_found'));
  });

  test('a permalink leads to the message on the page', async () => {
    const root = await post();
    const reply = await post({ thread_ts: root.ts });
    const link = await client.chat.getPermalink({ channel: 'C0CASES', message_ts: reply.ts ?? '' });
    expect(link.permalink).toBe(
      `${slack.url}archives/C0CASES/p1700000000000001?thread_ts=${root.ts}&cid=C0CASES`,
    );
  });
});

test('people: zone, offset at the product’s clock, locale on request, guests', async () => {
  const maria = await client.users.info({ user: 'U0MARIA', include_locale: true });
  expect(maria.user).toMatchObject({
    tz: 'America/New_York',
    tz_offset: -18_000,
    is_admin: true,
    locale: 'en-US',
  });
  now = Date.UTC(2024, 6, 1);
  const summer = await client.users.info({ user: 'U0MARIA' });
  expect(summer.user).toMatchObject({ tz_offset: -14_400, tz_label: 'Eastern Daylight Time' });
  expect(summer.user).not.toHaveProperty('locale');
  const { members = [] } = await client.users.list({});
  expect(members.filter((one) => one.is_restricted).map((one) => one.id)).toEqual(['U0GUEST']);
  await expect(client.users.info({ user: 'U0NOBODY' })).rejects.toEqual(refused('user_not_found'));
});

test('channels: what the bot sees, and their members', async () => {
  const { channels = [] } = await client.conversations.list({
    types: 'public_channel,private_channel',
    exclude_archived: true,
  });
  expect(channels.map((one) => one.id)).toEqual(['C0CASES', 'C0GENERAL', 'C0SMALL']);
  expect((await client.conversations.members({ channel: 'C0SMALL' })).members).toEqual([
    'U0LINA',
    'U0DOCKET',
  ]);
  expect((await client.conversations.info({ channel: 'C0GENERAL' })).channel).toMatchObject({
    is_member: false,
  });
  expect((await client.team.info()).team?.id).toBe('T0DOCKET');
  expect((await client.bots.info({ bot: 'B0DOCKET' })).bot?.user_id).toBe('U0DOCKET');
});
