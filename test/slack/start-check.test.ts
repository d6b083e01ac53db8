import { afterEach, describe, expect, it } from 'vitest';
import type { LogFields } from '../../src/desk/ports/log.ts';
import { caseNumber, channelId } from '../../src/domain/ids.ts';
import type { Locale } from '../../src/domain/locale.ts';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../src/sandbox/local-slack/local-slack.ts';
import { SCOPES } from '../../src/slack/manifest.ts';
import { PRIVATE_SCOPES, VITAL_SCOPES } from '../../src/slack/scopes.ts';
import { startSlack } from '../../src/slack/slack-app.ts';
import { StartProblem } from '../../src/slack/start-check.ts';
import { silent } from '../support/desk.ts';
import { FakeDesk } from './fake-desk.ts';

const CASES = { id: 'C0CASES', name: 'cases' };
const people = [{ id: 'U0TOM', name: 'Tom', tz: 'America/New_York', locale: 'en-US' }];

interface Wrong {
  readonly slack?: LocalSlackOptions;
  readonly botToken?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
  readonly locale?: Locale;
  readonly spoil?: (slack: LocalSlack) => void;
}

const warnings: { readonly fields: LogFields; readonly message: string }[] = [];
const open: LocalSlack[] = [];
afterEach(async () => {
  for (const slack of open.splice(0)) await slack.close();
});

/** Starts Docket on a local Slack; the sentence that it ends with, or null where it runs. */
async function startedOn(wrong: Wrong): Promise<string | null> {
  const slack = await startLocalSlack(wrong.slack);
  open.push(slack);
  wrong.spoil?.(slack);
  const desk = new FakeDesk();
  try {
    const running = await startSlack({
      transport: { kind: 'socket', appToken: wrong.appToken ?? slack.appToken, sockets: 1 },
      botToken: wrong.botToken ?? slack.botToken,
      apiUrl: wrong.apiUrl ?? slack.apiUrl,
      desk: Object.assign(desk, { caseChannel: async () => channelId(CASES.id) }),
      log: { ...silent, warn: (fields, message) => void warnings.push({ fields, message }) },
      newReference: () => `REF${caseNumber(1)}`,
      defaultLocale: wrong.locale ?? 'en',
    });
    await running.stop();
    return null;
  } catch (error) {
    if (error instanceof StartProblem) return error.message;
    throw error;
  }
}

const withChannel = (more: object) => ({
  slack: { workspace: { people, channels: [{ ...CASES, ...more }] } },
});

describe('a start that can’t go well says in one sentence what to do', () => {
  it('the bot was never invited', async () => {
    expect(await startedOn(withChannel({ hasBot: false }))).toBe(
      'Docket is not in the channel C0CASES: type /invite @docket there, then start again.',
    );
    expect(await startedOn({ ...withChannel({ hasBot: false }), locale: 'zh-CN' })).toContain(
      '请在那里发送 /invite @docket',
    );
  });

  it('the channel is private, or there is none', async () => {
    const unseen = await startedOn(withChannel({ hasBot: false, isPrivate: true }));
    expect(unseen).toContain('if it is a private one, type /invite @docket there');
    expect(await startedOn(withChannel({ id: 'C0OTHER' }))).toContain('correct CASE_CHANNEL');
  });

  it('the channel is archived', async () => {
    expect(await startedOn(withChannel({ isArchived: true }))).toContain('unarchive it');
  });

  it('a token is wrong', async () => {
    expect(await startedOn({ botToken: 'xoxb-another' })).toContain('SLACK_BOT_TOKEN (invalid_auth)');
    expect(await startedOn({ appToken: 'xapp-another' })).toContain('SLACK_APP_TOKEN (invalid_auth)');
  });

  it.each(VITAL_SCOPES)('the scope %s is missing, without which no case can be kept', async (scope) => {
    const scopes = SCOPES.filter((one) => one !== scope);
    const said = await startedOn({ slack: { scopes } });
    expect(said).toContain(`SLACK_BOT_TOKEN lacks the scope ${scope}: paste manifest.json`);
    expect(said).toContain('install the app again');
  });

  it.each(PRIVATE_SCOPES)('the scope %s is missing, and the channel is private', async (scope) => {
    const scopes = SCOPES.filter((one) => one !== scope);
    const slack = { ...withChannel({ isPrivate: true }).slack, scopes };
    expect(await startedOn({ slack })).toContain(`SLACK_BOT_TOKEN lacks the scope ${scope}: paste`);
  });

  it('nothing is missing where the app was made from the manifest', async () => {
    expect(await startedOn({ slack: { scopes: [...SCOPES] } })).toBe(null);
  });

  it('the app token may not open sockets, which the socket client would try again for ever', async () => {
    const spoil = (slack: LocalSlack) =>
      void slack.faults.fail(
        'apps.connections.open',
        { kind: 'error', code: 'missing_scope' },
        { times: Number.POSITIVE_INFINITY },
      );
    expect(await startedOn({ spoil })).toContain('the scope connections:write');
  });

  it('Slack can’t be reached', async () => {
    expect(await startedOn({ apiUrl: 'http://127.0.0.1:9/api/' })).toMatch(
      /^Slack can’t be reached at http:\/\/127\.0\.0\.1:9\/api\/ \(.+\): check the network/,
    );
  });

  it('only a definite no counts: a Slack that is slow to say does not keep Docket from starting', async () => {
    const spoil = (slack: LocalSlack) =>
      void slack.faults.fail('conversations.info', { kind: 'status', status: 503 }, { times: 3 });
    expect(await startedOn({ spoil })).toBe(null);
  });
});

describe('an update never stops a running team', () => {
  const OPTIONAL = SCOPES.filter((scope) => !VITAL_SCOPES.includes(scope));

  it.each(OPTIONAL)('without %s it starts, and says in the log what does not work', async (scope) => {
    warnings.length = 0;
    const scopes = SCOPES.filter((one) => one !== scope);
    expect(await startedOn({ slack: { ...withChannel({}).slack, scopes } })).toBe(null);
    expect(warnings).toEqual([
      {
        fields: { scope },
        message: expect.stringMatching(
          new RegExp(`lacks the scope ${scope}: .+ Paste the new manifest.json .+ install it again`),
        ),
      },
    ]);
  });

  it('with all of them it warns of nothing', async () => {
    warnings.length = 0;
    expect(await startedOn({ slack: { scopes: [...SCOPES] } })).toBe(null);
    expect(warnings).toEqual([]);
  });
});
