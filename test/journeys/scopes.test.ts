import { afterEach, expect, test } from 'vitest';
import type { LogFields } from '../../src/desk/ports/log.ts';
import { IMPORT } from '../../src/i18n/import.ts';
import { SCOPE_WORDS } from '../../src/i18n/scopes.ts';
import { SAMPLE_WORKSPACE } from '../../src/sandbox/local-slack/workspace.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { FIELD as LIST } from '../../src/slack/import/ids.ts';
import { manifest, SCOPES } from '../../src/slack/manifest.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { VITAL_SCOPES } from '../../src/slack/scopes.ts';
import { SETUP } from '../../src/slack/setup/ids.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { at } from '../support/story.ts';

let product: SandboxProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

const [LI_NA, TOM, MARIA] = ['U0LINA', 'U0TOM', 'U0MARIA'];
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

test('a team that has not pasted the new manifest goes on, and is told what it lacks', {
  timeout: 60_000,
}, async () => {
  said.length = 0;
  product = await startProduct({
    startAt: at('2027-01-18T10:00+08:00'),
    slack: {
      scopes: [...VITAL_SCOPES],
      events: ['app_mention'],
      workspace: {
        ...SAMPLE_WORKSPACE,
        channels: [
          ...SAMPLE_WORKSPACE.channels,
          { id: 'C0SECRET', name: 'secret', isPrivate: true },
          { id: 'C0OPEN', name: 'open', hasBot: false },
        ],
      },
    },
    log: { ...silent, warn: log, error: log },
  });
  const { slack } = product;
  const team = atWork(slack);
  for (const scope of ['files:read', 'im:history', 'groups:read'])
    expect(
      said.some((line) => line.includes(`lacks the scope ${scope}`) && line.includes('manifest.json')),
    ).toBe(true);

  const number = await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
  await team.ready(TOM, number);
  slack.say(TOM, CASES, `<@U0DOCKET> ${number}`);
  await team.hears(TOM, 'B0ABC12345');

  // The form for a list does without the file, and says why.
  await slack.command(TOM, CASES, '/case import');
  const form = await slack.eventually(() => team.modal(TOM).includes(IMPORT.en.fileScope) && team.modal(TOM));
  expect(form).toContain(IMPORT.en.text);
  const sent = await slack.submit(TOM, {
    [LIST.text]: 'Store A, US, 15000000001, B0IMP00001, Tom Baker, , open',
  });
  expect(sent).toMatchObject({ errors: {} });
  await team.closeForms();

  await slack.command(MARIA, CASES, '/case setup');
  const panel = await slack.eventually(() => slack.ephemerals(MARIA).at(-1));
  await slack.click(MARIA, { ephemeral: panel.id }, SETUP.channel);
  await slack.eventually(() => JSON.stringify(slack.views(MARIA)).includes('setup_channel'));
  const refused = await slack.submit(MARIA, { setup_channel: 'C0SECRET' });
  expect(refused.errors).toEqual({ setup_channel: SCOPE_WORDS.en.refused('groups:history, groups:read') });
  await slack.submit(MARIA, { setup_channel: 'C0OPEN' });
  await slack.eventually(() => team.modal(MARIA).includes('/invite @Docket'));
});
