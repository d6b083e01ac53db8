import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import type { Refusal } from '../../src/domain/refusals.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { ANSWERS } from '../../src/i18n/answers.ts';
import { NUDGES } from '../../src/i18n/nudges.ts';
import { refusalText } from '../../src/i18n/refusals.ts';
import type { SandboxProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES } from '../support/journey.ts';
import { setUps } from '../support/set-ups.ts';
import { at } from '../support/story.ts';

const [LI_NA, WANG_WEI, CHEN_JING, TOM, MARIA] = ['U0LINA', 'U0WANGWEI', 'U0CHENJING', 'U0TOM', 'U0MARIA'];

describe.each(setUps)('on $name', ({ start }) => {
  let product: SandboxProduct;
  let team: ReturnType<typeof atWork>;

  beforeAll(async () => {
    // Friday morning in Shanghai, Thursday evening in New York: everybody is awake.
    product = await start({ startAt: at('2027-01-14T20:30-05:00'), log: silent });
    team = atWork(product.slack);
  }, 60_000);
  afterAll(() => product.stop());
  afterEach(() => {
    expect(product.slack.warnings).toEqual([]);
    expect(product.slack.slackErrors).toEqual([]);
  });

  const subjects = { count: 0 };
  /** A case of somebody's about something that nobody else has. */
  const caseOf = (owner: string): Promise<number> => {
    subjects.count += 1;
    return team.opened(owner, { [FIELD.identifiers]: `B0OWN${String(subjects.count).padStart(5, '0')}` });
  };
  const ownerOf = async (number: number): Promise<string | null> => {
    const loaded = await product.app.cases.load(workspaceId('T0DOCKET'), caseNumber(number));
    return loaded?.case.owner ?? null;
  };
  const owns = (who: string | null, number: number) =>
    product.slack.eventually(async () => (await ownerOf(number)) === who);
  const said = (refusal: Refusal, locale: 'en' | 'zh-CN') =>
    refusalText(refusal, locale, { names: (id) => `<@${id}>` });
  /** The latest message of a case's thread that mentions somebody. */
  const mentions = (who: string, number: number, text: string) =>
    product.slack.eventually(() =>
      team
        .thread(number)
        .find((m) => m.text.includes(`<@${who}>`) && JSON.stringify(m.blocks).includes(text)),
    );

  test('a hand-over is the giver’s until it is accepted', async () => {
    const number = await caseOf(LI_NA);
    await team.answer(LI_NA, number, ACTIONS.handOver, { who: WANG_WEI, note: 'I fly on Monday.' });
    await mentions(WANG_WEI, number, 'I fly on Monday.');
    await team.shows(number, 'Wang Wei');
    expect(await ownerOf(number)).toBe(LI_NA);

    await team.press(TOM, number, ACTIONS.acceptOffer);
    const refusal = { code: 'offer_for_other', number: caseNumber(number), to: personId(WANG_WEI) } as const;
    await team.hears(TOM, said(refusal, 'en'));
    expect(await ownerOf(number)).toBe(LI_NA);

    await team.press(WANG_WEI, number, ACTIONS.acceptOffer);
    await owns(WANG_WEI, number);
    await product.slack.eventually(() => team.thread(number).at(-1)?.text.includes(`<@${LI_NA}>`));
    // A late second click finds nothing to accept, and says so.
    const old = team.lastSent(ACTIONS.acceptOffer);
    team.sendRaw('interactive', {
      ...old,
      user: { id: CHEN_JING },
      actions: [{ type: 'button', action_id: ACTIONS.acceptOffer, action_ts: '9.1', value: String(number) }],
    });
    await team.hears(CHEN_JING, said({ code: 'no_offer', number: caseNumber(number) }, 'zh-CN'));
  });

  test('a hand-over that is declined stays, and the giver hears why', async () => {
    const number = await caseOf(LI_NA);
    await team.answer(LI_NA, number, ACTIONS.handOver, { who: WANG_WEI });
    await team.says(number, `<@${WANG_WEI}>`);
    await team.answer(WANG_WEI, number, ACTIONS.declineOffer, { text: 'No time before Thursday.' });
    await mentions(LI_NA, number, 'No time before Thursday.');
    expect(await ownerOf(number)).toBe(LI_NA);
    const oneself = await team.answer(LI_NA, number, ACTIONS.handOver, { who: LI_NA });
    expect(oneself.errors).toEqual({
      who: said({ code: 'to_oneself', number: caseNumber(number) }, 'zh-CN'),
    });
  });

  test('a lead’s assignment counts at once', async () => {
    const number = await caseOf(LI_NA);
    await team.answer(MARIA, number, ACTIONS.handOver, { who: TOM });
    await owns(TOM, number);
    const told = await product.slack.eventually(() =>
      team.thread(number).find((m) => m.text.includes(`<@${TOM}>`)),
    );
    expect(told.text).toContain('Maria Lopez');
    expect(told.text).not.toContain(`<@${MARIA}>`);
  });

  test('who is not the owner is told so in their own language, and nothing changes', async () => {
    const number = await caseOf(LI_NA);
    const refusal = { code: 'not_yours', number: caseNumber(number), owner: personId(LI_NA) } as const;
    await team.press(TOM, number, ACTIONS.ready);
    await team.hears(TOM, said(refusal, 'en'));
    await team.press(WANG_WEI, number, ACTIONS.ready);
    await team.hears(WANG_WEI, said(refusal, 'zh-CN'));
    // A form is refused before anybody types into it.
    const before = product.slack.views(TOM).length;
    await team.press(TOM, number, ACTIONS.edit);
    await product.slack.eventually(
      () => product.slack.views(TOM).length > before && team.modal(TOM).includes(said(refusal, 'en')),
    );
    const loaded = await product.app.cases.load(workspaceId('T0DOCKET'), caseNumber(number));
    expect(loaded?.case.phase.status).toBe('preparing');
  });

  test('what was released and nobody takes is told to a lead after half an hour', async () => {
    const number = await caseOf(LI_NA);
    await team.answer(LI_NA, number, ACTIONS.handOver, { how: 'release', note: 'I leave for a week.' });
    await owns(null, number);
    await team.says(number, 'I leave for a week.');
    await product.turnTo(product.clock.now() + 29 * MINUTE);
    const unclaimed = () => team.thread(number).filter((m) => m.text.includes(NUDGES.en.unclaimed));
    expect(unclaimed()).toEqual([]);
    await product.turnTo(product.clock.now() + 2 * MINUTE);
    const nudge = await product.slack.eventually(() => unclaimed()[0]);
    expect(nudge.text).toContain(`<@${MARIA}>`);
    expect(nudge.text).not.toContain(`<@${LI_NA}>`);

    await team.press(WANG_WEI, number, ACTIONS.take);
    await owns(WANG_WEI, number);
    const old = team.lastSent(ACTIONS.take);
    team.sendRaw('interactive', {
      ...old,
      user: { id: TOM },
      actions: [{ type: 'button', action_id: ACTIONS.take, action_ts: '9.2', value: String(number) }],
    });
    const refusal = { code: 'already_owned', number: caseNumber(number), owner: personId(WANG_WEI) } as const;
    await team.hears(TOM, said(refusal, 'en'));
    expect(await ownerOf(number)).toBe(WANG_WEI);
  });

  test('leads are named by leads', async () => {
    const command = (who: string, typed: string) => product.slack.command(who, CASES, typed);
    await command(LI_NA, '/case lead @Li Na');
    await team.hears(LI_NA, said({ code: 'not_lead', leads: [personId(MARIA)] }, 'zh-CN'));
    await command(LI_NA, '/case lead');
    await team.hears(LI_NA, ANSWERS['zh-CN'].personMissing);
    await command(MARIA, '/case lead @Docket');
    await team.hears(MARIA, said({ code: 'not_a_member', person: personId('U0DOCKET') }, 'en'));
    await command(MARIA, '/case lead @Tom Baker');
    await team.hears(MARIA, ANSWERS.en.leadMade(`<@${TOM}>`));
    // Whoever is one already is one, whoever says so.
    await command(LI_NA, '/case lead @Tom Baker');
    await team.hears(LI_NA, ANSWERS['zh-CN'].leadMade(`<@${TOM}>`));
    const number = await caseOf(LI_NA);
    await team.answer(TOM, number, ACTIONS.handOver, { who: CHEN_JING });
    await owns(CHEN_JING, number);
    expect((await product.app.desk.person(workspaceId('T0DOCKET'), personId('U0TOM')))?.isLead).toBe(true);
  });
});
