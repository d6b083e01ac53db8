import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { WORKSPACE } from '../bench-deps.ts';
import { givenOptions, onAsked, tell } from './processes.ts';

/**
 * People who type `/case open …`, so many a second by the clock, whether or not the ones before were answered.
 * A latency counts from the instant at which the command was due, so that a stalled server can't hide it.
 */
interface Load {
  readonly url: string;
  readonly perSecond: number;
  readonly seconds: number;
}

const { secret } = givenOptions<{ secret: string }>();
const PEOPLE = 50;
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

let typed = 0;

function command(): string {
  typed += 1;
  return new URLSearchParams({
    token: 'unused',
    team_id: WORKSPACE,
    team_domain: 'bench',
    channel_id: 'C0CASES',
    channel_name: 'cases',
    user_id: `U${String(typed % PEOPLE).padStart(4, '0')}`,
    user_name: 'somebody',
    command: '/case',
    text: `open B0${typed.toString(36).toUpperCase().padStart(8, '0')} lost the Buy Box`,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/respond',
    trigger_id: randomUUID(),
  }).toString();
}

/** Slack gives up after this. */
const PATIENCE_MS = 3_000;

/** Milliseconds until the answer was there in full; null where it was no acknowledgement, or came too late. */
function send(url: string, dueAt: number): Promise<number | null> {
  const body = command();
  const timestamp = Math.floor(Date.now() / 1_000);
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${digest}`,
      },
    });
    sent.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200 ? performance.now() - dueAt : null));
    });
    sent.on('error', () => resolve(null));
    sent.end(body);
  });
}

onAsked(async ({ url, perSecond, seconds }: Load) => {
  const count = perSecond * seconds;
  const start = performance.now() + 20;
  const answers: Promise<number | null>[] = [];
  for (let i = 0; i < count; i += 1) {
    const dueAt = start + (i * 1_000) / perSecond;
    const wait = dueAt - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    answers.push(send(url, dueAt));
  }
  return Promise.all(answers);
});
tell({});
