import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { freePort } from '../redis-server.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** In the order in which they are killed. */
const ROLES = ['web', 'worker', 'worker', 'web', 'worker'] as const;

interface Member {
  readonly role: (typeof ROLES)[number];
  readonly port: string;
  readonly lives: ServerProcess[];
  isUp: boolean;
  /** Ends when the latest start has: at once again after each kill. */
  started: Promise<void>;
}

/** Two web and three worker processes over one database and one Redis, which die and start again. */
export interface Crew {
  /** The request URL of the web whose turn it is, of those that run. */
  readonly url: () => string;
  /** How often a process was killed. */
  readonly kills: () => number;
  start(slack: LocalSlack, shared: { DATABASE_URL: string; REDIS_URL: string }): Promise<void>;
  /** SIGKILL for the next one in the row; it starts again at once. */
  killNext(): Promise<void>;
  /** Once all of them run. @throws where a start failed. */
  settled(): Promise<void>;
  stop(): Promise<void>;
  /** What every process of each member said, the latest lines. */
  readonly output: () => string;
}

/** Ports first: Slack must know them before any process can start. */
export async function makeCrew(folder: string): Promise<Crew> {
  const members: Member[] = [];
  for (const role of ROLES)
    members.push({
      role,
      port: String(await freePort()),
      lives: [],
      isUp: false,
      started: Promise.resolve(),
    });
  const webs = members.filter(({ role }) => role === 'web');
  const counts = { requests: 0, kills: 0 };
  let launch: (member: Member) => Promise<void> = async () => {
    throw new Error('The crew has not started');
  };

  return {
    url: () => {
      const up = webs.filter(({ isUp }) => isUp);
      const all = up.length > 0 ? up : webs;
      counts.requests += 1;
      return `http://127.0.0.1:${all[counts.requests % all.length]?.port}/slack/events`;
    },
    kills: () => counts.kills,
    start: async (slack, shared) => {
      launch = async (member) => {
        const { role, port } = member;
        const secret = role === 'web' ? { SLACK_SIGNING_SECRET: slack.signingSecret } : {};
        const settings = { ...shared, ...secret, ROLE: role, PORT: port };
        member.lives.push(await startServer(slack, folder, { settings }));
        member.isUp = true;
      };
      await Promise.all(members.map(launch));
    },
    killNext: async () => {
      const member = members[counts.kills % members.length];
      if (!member) throw new Error('There is nobody to kill');
      await member.started;
      counts.kills += 1;
      await member.lives.at(-1)?.kill();
      // Not sooner: what was on its way into the process is lost with it, as it would be behind a load balancer.
      member.isUp = false;
      member.started = launch(member);
      // Told by whoever asks whether all have settled.
      member.started.catch(() => {});
    },
    settled: async () => void (await Promise.all(members.map(({ started }) => started))),
    stop: async () => {
      await Promise.allSettled(members.map(({ started }) => started));
      for (const { lives } of members) await lives.at(-1)?.kill();
    },
    output: () =>
      members
        .flatMap(({ role, port, lives }) =>
          lives.map((life, i) => `--- ${role} on ${port}, life ${i + 1}\n${life.output().slice(-4_000)}`),
        )
        .join('\n'),
  };
}
