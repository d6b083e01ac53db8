import type {
  SandboxChannel,
  SandboxCommand,
  SandboxPerson,
  SandboxShortcut,
  SandboxState,
  SandboxUpcoming,
} from '../protocol.ts';
import { type Driver, driverOn } from './driver.ts';
import { type ApiCall, Faults } from './faults.ts';
import { httpServer, listen } from './http-server.ts';
import type { Json } from './json.ts';
import { channelState, personState, sandboxState } from './page/state.ts';
import { StateStream } from './page/stream.ts';
import type { Stage } from './people/stage.ts';
import { ResponseUrls } from './response-urls.ts';
import { type Ack, Deliveries, type Delivery, type EnvelopeType } from './transport/delivery.ts';
import { type Forgery, SignedHttp } from './transport/signed-http.ts';
import { type DisconnectReason, SocketHub } from './transport/socket-hub.ts';
import { Triggers } from './triggers.ts';
import { Views } from './views.ts';
import { BOT, SAMPLE_WORKSPACE, TEAM, type WorkspaceSeed } from './workspace.ts';
import { type SlackError, World } from './world.ts';
import { type KeptWorld, keptFrom, restore } from './world-as-json.ts';

export interface LocalSlackOptions {
  /** 0, the default, takes any free port. Always on 127.0.0.1. */
  port?: number;
  /** The product's clock: message timestamps and dates come from it. Default: the wall clock. */
  now?: () => number;
  /** Real time, by which triggers and response URLs expire. Tests move it. */
  monotonic?: () => number;
  workspace?: WorkspaceSeed;
  /** Sends payloads there as signed HTTP requests, instead of over Socket Mode. A function is asked at each
   * payload: the app's port may be known only after it was given this Slack's URL. */
  requestUrl?: string | (() => string);
  /** The bot's scopes; without them every method is allowed. */
  scopes?: string[];
  /** Slash commands of the app, with their slash. Default: `/case`. */
  commands?: readonly (string | SandboxCommand)[];
  /** Default: none. */
  shortcuts?: readonly SandboxShortcut[];
  /** Bot events that the app subscribed to, such as `message.im`; others are not sent. Default: all. */
  events?: readonly string[];
  /** The built page. */
  pageDir?: string;
  /** How long the app has to acknowledge. Default: Slack's 3 s. */
  ackMs?: number;
  /** When an unacknowledged event is sent again. Default: Slack's at once, 1 min, 5 min. */
  eventRetryMs?: readonly number[];
  hooks?: {
    upcoming?: () => Promise<SandboxUpcoming[]>;
    turn?: (byMs: number) => Promise<void>;
    turnToNext?: () => Promise<void>;
  };
}

/** What tests make go wrong, in the Web API and on the way to the app. */
export interface LocalSlackFaults {
  fail: Faults['fail'];
  on: Faults['on'];
  clear(): void;
  /** Tells the sockets to go: all of them, or the oldest. */
  disconnectSockets(reason: DisconnectReason, most?: number): void;
  /** Cuts the sockets without a word: all of them, or the oldest. */
  cutSockets(most?: number): void;
  /** Sends any message to every socket, such as `{ type: 'app_rate_limited' }`. */
  sendToSockets(message: Json): void;
  /** The next payload goes out this many times at once, with the same ids. */
  repeatNextDelivery(times: number): void;
  /** Sends what was sent already once more, or several times at once; resolves with each answer. */
  deliverAgain(delivery: Delivery, times?: number): Promise<Ack[]>;
}

export interface LocalSlack extends Driver {
  apiUrl: string;
  url: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  teamId: string;
  botUserId: string;
  readonly people: SandboxPerson[];
  readonly channels: SandboxChannel[];
  readonly calls: ApiCall[];
  readonly deliveries: Delivery[];
  /** Poor but accepted requests, refused acknowledgements and faults of the local Slack: tests assert none. */
  readonly warnings: string[];
  readonly slackErrors: SlackError[];
  /** How many Socket Mode connections take payloads now. */
  readonly connections: number;
  faults: LocalSlackFaults;
  /** Posts one signed or forged request to a request URL, by default that of the options. */
  postSigned(
    type: EnvelopeType,
    payload: Json,
    forgery?: Forgery & { url?: string },
  ): Promise<{ status: number; body: string }>;
  state(): Promise<SandboxState>;
  /** All that must outlive a restart, as plain JSON. */
  keep(): KeptWorld;
  /** Goes on from a kept world. For the start, before anybody acts: what stands here is replaced. */
  restore(kept: KeptWorld): void;
  /** Calls back at each change. Returns how to stop. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Of the shape of Slack's, so that a real server takes it. */
const SIGNING_SECRET = '0123456789abcdef'.repeat(2);
const TOKENS = { bot: 'xoxb-local-bot-token', app: 'xapp-1-A0DOCKET-local-app-token' };
const SLACK_RETRIES_MS = [0, 60_000, 300_000];

export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const {
    now = Date.now,
    monotonic = () => performance.now(),
    hooks = {},
    ackMs = 3_000,
    requestUrl: given,
  } = options;
  const requestUrl = typeof given === 'string' ? () => given : given;
  const world = new World(options.workspace ?? SAMPLE_WORKSPACE, now);
  const views = new Views(world);
  const hub = new SocketHub(ackMs);
  const transport = requestUrl === undefined ? hub : new SignedHttp(requestUrl, SIGNING_SECRET, ackMs);
  const deliveries = new Deliveries({
    transport,
    world,
    eventRetryMs: options.eventRetryMs ?? SLACK_RETRIES_MS,
  });
  const faults = new Faults();
  const calls: ApiCall[] = [];
  let url = '';
  const stage: Stage = {
    world,
    views,
    deliveries,
    triggers: new Triggers(monotonic),
    responseUrls: new ResponseUrls(world, monotonic),
    commands: (options.commands ?? ['/case']).map((one) =>
      typeof one === 'string' ? { name: one, hint: '', description: '' } : one,
    ),
    shortcuts: checkedShortcuts(options.shortcuts ?? []),
    events: options.events,
    url: () => url,
    newSocketUrl: () => `${url.replace('http', 'ws')}link?ticket=${hub.ticket()}&app_id=${BOT.appId}`,
  };
  const state = async () => sandboxState(stage, (await hooks.upcoming?.().catch(() => [])) ?? []);
  const stream = new StateStream(world, state);
  const webApi = { slack: stage, tokens: TOKENS, faults, calls, scopes: options.scopes };
  const server = httpServer({
    webApi,
    stage,
    stream,
    readState: state,
    clock: hooks,
    pageDir: options.pageDir,
  });
  server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head));
  url = `http://127.0.0.1:${await listen(server, options.port ?? 0)}/`;

  return {
    ...driverOn(stage, BOT.userId),
    apiUrl: `${url}api/`,
    url,
    botToken: TOKENS.bot,
    appToken: TOKENS.app,
    signingSecret: SIGNING_SECRET,
    teamId: TEAM.id,
    botUserId: BOT.userId,
    get people() {
      return [...world.people.values()].map((person) => personState(person, world));
    },
    get channels() {
      return [...world.channels.values()].map(channelState);
    },
    calls,
    deliveries: deliveries.log,
    warnings: world.warnings,
    slackErrors: world.slackErrors,
    get connections() {
      return hub.connections;
    },
    faults: {
      fail: faults.fail.bind(faults),
      on: faults.on.bind(faults),
      clear: () => faults.clear(),
      disconnectSockets: (reason, most) => hub.disconnect(reason, most),
      cutSockets: (most) => hub.cut(most),
      sendToSockets: (message) => hub.sendRaw(message),
      repeatNextDelivery: (times) => deliveries.repeatNext(times),
      deliverAgain: (delivery, times = 1) => deliveries.again(delivery, times),
    },
    postSigned(type, payload, { url: to = requestUrl?.(), ...forgery } = {}) {
      if (to === undefined) throw new Error('There is no request URL to post to');
      return new SignedHttp(() => to, SIGNING_SECRET, ackMs).post(type, payload, forgery);
    },
    state,
    keep: () => keptFrom(world),
    restore: (kept) => restore(world, kept),
    onChange: (listener) => world.onChange(listener),
    async close() {
      deliveries.stop();
      stream.close();
      await hub.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As Slack's manifest: a name of at most 24 characters, each callback_id once, ten shortcuts at most. */
function checkedShortcuts(shortcuts: readonly SandboxShortcut[]): readonly SandboxShortcut[] {
  for (const { name } of shortcuts) {
    if (name === '' || name.length > 24)
      throw new Error(`A shortcut's name has 1 to 24 characters: "${name}"`);
  }
  const ids = new Set(shortcuts.map(({ callbackId }) => callbackId));
  if (ids.size < shortcuts.length) throw new Error('Two shortcuts have the same callback_id');
  if (shortcuts.length > 10) throw new Error('An app has at most ten shortcuts');
  return shortcuts;
}
