import { createServer } from 'node:http';
import { ADMIN, WORKSPACE } from '../bench-deps.ts';
import { onAsked, tell } from './processes.ts';
import { zoneByDay } from './zone.ts';

/** A Slack that says yes at once, in a process of its own. It counts the messages that it was sent. */
let posted = 0;
let views = 0;

const zone = zoneByDay(new Date());
const member = (id: string) => ({
  id,
  team_id: WORKSPACE,
  name: id,
  tz: zone,
  locale: 'en-US',
  profile: { display_name: id },
  is_admin: id === ADMIN,
});

const METHODS: Readonly<Record<string, (args: URLSearchParams) => object>> = {
  'auth.test': () => ({
    team_id: WORKSPACE,
    user_id: 'U0BOT',
    bot_id: 'B0BOT',
    user: 'docket',
    url: 'https://bench.slack.com/',
  }),
  'conversations.info': () => ({ channel: { id: 'C0CASES', is_member: true, is_archived: false } }),
  'users.info': (args) => ({ user: member(args.get('user') ?? '') }),
  'users.list': () => ({ members: [member(ADMIN)], response_metadata: { next_cursor: '' } }),
  'views.open': () => ({ view: { id: `V${(views += 1)}` } }),
  'chat.postMessage': () => ({ ts: `3.${String((posted += 1)).padStart(6, '0')}`, channel: 'C0CASES' }),
  'chat.update': (args) => ({ ts: args.get('ts') ?? '', channel: 'C0CASES' }),
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const method = request.url?.split('/').at(-1) ?? '';
    const args = new URLSearchParams(Buffer.concat(chunks).toString());
    const answer = JSON.stringify({ ok: true, ...METHODS[method]?.(args) });
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) tell({ url: `http://127.0.0.1:${address.port}/api/` });
});
onAsked(async () => posted);
