import { expect, it } from 'vitest';
import { readEventless } from '../../src/slack/socket-messages.ts';
import { lastTold, onSlack } from './on-slack.ts';

const LIMITED = {
  type: 'events_api',
  envelope_id: 'e1',
  accepts_response_payload: false,
  payload: { type: 'app_rate_limited', team_id: 'T0DOCKET', minute_rate_limited: 1_518_467_820 },
};

it('leaves alone what has an event, and what is no message at all', () => {
  const event = { ...LIMITED, payload: { ...LIMITED.payload, event: { type: 'app_mention' } } };
  for (const data of [JSON.stringify(event), JSON.stringify({ type: 'hello' }), '{', undefined])
    expect(readEventless(data)).toBe(null);
});

it('word of a rate limit, which names no event, does not end the process', async () => {
  const { slack, errors } = await onSlack();
  // An unheard rejection fails the run.
  slack.faults.sendToSockets(LIMITED);
  await slack.command('U0TOM', 'C0CASES', '/case show 4242');
  await slack.eventually(() => lastTold(slack, 'U0TOM').includes('There is no case #4242'));
  expect(errors).toEqual([]);
});
