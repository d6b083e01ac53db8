import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { STORE_WORDS } from '../../src/i18n/stores.ts';
import { SAMPLE_WORKSPACE } from '../../src/sandbox/local-slack/workspace.ts';
import type { SandboxProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { STORES } from '../../src/slack/stores/ids.ts';
import { STORE_FIELD } from '../../src/slack/stores/view.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { setUps } from '../support/set-ups.ts';
import { startedWorkspace } from '../support/started.ts';
import { at } from '../support/story.ts';

const [LI_NA, WANG_WEI, CHEN_JING, TOM, MARIA] = ['U0LINA', 'U0WANGWEI', 'U0CHENJING', 'U0TOM', 'U0MARIA'];
const ROOM = 'C0STOREA';
const T = workspaceId('T0DOCKET');
const workspace = {
  ...SAMPLE_WORKSPACE,
  channels: [
    ...SAMPLE_WORKSPACE.channels,
    { id: ROOM, name: 'store-a' },
    { id: 'C0PRIVATE', name: 'private', isPrivate: true, hasBot: false },
  ],
};

describe.each(setUps.slice(0, 1))('stores, on $name', ({ start }) => {
  let product: SandboxProduct;
  let team: ReturnType<typeof atWork>;
  beforeAll(async () => {
    product = await start({ slack: { workspace }, startAt: at('2027-01-14T20:30-05:00'), log: silent });
    team = atWork(product.slack);
    await startedWorkspace(product);
  }, 60_000);
  afterAll(() => product.stop());
  afterEach(() => {
    expect(product.slack.warnings).toEqual([]);
    expect(product.slack.slackErrors).toEqual([]);
  });

  /** Types the command in small letters, and waits for the form. */
  const openStore = async (user: string, name: string): Promise<void> => {
    await team.closeForms();
    await product.slack.command(user, CASES, `/case store ${name.toLowerCase()}`);
    await product.slack.eventually(() =>
      JSON.stringify(product.slack.views(user).at(-1) ?? '').includes(name),
    );
  };
  const loaded = async (number: number) => (await product.app.cases.load(T, caseNumber(number)))?.case;
  /** Opens a case of Store A; its number. */
  const opens = async (user: string, identifier: string): Promise<number> => {
    const before = (await product.app.cases.listOpen(T, null)).length;
    await team.open(user, { [FIELD.identifiers]: identifier });
    const all = await product.slack.eventually(async () => {
      const open = await product.app.cases.listOpen(T, null);
      return open.length > before && open;
    });
    return Math.max(...all.map(({ case: c }) => c.number));
  };

  test('everybody may look, leads change', async () => {
    await openStore(TOM, 'Store A');
    expect(team.modal(TOM)).toContain(STORE_WORDS.en.leadsOnly);
    expect(product.slack.views(TOM).at(-1)?.view['submit'] ?? null).toBeNull();
    await team.closeForms();
    await product.slack.command(LI_NA, CASES, '/case 店铺');
    const list = await team.hears(LI_NA, 'Store A');
    expect(JSON.stringify(list.blocks)).toContain(STORES.show);
    expect(JSON.stringify(list.blocks)).not.toContain(STORES.add);
  });

  test('a lead fills the form; what can’t be is said under its field, and the cover is doubted once', async () => {
    await openStore(MARIA, 'Store A');
    const refused = await product.slack.submit(MARIA, {
      [STORE_FIELD.keeper]: [WANG_WEI],
      [STORE_FIELD.cover]: [WANG_WEI],
      [STORE_FIELD.owner]: [LI_NA],
      [STORE_FIELD.where]: 'own',
      [STORE_FIELD.channel]: 'C0PRIVATE',
      [STORE_FIELD.premium]: ['premium'],
    });
    expect(refused.errors[STORE_FIELD.channel]).toContain('/invite @Docket');
    const doubted = await product.slack.submit(MARIA, { [STORE_FIELD.channel]: ROOM });
    expect(doubted.closed).toBe(false);
    expect(team.modal(MARIA)).toContain(STORE_WORDS.en.coverIsKeeper(`<@${WANG_WEI}>`));
    expect((await product.slack.submit(MARIA, { [STORE_FIELD.cover]: [CHEN_JING] })).closed).toBe(true);
    const [store] = (await product.app.desk.setup.view(T)).stores;
    expect(store).toMatchObject({ keeper: WANG_WEI, cover: CHEN_JING, defaultOwner: LI_NA, channel: ROOM });
  });

  test('no two stores have one name', async () => {
    await team.closeForms();
    await product.slack.command(MARIA, CASES, '/case store');
    const list = await product.slack.eventually(() =>
      product.slack.ephemerals(MARIA).find((m) => JSON.stringify(m.blocks).includes(STORES.add)),
    );
    await product.slack.click(MARIA, { ephemeral: list.id }, STORES.add);
    await product.slack.eventually(() =>
      JSON.stringify(product.slack.views(MARIA).at(-1) ?? '').includes(STORE_FIELD.name),
    );
    const taken = await product.slack.submit(MARIA, {
      [STORE_FIELD.name]: 'ＳＴＯＲＥ  a',
      [STORE_FIELD.marketplaces]: ['DE'],
    });
    expect(taken.errors).toEqual({ [STORE_FIELD.name]: STORE_WORDS.en.taken('ＳＴＯＲＥ a') });
    await team.closeForms();
  });

  test('its new case goes to its default owner, into its channel, and the opener hears who has it', async () => {
    const number = await opens(TOM, 'B0STORE001');
    const c = await loaded(number);
    expect(c).toMatchObject({ owner: LI_NA, openedBy: TOM, channel: ROOM });
    await team.hears(TOM, `<@${LI_NA}> owns it`);
    const note = await product.slack.eventually(() =>
      product.slack.messages(ROOM).find((m) => m.threadTs !== undefined && m.text.includes(`<@${LI_NA}>`)),
    );
    expect(words(note)).toContain('new cases of this store go there');
    expect(product.slack.messages(CASES).some((m) => words(m).includes(`#${number} `))).toBe(false);
  });

  test('premium support is asked after an hour, not after 72, and not moved to the window', async () => {
    const number = await opens(LI_NA, 'B0STORE002');
    const by = { workspace: T, person: personId(LI_NA) };
    const { desk } = product.app;
    const ready = await desk.act({ ...by, key: 'r1' }, caseNumber(number), { type: 'make_ready' });
    const reference = { kind: 'case_id', id: '12345678901' } as const;
    const sent = await desk.act({ ...by, key: 'r2' }, caseNumber(number), { type: 'submit', reference });
    expect([ready.ok, sent.ok]).toEqual([true, true]);
    const c = await loaded(number);
    const submitted = c?.phase.status === 'awaiting_amazon' ? c.phase.submitted.at : 0;
    const timers = await product.app.cases.timersDue(submitted + 2 * HOUR, 100);
    const due = timers.find((one) => one.case === number && one.key.startsWith('follow_up'));
    expect(due?.dueAt).toBe(submitted + HOUR);
    await product.turnTo(submitted + HOUR + MINUTE);
    await product.slack.eventually(() =>
      product.slack
        .messages(ROOM)
        .some(
          (m) => m.text.includes(`#${number}`) && JSON.stringify(m.blocks).includes(ACTIONS.checkNothing),
        ),
    );
  });
});
