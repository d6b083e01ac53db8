import { z } from 'zod';

/** What a process does: everything, or with others beside it what Slack sends, or the work that is due. */
export type Role = (typeof ROLES)[number];

/** How Slack reaches us: one of the two, never both; a worker does without. */
export type SlackTransport =
  | { readonly transport: 'socket'; readonly appToken: string }
  | { readonly transport: 'http'; readonly signingSecret: string }
  | { readonly transport: 'none' };

export type DatabaseConfig =
  | { readonly engine: 'embedded'; readonly dataDir: string; readonly snapshotsKept: number }
  | { readonly engine: 'postgres'; readonly url: string };

/** Where BullMQ's jobs live; Redis only beside a Postgres. */
export type QueueConfig = { readonly place: 'database' } | { readonly place: 'redis'; readonly url: string };

export interface Config {
  readonly role: Role;
  /** `apiUrl` ends with a slash. */
  readonly slack: SlackTransport & { readonly botToken: string; readonly apiUrl: string };
  /** Where this process listens; undefined: nowhere. */
  readonly port: number | undefined;
  /** Until somebody chooses one in Slack. */
  readonly caseChannel: string | undefined;
  /** Whoever is asked to set Docket up. */
  readonly installer: string | undefined;
  readonly database: DatabaseConfig;
  readonly queue: QueueConfig;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly defaults: { readonly timeZone: string; readonly locale: (typeof LOCALES)[number] };
}

export type Environment = Readonly<Record<string, string | undefined>>;
type Read<T> =
  | { readonly ok: true; readonly config: T }
  | { readonly ok: false; readonly problems: string[] };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const LOCALES = ['en', 'zh-CN'] as const;
const ROLES = ['all', 'web', 'worker'] as const;
const HTTP_PORT = 3000;

const isTimeZone = (name: string): boolean => {
  // Intl also takes "EST" and, on newer Nodes, "+08:00": neither knows daylight saving time.
  if (name !== 'UTC' && !name.includes('/')) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
    error: 'must be a port: a whole number from 1 to 65535.',
  })
  .transform(Number);

/**
 * Every setting that Docket knows, with the sentence that says how to mend it. A sentence never repeats the
 * value: somebody may have pasted a token into the wrong line.
 */
const settings = z.object({
  ROLE: z.enum(ROLES, `must be one of ${ROLES.join(', ')}.`).default('all'),
  SLACK_BOT_TOKEN: z
    .string('is missing: the bot token of your Slack app, it starts with xoxb- (OAuth & Permissions).')
    .startsWith('xoxb-', 'must be a bot token, it starts with xoxb- (OAuth & Permissions).'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'must be an app-level token, it starts with xapp- (Basic Information).')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32,}$/i, 'must be the signing secret, 32 digits of 0-9 and a-f (Basic Information).')
    .optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address; leave it out to use Slack.' })
    .transform((address) => (address.endsWith('/') ? address : `${address}/`))
    .default('https://slack.com/api/'),
  CASE_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/, {
      error: 'must be a channel id such as C0123456789, not a name (foot of the channel details).',
    })
    .optional(),
  INSTALLER: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,}$/, {
      error: 'must be a member id such as U0123456789, not a name (in Slack: profile, ⋮, Copy member ID).',
    })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  SNAPSHOTS_KEPT: z
    .string()
    .default('7')
    .refine((text) => /^\d{1,3}$/.test(text), 'must be a whole number from 0 to 999.')
    .transform(Number),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must look like postgres://user:password@host:5432/name; leave it out to use the built-in one.',
    })
    .optional(),
  REDIS_URL: z
    .url({
      protocol: /^rediss?$/,
      error:
        'must look like redis://user:password@host:6379 (rediss:// with TLS); leave it out to use the database.',
    })
    .optional(),
  PORT: port.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}.`).default('info'),
  DEFAULT_TIMEZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Asia/Shanghai or America/New_York.')
    .default('Asia/Shanghai'),
  DEFAULT_LOCALE: z.enum(LOCALES, `must be one of ${LOCALES.join(', ')}.`).default('en'),
});

const sandboxSettings = z.object({
  SANDBOX_PORT: port.default(3210),
  DEFAULT_LOCALE: settings.shape.DEFAULT_LOCALE,
});

/** The names of all settings; `.env.example` has a line for each. */
export const settingNames: readonly string[] = Object.keys({ ...settings.shape, ...sandboxSettings.shape });

/** Reads everything that `npm start` needs, or says everything that is wrong with it. */
export function readConfig(env: Environment = process.env): Read<Config> {
  const given = withoutBlanks(env);
  const parsed = settings.safeParse(given);
  const problems = [
    ...problemsOf(parsed),
    ...transportProblems(given),
    ...roleProblems(given),
    ...queueProblems(given),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const values = parsed.data;
  const transport = transportOf(values);
  return {
    ok: true,
    config: {
      role: values.ROLE,
      slack: { ...transport, botToken: values.SLACK_BOT_TOKEN, apiUrl: values.SLACK_API_URL },
      port: values.PORT ?? (transport.transport === 'http' ? HTTP_PORT : undefined),
      caseChannel: values.CASE_CHANNEL,
      installer: values.INSTALLER,
      database:
        values.DATABASE_URL === undefined
          ? { engine: 'embedded', dataDir: values.DATA_DIR, snapshotsKept: values.SNAPSHOTS_KEPT }
          : { engine: 'postgres', url: values.DATABASE_URL },
      queue:
        values.REDIS_URL === undefined ? { place: 'database' } : { place: 'redis', url: values.REDIS_URL },
      logLevel: values.LOG_LEVEL,
      defaults: { timeZone: values.DEFAULT_TIMEZONE, locale: values.DEFAULT_LOCALE },
    },
  };
}

/** The sandbox needs no token: only the port of its page, and the language of its channel. */
export function readSandboxConfig(
  env: Environment = process.env,
): Read<{ readonly port: number; readonly locale: Config['defaults']['locale'] }> {
  const parsed = sandboxSettings.safeParse(withoutBlanks(env));
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed) };
  const { SANDBOX_PORT, DEFAULT_LOCALE } = parsed.data;
  return { ok: true, config: { port: SANDBOX_PORT, locale: DEFAULT_LOCALE } };
}

/** What a command needs that looks after the data and talks to nobody. */
export function readDatabaseConfig(
  env: Environment = process.env,
): { readonly engine: 'embedded'; readonly dataDir: string } | { readonly engine: 'postgres' } {
  const { DATABASE_URL: url, DATA_DIR: dataDir = './data' } = withoutBlanks(env);
  return url === undefined ? { engine: 'embedded', dataDir } : { engine: 'postgres' };
}

/** One message for the terminal: every problem with its remedy, and where to go without a Slack app. */
export function formatProblems(problems: readonly string[]): string {
  const lines = [
    'Docket cannot start. Mend these settings (in the environment or in .env; .env.example explains each):',
    ...problems.map((problem) => `  - ${problem}`),
  ];
  if (problems.some((problem) => problem.startsWith('SLACK_') && problem.includes('missing'))) {
    lines.push('', 'No Slack app at hand? Try the whole product on this machine: npm run sandbox');
  }
  return lines.join('\n');
}

function transportProblems(given: Environment): string[] {
  // One .env serves both roles: what a web needs is no trouble for a worker.
  if (given.ROLE === 'worker') return [];
  const hasAppToken = given.SLACK_APP_TOKEN !== undefined;
  const hasSecret = given.SLACK_SIGNING_SECRET !== undefined;
  if (hasAppToken && hasSecret) {
    return [
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: keep the first for Socket Mode or the second for HTTP.',
    ];
  }
  if (hasAppToken || hasSecret) return [];
  return [
    'SLACK_APP_TOKEN is missing: an app-level token (xapp-) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
  ];
}

/** Two processes on one data folder would lose what they acknowledged. */
const roleProblems = (given: Environment): string[] =>
  (given.ROLE === 'web' || given.ROLE === 'worker') && given.DATABASE_URL === undefined
    ? [
        `ROLE=${given.ROLE} needs DATABASE_URL: the built-in database belongs to one process. Set a Postgres, or leave ROLE out.`,
      ]
    : [];

/** Redis lets many processes share the work; the embedded database belongs to one. */
const queueProblems = (given: Environment): string[] =>
  given.REDIS_URL !== undefined && given.DATABASE_URL === undefined
    ? ['REDIS_URL needs DATABASE_URL beside it: set a Postgres too, or leave REDIS_URL out.']
    : [];

function transportOf(values: z.output<typeof settings>): SlackTransport {
  if (values.ROLE === 'worker') return { transport: 'none' };
  if (values.SLACK_APP_TOKEN !== undefined) {
    return { transport: 'socket', appToken: values.SLACK_APP_TOKEN };
  }
  if (values.SLACK_SIGNING_SECRET !== undefined) {
    return { transport: 'http', signingSecret: values.SLACK_SIGNING_SECRET };
  }
  throw new Error('transportProblems() lets no configuration without a transport through');
}

const problemsOf = (parsed: z.ZodSafeParseResult<unknown>): string[] =>
  (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`);

/** `NAME=` in a file means "not set"; spaces around a pasted token are never meant. */
const withoutBlanks = (env: Environment): Environment =>
  Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
