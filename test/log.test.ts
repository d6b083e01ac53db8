import { describe, expect, test } from 'vitest';
import type { Config } from '../src/config.ts';
import { createLogger } from '../src/log.ts';

const record = (level: Config['logLevel'] = 'debug') => {
  const lines: string[] = [];
  const log = createLogger(level, { write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
};

test('a line is JSON with the level, the instant, the fields and the message', () => {
  const { log, last } = record();
  log.info({ caseNumber: 42, workspaceId: 'T1' }, 'case opened');
  expect(last()).toMatchObject({ level: 'info', caseNumber: 42, workspaceId: 'T1', msg: 'case opened' });
  expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('lines below the level are left out', () => {
  const { log, lines } = record('warn');
  log.debug({}, 'a');
  log.info({}, 'b');
  log.warn({}, 'c');
  log.error({}, 'd');
  expect(lines).toHaveLength(2);
});

describe('secrets', () => {
  const tokens = [
    'xoxb-12-34-abc',
    'xapp-1-A1-2-ff',
    'xoxp-1-2-3-c',
    'xoxe.xoxb-1-Ma',
    'xoxe-1-My',
    'xoxs-9',
  ];

  for (const token of tokens) {
    test(`${token.slice(0, 9)}… is hidden in strings, lists, errors, causes and the message`, () => {
      const { log, lines } = record();
      const error = new Error(`bad ${token}`, { cause: new Error(`deep ${token}`) });
      log.error({ note1: `a ${token}, b`, list: [{ deep: token }], err: error }, `said ${token}!`);
      expect(lines.join('')).not.toContain(token);
      expect(lines.join('')).toContain('a [secret], b');
    });
  }

  test('headers, passwords and signing secrets are hidden by their names', () => {
    const { log, lines } = record();
    const headers = { Authorization: 'Basic hush1', Cookie: 'hush2', 'X-Slack-Signature': 'hush3' };
    log.warn({ headers, password: 'hush4', signingSecret: 'hush5', botToken: 'hush6', token: 'hush7' }, 'x');
    expect(lines.join('')).not.toContain('hush');
  });

  test('a bearer header and a password in an address are hidden inside text', () => {
    const { log, last } = record();
    log.warn({ a: 'authorization: Bearer abc.def', b: 'postgres://docket:p%40ss@db:5432/x failed' }, 'x');
    expect(last()).toMatchObject({
      a: 'authorization: Bearer [secret]',
      b: 'postgres://docket:[secret]@db:5432/x failed',
    });
  });
});

test('what people wrote is hidden wherever Slack or Docket carries it', () => {
  const { log, lines } = record();
  const payload = {
    text: 'hush',
    blocks: [{ text: { text: 'hush' } }],
    view: { state: 'hush' },
    body: 'hush',
  };
  log.info(
    { ...payload, messageText: 'hush', nested: { private_metadata: 'hush', attachments: ['hush'] } },
    'x',
  );
  expect(lines.join('')).not.toContain('hush');
});

describe('errors', () => {
  test('keep their name, stack and own fields', () => {
    const { log, last } = record();
    log.error({ err: Object.assign(new TypeError('broken'), { code: '40001' }) }, 'x');
    expect(last().err).toMatchObject({ type: 'TypeError', message: 'broken', code: '40001' });
    expect(last().err).toHaveProperty('stack', expect.stringContaining('log.test.ts'));
  });

  test('that refer to themselves do not bring the log down', () => {
    const { log, last } = record();
    const error = Object.assign(new Error('round'), { self: {} as object });
    error.self = { error };
    log.error({ err: error, count: 10n, at: new Date(0) }, 'x');
    expect(last()).toMatchObject({ msg: 'x', count: '10', at: '1970-01-01T00:00:00.000Z' });
  });
});
