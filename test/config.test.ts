import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatProblems, readConfig, readSandboxConfig, settingNames } from '../src/config.ts';

const socketMode = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-a', CASE_CHANNEL: 'C0123456789' };
const signingSecret = '0123456789abcdef0123456789abcdef';

const configOf = (env: Record<string, string | undefined>) => {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
};
const problemsOf = (env: Record<string, string | undefined>): readonly string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
};

describe('settings that are right', () => {
  test('two tokens and a channel are enough for Socket Mode; the rest has defaults', () => {
    expect(configOf(socketMode)).toEqual({
      role: 'all',
      slack: {
        transport: 'socket',
        botToken: 'xoxb-1-a',
        appToken: 'xapp-1-a',
        apiUrl: 'https://slack.com/api/',
      },
      caseChannel: 'C0123456789',
      database: { engine: 'embedded', dataDir: './data', snapshotsKept: 7 },
      queue: { place: 'database' },
      logLevel: 'info',
      defaults: { timeZone: 'Asia/Shanghai', locale: 'en' },
    });
  });

  test('the channel can be chosen in Slack later, and the environment may say who is asked to', () => {
    const { CASE_CHANNEL: _, ...bare } = socketMode;
    expect(configOf(bare).caseChannel).toBeUndefined();
    expect(configOf({ ...bare, INSTALLER: 'U0MARIA' }).installer).toBe('U0MARIA');
  });

  test('a signing secret instead of the app token means HTTP on PORT', () => {
    const http = { ...socketMode, SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: signingSecret };
    expect(configOf(http)).toMatchObject({ slack: { transport: 'http', signingSecret }, port: 3000 });
    expect(configOf({ ...http, PORT: '8080' })).toMatchObject({ port: 8080 });
  });

  test('in Socket Mode it listens only where PORT says so: something else may be on 3000', () => {
    expect(configOf(socketMode).port).toBeUndefined();
    expect(configOf({ ...socketMode, PORT: '8080' }).port).toBe(8080);
  });

  test('a worker needs no way in from Slack, and one .env serves web and worker alike', () => {
    const shared = { ...socketMode, DATABASE_URL: 'postgres://db/docket' };
    const bare = { ...shared, SLACK_APP_TOKEN: undefined, ROLE: 'worker' };
    expect(configOf(bare)).toMatchObject({ role: 'worker', slack: { transport: 'none' } });
    expect(configOf({ ...shared, ROLE: 'worker' })).toEqual(configOf(bare));
    const http = { ...shared, SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: signingSecret };
    expect(configOf({ ...http, ROLE: 'worker' })).toEqual(configOf(bare));
    expect(configOf({ ...shared, ROLE: 'web' })).toMatchObject({
      role: 'web',
      slack: { transport: 'socket' },
    });
  });

  test('every setting can be set', () => {
    const config = configOf({
      ...socketMode,
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
      DATA_DIR: '/var/lib/docket',
      DATABASE_URL: 'postgresql://docket:pw@db/docket',
      REDIS_URL: 'rediss://docket:pw@queue:6380/1',
      LOG_LEVEL: 'debug',
      DEFAULT_TIMEZONE: 'America/New_York',
      DEFAULT_LOCALE: 'zh-CN',
    });
    expect(config).toMatchObject({
      slack: { apiUrl: 'http://127.0.0.1:4000/api/' },
      database: { engine: 'postgres', url: 'postgresql://docket:pw@db/docket' },
      queue: { place: 'redis', url: 'rediss://docket:pw@queue:6380/1' },
      logLevel: 'debug',
      defaults: { timeZone: 'America/New_York', locale: 'zh-CN' },
    });
  });

  test('an empty line in .env counts as missing, and spaces around a value do not count', () => {
    const config = configOf({
      ...socketMode,
      SLACK_BOT_TOKEN: ' xoxb-1-a ',
      LOG_LEVEL: '',
      DATABASE_URL: '  ',
    });
    expect(config).toEqual(configOf(socketMode));
  });

  test('the sandbox needs nothing', () => {
    expect(readSandboxConfig({})).toEqual({ ok: true, config: { port: 3210, locale: 'en' } });
    expect(readSandboxConfig({ SANDBOX_PORT: '4000' })).toEqual({
      ok: true,
      config: { port: 4000, locale: 'en' },
    });
    expect(readSandboxConfig({ SANDBOX_PORT: 'four' })).toMatchObject({ ok: false });
  });
});

describe('settings that are wrong', () => {
  test('without any setting, one message names all that is missing and points to the sandbox', () => {
    expect(formatProblems(problemsOf({}))).toMatchInlineSnapshot(`
      "Docket cannot start. Mend these settings (in the environment or in .env; .env.example explains each):
        - SLACK_BOT_TOKEN is missing: the bot token of your Slack app, it starts with xoxb- (OAuth & Permissions).
        - SLACK_APP_TOKEN is missing: an app-level token (xapp-) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.

      No Slack app at hand? Try the whole product on this machine: npm run sandbox"
    `);
  });

  const wrong: Record<string, string> = {
    ROLE: 'server',
    SLACK_BOT_TOKEN: 'xapp-1-a',
    SLACK_APP_TOKEN: 'xoxb-1-a',
    SLACK_API_URL: 'slack.com/api',
    CASE_CHANNEL: '#cases',
    INSTALLER: '@maria',
    DATABASE_URL: 'mysql://db/docket',
    PORT: '70000',
    LOG_LEVEL: 'loud',
    DEFAULT_TIMEZONE: 'EST',
    DEFAULT_LOCALE: 'de',
  };

  test('all that is wrong is said at once, each with its remedy', () => {
    expect(formatProblems(problemsOf(wrong))).toMatchInlineSnapshot(`
      "Docket cannot start. Mend these settings (in the environment or in .env; .env.example explains each):
        - ROLE must be one of all, web, worker.
        - SLACK_BOT_TOKEN must be a bot token, it starts with xoxb- (OAuth & Permissions).
        - SLACK_APP_TOKEN must be an app-level token, it starts with xapp- (Basic Information).
        - SLACK_API_URL must be an http or https address; leave it out to use Slack.
        - CASE_CHANNEL must be a channel id such as C0123456789, not a name (foot of the channel details).
        - INSTALLER must be a member id such as U0123456789, not a name (in Slack: profile, ⋮, Copy member ID).
        - DATABASE_URL must look like postgres://user:password@host:5432/name; leave it out to use the built-in one.
        - PORT must be a port: a whole number from 1 to 65535.
        - LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.
        - DEFAULT_TIMEZONE must be an IANA time zone such as Asia/Shanghai or America/New_York.
        - DEFAULT_LOCALE must be one of en, zh-CN."
    `);
  });

  for (const [name, value] of Object.entries(wrong)) {
    test(`a wrong ${name} is named, and its value is not repeated`, () => {
      const problems = problemsOf({ ...socketMode, [name]: value });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${name} must `));
      expect(problems[0]).not.toContain(value);
    });
  }

  test('a wrong signing secret is named', () => {
    const http = { ...socketMode, SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: 'xoxb-oops' };
    expect(problemsOf(http)).toEqual([
      expect.stringMatching(/^SLACK_SIGNING_SECRET must be the signing secret/),
    ]);
  });

  test.each(['web', 'worker'])('the role %s is refused on the built-in database', (ROLE) => {
    expect(problemsOf({ ...socketMode, ROLE })).toEqual([
      `ROLE=${ROLE} needs DATABASE_URL: the built-in database belongs to one process. Set a Postgres, or leave ROLE out.`,
    ]);
  });

  test('a web without a way in from Slack is refused', () => {
    const bare = { ...socketMode, SLACK_APP_TOKEN: '', DATABASE_URL: 'postgres://db/docket' };
    expect(problemsOf({ ...bare, ROLE: 'web' })).toEqual([
      expect.stringMatching(/^SLACK_APP_TOKEN is missing/),
    ]);
  });

  test('a Redis without a Postgres is refused', () => {
    expect(problemsOf({ ...socketMode, REDIS_URL: 'redis://127.0.0.1' })).toEqual([
      'REDIS_URL needs DATABASE_URL beside it: set a Postgres too, or leave REDIS_URL out.',
    ]);
  });

  test('a wrong REDIS_URL is named, and its password is not repeated', () => {
    const problems = problemsOf({
      ...socketMode,
      DATABASE_URL: 'postgres://db/docket',
      REDIS_URL: 'http://:secret@queue',
    });
    expect(problems).toEqual([expect.stringMatching(/^REDIS_URL must look like redis:/)]);
    expect(problems[0]).not.toContain('secret');
  });

  test('both ways to Slack at once are refused', () => {
    const [problem, ...others] = problemsOf({ ...socketMode, SLACK_SIGNING_SECRET: signingSecret });
    expect(problem).toContain('SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set');
    expect(others).toEqual([]);
    expect(formatProblems([String(problem)])).not.toContain('npm run sandbox');
  });
});

test('.env.example has exactly one commented line for each setting, and starts nothing by itself', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named).toHaveLength(settingNames.length);
  expect(new Set(named)).toEqual(new Set(settingNames));
  for (const paragraph of example.trim().split('\n\n').slice(1)) {
    expect(paragraph).toMatch(/^# [A-Z][^]+\n(# )?[A-Z_]+=[^\n]*$/);
  }
});

test('the defaults that .env.example shows are the defaults', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const shown = [...example.matchAll(/^# ([A-Z][A-Z_]+)=(.+)$/gm)].map(
    (match) => [match[1], match[2]] as const,
  );
  expect(configOf({ ...socketMode, ...Object.fromEntries(shown) })).toEqual(configOf(socketMode));
  expect(readSandboxConfig(Object.fromEntries(shown))).toEqual(readSandboxConfig({}));
});
