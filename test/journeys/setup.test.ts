import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SETUP_WORDS } from '../../src/i18n/setup.ts';
import { SAMPLE_WORKSPACE } from '../../src/sandbox/local-slack/workspace.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { SETUP } from '../../src/slack/setup/ids.ts';
import { freshWorkspace } from '../support/fresh-workspace.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { at } from '../support/story.ts';

const [LI_NA, WANG_WEI, MARIA, TOM, GUEST] = ['U0LINA', 'U0WANGWEI', 'U0MARIA', 'U0TOM', 'U0GUEST'];
/** No channels:join. */
const SCOPES = [
  'commands chat:write app_mentions:read users:read channels:read groups:read channels:history',
  'groups:history im:write im:history team:read',
].flatMap((line) => line.split(' '));

const seed = (admin: string) => ({
  people: [
    ...SAMPLE_WORKSPACE.people.map((one) => ({ ...one, isAdmin: one.id === admin })),
    { id: GUEST, name: 'Guest', tz: 'Europe/Berlin', locale: 'en-US', isRestricted: true },
  ],
  channels: [
    ...SAMPLE_WORKSPACE.channels,
    { id: 'C0PRIVATE', name: 'private', isPrivate: true, hasBot: false },
    { id: 'C0OLD', name: 'old', hasBot: false },
  ],
});

const LANGUAGES = [
  {
    locale: 'zh-CN',
    installer: LI_NA,
    bad: '店铺A，美国站\n店铺B，火星站',
    good: '店铺A，美国站，德国站\n店铺B；加拿大',
  },
  { locale: 'en', installer: MARIA, bad: 'Store A, US\nStore B, Mars', good: 'Store A, US, DE\nStore B\tCA' },
] as const;

describe.each(LANGUAGES)('the first five minutes, in $locale', ({ locale, installer, bad, good }) => {
  const say = SETUP_WORDS[locale];
  let world: Awaited<ReturnType<typeof freshWorkspace>>;
  let team: ReturnType<typeof atWork>;
  const dm = () => world.slack.messages(world.slack.dm(installer));
  const panel = () => dm()[0];
  /** Presses a button of the one direct message, and waits for its form where it has one. */
  const press = async (id: string, opensForm = true): Promise<void> => {
    const { ts } = panel() ?? { ts: '' };
    const before = world.slack.views(installer).length;
    await world.slack.click(installer, { channel: world.slack.dm(installer), ts }, id);
    if (opensForm)
      await world.slack.eventually(() => {
        const views = world.slack.views(installer);
        return views.length > before && !JSON.stringify(views.at(-1)).includes('…"');
      });
  };
  const formHas = (part: string) =>
    world.slack.eventually(() => JSON.stringify(world.slack.views(installer).at(-1)).includes(part));
  const panelSays = (text: string) => world.slack.eventually(() => words(panel()).includes(text));

  beforeAll(async () => {
    // Friday morning in Shanghai, Thursday evening in New York.
    // No calendar ends soon: that alone would be told to leads.
    const startAt = at('2026-09-17T20:30-04:00');
    world = await freshWorkspace({ workspace: seed(installer), scopes: SCOPES, startAt });
    team = atWork(world.slack);
  }, 60_000);
  afterAll(() => world.stop());

  test('one person is greeted, once, in their language', async () => {
    await world.slack.eventually(() => dm().length === 1);
    expect(words(panel())).toContain(say.title);
    expect(words(panel())).toContain(say.states.open);
    await world.app.sweep();
    world.clock.turn(60_000);
    await world.app.sweep();
    expect(dm()).toHaveLength(1);
  });

  test('opening a case is refused until there is a channel, and says what to type', async () => {
    const sent = await team.open(TOM, { [FIELD.identifiers]: 'B0SETUP001' });
    expect(sent.closed).toBe(false);
    expect(team.modal(TOM)).toContain('/case setup');
    // What he typed is given back.
    expect(JSON.stringify(world.slack.views(TOM).at(-1)?.view)).toContain('B0SETUP001');
    await team.closeForms();
    await world.slack.command(TOM, CASES, '/case');
    const [told] = await world.slack.eventually(() => {
      const all = world.slack.ephemerals(TOM);
      return all.length > 0 && all;
    });
    // Tom is no lead: the set-up is not offered to him.
    expect(JSON.stringify(told?.blocks)).not.toContain(SETUP.open);
    await world.slack.command(installer, CASES, '/case');
    await world.slack.eventually(() =>
      JSON.stringify(world.slack.ephemerals(installer)).includes(SETUP.open),
    );
  });

  test('the channel: an archived and a private one are refused with the way out, a public one is kept', async () => {
    await press(SETUP.channel);
    await formHas('setup_channel');
    // Slack offers no archived channel; this one is archived while the form is open.
    await world.slack.fill(installer, { setup_channel: 'C0OLD' });
    world.slack.archive('C0OLD');
    const archived = await world.slack.submit(installer);
    expect(archived.errors).toEqual({ setup_channel: say.channel.archived });
    const unseen = await world.slack.submit(installer, { setup_channel: 'C0PRIVATE' });
    expect(unseen.errors).toEqual({ setup_channel: say.channel.private });
    await world.slack.submit(installer, { setup_channel: 'C0GENERAL', setup_language: locale });
    await formHas('/invite @Docket');
    await team.closeForms();
    await panelSays('<#C0GENERAL>');
    // A second thought: the channel that Docket is in.
    await press(SETUP.channel);
    await formHas('setup_channel');
    expect((await world.slack.submit(installer, { setup_channel: CASES })).closed).toBe(true);
    await panelSays(`<#${CASES}>`);
  });

  test('the stores: a wrong line is named, what was typed stays, the mended list is taken', async () => {
    await press(SETUP.stores);
    await formHas('setup_stores');
    const refused = await world.slack.submit(installer, { setup_stores: bad });
    expect(refused.errors['setup_stores']).toContain(locale === 'en' ? 'Line 2' : '第 2 行');
    expect(team.typed(installer, 'setup_stores')).toBe(bad);
    expect((await world.slack.submit(installer, { setup_stores: good })).closed).toBe(true);
    await panelSays(locale === 'en' ? '2 stores: Store A, Store B' : '2 个店铺：店铺A、店铺B');
  });

  test('a step that is left out says so, and can be done all the same', async () => {
    await press(SETUP.skip, false);
    await panelSays(say.states.skipped);
    await press(SETUP.people);
    await formHas('setup_keeper_1');
    const outsider = await world.slack.submit(installer, { setup_keeper_0: [GUEST] });
    expect(outsider.errors).toEqual({ setup_keeper_0: say.notMember('Guest') });
    const sent = await world.slack.submit(installer, {
      setup_leads: [installer, TOM],
      setup_reviewers: [WANG_WEI],
      setup_keeper_0: [WANG_WEI],
      setup_submitters_0: [LI_NA, WANG_WEI],
    });
    expect(sent.closed).toBe(true);
    await panelSays(`<@${TOM}>`);
  });

  test('of two who change the same, the later sees it and loses nothing', async () => {
    await press(SETUP.channel);
    await formHas('setup_channel');
    await world.slack.command(TOM, CASES, '/case setup');
    const mine = await world.slack.eventually(() =>
      world.slack.ephemerals(TOM).find((m) => JSON.stringify(m.blocks).includes(SETUP.channel)),
    );
    await world.slack.click(TOM, { ephemeral: mine.id }, SETUP.channel);
    await world.slack.eventually(() =>
      JSON.stringify(world.slack.views(TOM).at(-1) ?? '').includes('setup_channel'),
    );
    await world.slack.submit(TOM, { setup_zone: 'Europe/Berlin' });
    const late = await world.slack.submit(installer, { setup_zone: 'Asia/Tokyo' });
    expect(late.closed).toBe(false);
    expect(team.modal(installer)).toContain(say.changed);
    expect(JSON.stringify(world.slack.views(installer).at(-1)?.view['state'])).toContain('Asia/Tokyo');
    expect((await world.slack.submit(installer)).closed).toBe(true);
    await panelSays(locale === 'en' ? 'Tokyo time' : '东京时间');
    // The panel that Tom had open shows what he saved.
    await world.slack.eventually(() => /Berlin|柏林/.test(words(world.slack.ephemerals(TOM).at(-1))));
  });

  test('the preview names the hours and, without a case, nobody whom there is something to tell', async () => {
    await press(SETUP.preview);
    await formHas(say.notSent);
    expect(team.modal(installer)).toContain(say.noBriefing);
    expect(team.modal(installer)).toContain('09:00–11:00');
    await team.closeForms();
  });

  test('nobody else was written to before Start', () => {
    for (const { id } of world.slack.people.filter((one) => one.id !== installer))
      expect(world.slack.messages(world.slack.dm(id)), id).toEqual([]);
    for (const channel of ['C0CASES', 'C0GENERAL']) expect(world.slack.messages(channel)).toEqual([]);
    expect(dm()).toHaveLength(1);
  });

  test('Start leaves one note in the channel, and a second one changes nothing', async () => {
    await press(SETUP.start, false);
    await world.slack.eventually(() => world.slack.messages(CASES).length === 1);
    const [note] = world.slack.messages(CASES);
    expect(words(note)).toContain(say.startedTitle);
    expect(JSON.stringify(note?.blocks)).toContain(ACTIONS.open);
    await panelSays(say.titleStarted);
    team.sendRaw('interactive', { ...team.lastSent(SETUP.start), trigger_id: '9.9.9' });
    await team.hears(installer, say.startedAlready);
    world.clock.turn(60_000);
    await world.app.sweep();
    expect(world.slack.messages(CASES)).toHaveLength(1);
    expect(world.slack.warnings).toEqual([]);
    expect(world.slack.slackErrors).toEqual([]);
  });
});
