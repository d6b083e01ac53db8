import { expect, test } from 'vitest';
import { clientOf, localSlack, socketPair } from './bolt-app.ts';

const heard = (slack: { deliveries: { payload: Record<string, unknown> }[] }) =>
  slack.deliveries.map(({ payload }) => (payload.event as { type: string }).type);

test('a message in the direct message with the app is an event message of type im', async () => {
  const slack = await socketPair(() => {});
  const { ts } = slack.say('U0TOM', slack.dm('U0TOM'), 'hello');
  expect(slack.deliveries[0]?.payload).toMatchObject({
    type: 'event_callback',
    event: {
      type: 'message',
      channel_type: 'im',
      channel: slack.dm('U0TOM'),
      user: 'U0TOM',
      text: 'hello',
      ts,
    },
  });
});

test('what the app did not subscribe to is not sent', async () => {
  const slack = await socketPair(() => {}, { events: ['app_mention', 'message.im'] });
  slack.say('U0TOM', slack.dm('U0TOM'), 'hello');
  slack.say('U0TOM', 'C0CASES', '@Docket hello');
  slack.openHome('U0TOM');
  expect(await slack.emit({ type: 'app_uninstalled' })).toEqual({ acked: false, error: 'not_subscribed' });
  expect(heard(slack)).toEqual(['message', 'app_mention']);
  const deaf = await socketPair(() => {}, { events: [] });
  deaf.say('U0TOM', deaf.dm('U0TOM'), 'hello');
  expect(deaf.deliveries).toEqual([]);
});

test('a status stands in the profile until it runs out', async () => {
  let now = Date.UTC(2026, 6, 1);
  const slack = await socketPair(() => {}, { now: () => now });
  const { users } = clientOf(slack);
  const profile = async () => (await users.info({ user: 'U0LINA' })).user?.profile;
  expect(await profile()).toMatchObject({ status_emoji: '', status_text: '', status_expiration: 0 });
  const expiration = now / 1_000 + 3_600;
  slack.setStatus('U0LINA', { emoji: ':palm_tree:', text: 'Vacationing', expiration });
  const set = { status_emoji: ':palm_tree:', status_text: 'Vacationing', status_expiration: expiration };
  expect(await profile()).toMatchObject(set);
  expect(slack.deliveries.at(-1)?.payload).toMatchObject({
    event: { type: 'user_change', user: { id: 'U0LINA', profile: set } },
  });
  const [listed] = (await users.list({})).members ?? [];
  expect(listed?.profile).toMatchObject(set);
  expect(slack.people.find(({ id }) => id === 'U0LINA')?.status?.text).toBe('Vacationing');
  now += 3_600_000;
  expect(await profile()).toMatchObject({ status_emoji: '', status_text: '', status_expiration: 0 });
});

test('a status is taken back, outlives a restart, and is no essay', async () => {
  const slack = await localSlack();
  const forever = { emoji: '', text: 'Out sick', expiration: 0 };
  slack.setStatus('U0TOM', forever);
  const next = await localSlack();
  next.restore(slack.keep());
  const statusIn = (one: typeof slack) => one.people.find(({ id }) => id === 'U0TOM')?.status;
  expect(statusIn(next)).toEqual({ ...forever, emoji: ':speech_balloon:' });
  next.setStatus('U0TOM', null);
  expect(statusIn(next)).toBeUndefined();
  expect(() => next.setStatus('U0TOM', { ...forever, text: 'x'.repeat(101) })).toThrow('100 characters');
});
