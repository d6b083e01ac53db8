import { afterEach, expect, test } from 'vitest';
import type { LogFields } from '../../src/desk/ports/log.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { manifest, SCOPES } from '../../src/slack/manifest.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { at } from '../support/story.ts';

let product: SandboxProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

const LI_NA = 'U0LINA';
const said: string[] = [];
const log = (fields: LogFields, message: string): void => {
  const { err } = fields;
  said.push(`${message} ${JSON.stringify(fields)} ${err instanceof Error ? err.message : ''}`);
};
const start = (scopes: string[]): Promise<SandboxProduct> =>
  startProduct({
    startAt: at('2027-01-18T10:00+08:00'),
    slack: { scopes },
    log: { ...silent, warn: log, error: log },
  });

test('a message becomes a case with exactly what the manifest asks for', { timeout: 60_000 }, async () => {
  product = await start([...manifest().oauth_config.scopes.bot]);
  const { slack } = product;
  const team = atWork(slack);
  const from = slack.say(LI_NA, CASES, 'B0ABC12345 丢了购物车');
  await slack.shortcut(LI_NA, 'open_from_message', { channel: CASES, ts: from.ts });
  await slack.eventually(() => String(team.typed(LI_NA, FIELD.problem)).includes('B0ABC12345'));
  const sent = await slack.submit(LI_NA, {
    [FIELD.newStore]: 'Store A',
    [FIELD.newMarketplace]: 'US',
    [FIELD.category]: 'featured_offer',
  });
  expect(sent).toMatchObject({ closed: true, errors: {} });
  await slack.eventually(() => words(slack.messages(CASES).at(-1)).includes('#1 '));
  await slack.command(LI_NA, CASES, '/case 查找购物');
  await team.hears(LI_NA, '#1');
  expect(slack.calls.filter(({ answer }) => answer?.['error'] === 'missing_scope')).toEqual([]);
  expect(slack.warnings).toEqual([]);
});

test('a scope that goes while Docket runs is named in the log', { timeout: 60_000 }, async () => {
  const scopes = [...SCOPES];
  product = await start(scopes);
  const { slack } = product;
  scopes.splice(scopes.indexOf('chat:write'), 1);
  const root = slack.say(LI_NA, CASES, 'A thread');
  slack.say(LI_NA, CASES, '<@U0DOCKET> help', root.ts);
  const line = await slack.eventually(() => said.find((one) => one.includes('chat:write')));
  expect(line).toContain('missing_scope');
});
