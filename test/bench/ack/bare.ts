import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { WORKSPACE } from '../bench-deps.ts';
import { givenOptions, tell } from './processes.ts';

/** As little as Bolt can do: check the signature, acknowledge. */
const { secret } = givenOptions<{ secret: string }>();

const receiver = new HTTPReceiver({ signingSecret: secret, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BOT', botUserId: 'U0BOT', teamId: WORKSPACE }),
  convoStore: false,
  logLevel: LogLevel.ERROR,
});
app.command('/case', async ({ ack }) => {
  await ack();
});
const server = await receiver.start(0);
const address = server.address();
if (typeof address === 'object' && address !== null)
  tell({ url: `http://127.0.0.1:${address.port}/slack/events` });
