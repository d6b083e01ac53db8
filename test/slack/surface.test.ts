import { describe, expect, it } from 'vitest';
import { caseNumber, personId, storeId } from '../../src/domain/ids.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { ANSWERS } from '../../src/i18n/answers.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { NEW_STORE, STORE } from '../../src/slack/modals/open/stores.ts';
import type { FakeDesk } from './fake-desk.ts';
import { CASES, GENERAL, lastTold, modalOf, onSlack } from './on-slack.ts';
import { act, FRIDAY, open, viewOf } from './story.ts';

const TOM = 'U0TOM';
const LI_NA = 'U0LINA';
const GUEST = 'U0CHENJING';

const formIsThere = (slack: LocalSlack, user: string) =>
  slack.eventually(() => modalOf(slack, user).includes(FIELD.problem));

async function openForm(slack: LocalSlack, user: string, text = ''): Promise<void> {
  await slack.command(user, CASES, `/case open ${text}`);
  await formIsThere(slack, user);
}

async function shownCase(slack: LocalSlack): Promise<string> {
  await slack.command(TOM, CASES, '/case show 42');
  return (await slack.eventually(() => slack.ephemerals(TOM).at(-1))).id;
}
const pressReady = (slack: LocalSlack, shown: string) =>
  slack.click(TOM, { ephemeral: shown }, ACTIONS.ready);

const COMPLETE = {
  [STORE]: 'US:s1',
  [FIELD.category]: 'featured_offer',
  [FIELD.identifiers]: 'B0ABC12345',
  [FIELD.problem]: 'The Buy Box is gone.',
};

const RIVAL = {
  number: caseNumber(7),
  owner: personId(LI_NA),
  status: 'preparing',
  shared: ['B0ABC12345'],
  closedAt: null,
} as const;
const refuseDuplicates = (desk: FakeDesk) => {
  desk.decideOpen = async (what) =>
    what.different
      ? { ok: true, number: caseNumber(8) }
      : { ok: false, refusal: { code: 'duplicate', rivals: [RIVAL] } };
};

describe('commands', () => {
  it('put what was typed after them into the form that asks the rest', async () => {
    const { slack, desk } = await onSlack();
    const waiting = act(
      act(open({}, FRIDAY, personId(TOM)), { type: 'make_ready' }, FRIDAY, personId(TOM)),
      { type: 'submit', reference: { kind: 'case_id', id: '12345678901' } },
      FRIDAY,
      personId(TOM),
    );
    desk.views.set(42, viewOf(waiting));
    await slack.command(TOM, CASES, '/case replied 42 Please send us the invoices.');
    await slack.eventually(() => modalOf(slack, TOM).includes('Please send us the invoices.'));
    expect(slack.warnings).toEqual([]);
  });

  it('answer a bare /case with help in the reader’s language', async () => {
    const { slack } = await onSlack();
    await slack.command(TOM, CASES, '/case');
    await slack.command(LI_NA, GENERAL, '/case');
    await slack.eventually(() => lastTold(slack, TOM).includes('/case open'));
    await slack.eventually(() => /案件/.test(lastTold(slack, LI_NA)));
    expect(slack.warnings).toEqual([]);
  });

  it('suggest the word that a typo meant', async () => {
    const { slack } = await onSlack();
    await slack.command(TOM, CASES, '/case opne B0ABC12345');
    expect(await slack.eventually(() => lastTold(slack, TOM).includes('Did you mean /case open?'))).toBe(
      true,
    );
  });

  it('show a case, also where Docket is no member, and say kindly that there is none', async () => {
    const { slack } = await onSlack();
    await slack.command(TOM, GENERAL, '/case show #４２');
    await slack.eventually(() => lastTold(slack, TOM).includes('/archives/C0CASES/p'));
    await slack.command(TOM, GENERAL, '/case show 4242424242');
    await slack.eventually(() => lastTold(slack, TOM).includes('There is no case #4242424242 here.'));
    await slack.command(TOM, GENERAL, '/case mine');
    expect(await slack.eventually(() => lastTold(slack, TOM).includes('1 open case'))).toBe(true);
  });

  it('name a lead', async () => {
    const { slack } = await onSlack();
    await slack.command('U0MARIA', CASES, '/case lead @Tom Baker');
    expect(await slack.eventually(() => lastTold(slack, 'U0MARIA').includes('<@U0TOM> is a lead now.'))).toBe(
      true,
    );
  });

  it('work in a thread by a mention, except what needs a form', async () => {
    const { slack } = await onSlack();
    const root = slack.say(TOM, CASES, 'Something happened');
    slack.say(TOM, CASES, '<@U0DOCKET> show 42', root.ts);
    const told = await slack.eventually(() => slack.ephemerals(TOM).at(-1));
    expect(told).toMatchObject({ threadTs: root.ts });
    slack.say(TOM, CASES, '<@U0DOCKET> open B0ABC12345', root.ts);
    await slack.eventually(() => lastTold(slack, TOM).includes('can’t be opened from a message'));
  });
});

describe('opening a case', () => {
  it('fills the form from the text and opens the case as it was sent', async () => {
    const { desk, slack } = await onSlack();
    await openForm(slack, TOM, 'US store B0ABC12345 lost the buy box');
    const sent = await slack.submit(TOM, { [FIELD.problem]: 'The Buy Box is gone.\u202E <!channel>' });
    expect(sent).toMatchObject({ acked: true, closed: true, errors: {} });
    expect(desk.opened.map(({ what }) => what)).toEqual([
      {
        storeName: 'Store A',
        marketplace: 'US',
        category: 'featured_offer',
        subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
        problem: 'The Buy Box is gone. <!channel>',
        message: '',
        deadline: null,
        different: '',
      },
    ]);
    await slack.eventually(() => lastTold(slack, TOM).includes('Case #1 is open in <#C0CASES>.'));
    expect(slack.warnings).toEqual([]);
  });

  it('asks for name and marketplace while there is no store, and after “New store…”', async () => {
    const { desk, slack } = await onSlack();
    desk.pairs = [];
    await openForm(slack, TOM);
    expect(modalOf(slack, TOM)).toContain(FIELD.newStore);
    await slack.closeView(TOM);

    desk.pairs = [{ store: { id: storeId('s1'), name: 'Store A' }, marketplace: 'US' }];
    await openForm(slack, LI_NA);
    expect(modalOf(slack, LI_NA)).not.toContain(FIELD.newStore);
    await slack.fill(LI_NA, { [STORE]: NEW_STORE });
    await slack.eventually(() => modalOf(slack, LI_NA).includes(FIELD.newStore));
    await slack.submit(LI_NA, {
      ...COMPLETE,
      [STORE]: NEW_STORE,
      [FIELD.newStore]: ' B 店 ',
      [FIELD.newMarketplace]: 'JP',
    });
    expect(desk.opened.at(-1)?.what).toMatchObject({ storeName: 'B 店', marketplace: 'JP' });
  });

  it('puts problems under their fields and loses nothing', async () => {
    const { desk, slack } = await onSlack();
    await openForm(slack, TOM);
    const sent = await slack.submit(TOM, {
      ...COMPLETE,
      [FIELD.identifiers]: '1234567890\nplease help me soon!',
    });
    expect(sent.closed).toBe(false);
    expect(sent.errors[FIELD.identifiers]).toContain('Line 1 “1234567890”: this may be a Case ID or an ISBN');
    expect(sent.errors[FIELD.identifiers]).toContain('Line 2 “please help me soon!”');
    expect(desk.opened).toEqual([]);
    const again = await slack.submit(TOM, { [FIELD.identifiers]: '' });
    expect(again.errors[FIELD.identifiers]).toContain('at least one ASIN');
  });

  it('shows Amazon’s clock where there is one, and records a default as a default', async () => {
    const { desk, slack } = await onSlack();
    const field = 'open.deadline.account_health';
    await openForm(slack, TOM);
    await slack.fill(TOM, { [FIELD.category]: 'account_health' });
    await slack.eventually(() => modalOf(slack, TOM).includes(field));
    expect(modalOf(slack, TOM)).toContain('This is only a team default.');
    await slack.submit(TOM, { ...COMPLETE, [FIELD.category]: 'account_health' });
    expect(desk.opened.at(-1)?.what.deadline).toEqual({ at: desk.time + 7 * DAY, source: 'team_default' });

    await openForm(slack, TOM, 'account suspended');
    const noticed = desk.time + 3 * DAY + HOUR;
    await slack.submit(TOM, { ...COMPLETE, [FIELD.category]: 'account_health', [field]: noticed / 1_000 });
    expect(desk.opened.at(-1)?.what.deadline).toEqual({ at: noticed, source: 'notice' });
  });

  it('keeps a date that a person chose when the category changes', async () => {
    const { desk, slack } = await onSlack();
    await openForm(slack, TOM, 'account suspended');
    const noticed = desk.time + 3 * DAY;
    await slack.fill(TOM, { 'open.deadline.account_health': noticed / 1_000, [FIELD.category]: 'a_to_z' });
    await slack.eventually(() => modalOf(slack, TOM).includes('open.deadline.a_to_z'));
    await slack.submit(TOM, { ...COMPLETE, [FIELD.category]: 'a_to_z' });
    expect(desk.opened.at(-1)?.what.deadline).toEqual({ at: noticed, source: 'notice' });
  });

  it('shows existing cases as soon as identifiers are there', async () => {
    const { desk, slack } = await onSlack();
    desk.known = { open: [RIVAL], recentlyClosed: [] };
    await openForm(slack, TOM, 'US store');
    await slack.fill(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    await slack.eventually(() => modalOf(slack, TOM).includes('*#7* · <@U0LINA> · Preparing'));
    expect(modalOf(slack, TOM)).not.toContain(FIELD.choice);
  });
});

describe('a duplicate', () => {
  it('is shown with its owner and can be added to', async () => {
    const { desk, slack } = await onSlack();
    refuseDuplicates(desk);
    await openForm(slack, TOM);
    expect(await slack.submit(TOM, COMPLETE)).toMatchObject({ closed: false });
    expect(modalOf(slack, TOM)).toContain('*#7* · <@U0LINA> · Preparing');
    const added = await slack.submit(TOM, { [FIELD.choice]: 'add:7' });
    expect(added.closed).toBe(true);
    expect(desk.acted).toMatchObject([
      { number: 7, command: { type: 'note', text: 'The Buy Box is gone.\n\nB0ABC12345' } },
    ]);
    await slack.eventually(() => lastTold(slack, TOM).includes('Added to #7'));
  });

  it('is opened all the same with a written reason, which is asked for', async () => {
    const { desk, slack } = await onSlack();
    refuseDuplicates(desk);
    await openForm(slack, TOM);
    await slack.submit(TOM, COMPLETE);
    const noReason = await slack.submit(TOM, { [FIELD.choice]: 'different' });
    expect(Object.keys(noReason.errors)).toEqual([FIELD.because]);
    const opened = await slack.submit(TOM, { [FIELD.because]: 'Other warehouse' });
    expect(opened.closed).toBe(true);
    expect(desk.opened.map(({ request, what }) => [request.key, what.different])).toEqual([
      [expect.stringMatching(/^open:V\w+:0:open$/), ''],
      [expect.stringMatching(/^open:V\w+:1:open$/), 'Other warehouse'],
    ]);
  });

  it('that was closed recently can be reopened', async () => {
    const { desk, slack } = await onSlack();
    const closed = { ...RIVAL, status: 'closed', closedAt: desk.time - DAY } as const;
    desk.decideOpen = async () => ({ ok: false, refusal: { code: 'recently_closed', rivals: [closed] } });
    await openForm(slack, LI_NA);
    await slack.submit(LI_NA, COMPLETE);
    expect(modalOf(slack, LI_NA)).toContain('重新打开 #7');
    await slack.submit(LI_NA, { [FIELD.choice]: 'reopen:7' });
    expect(desk.acted).toMatchObject([{ number: 7, command: { type: 'reopen' } }]);
  });
});

describe('when something fails', () => {
  it('a modal submitted twice is one request', async () => {
    const { desk, slack } = await onSlack();
    await openForm(slack, TOM);
    await slack.fill(TOM, COMPLETE);
    slack.faults.repeatNextDelivery(2);
    await slack.submit(TOM);
    await slack.eventually(() => slack.deliveries.at(-1)?.attempts.length === 2);
    expect(slack.deliveries.at(-1)?.attempts.map(({ ack }) => ack)).toEqual([
      { acked: true, body: { response_action: 'clear' } },
      { acked: true, body: { response_action: 'clear' } },
    ]);
    expect(desk.opened).toHaveLength(1);
  });

  it('a slow desk leaves the form as it was, and the next try is the same request', async () => {
    const { desk, slack, errors } = await onSlack();
    let commit = () => {};
    desk.decideOpen = () =>
      new Promise((resolve) => {
        commit = () => resolve({ ok: true, number: caseNumber(9) });
      });
    await openForm(slack, TOM);
    const slow = await slack.submit(TOM, COMPLETE);
    expect(slow).toMatchObject({ acked: true, closed: false });
    expect(Object.values(slow.errors).join()).toContain('nothing is done twice. Reference REF1');
    expect(errors).toHaveLength(1);
    commit();
    const again = await slack.submit(TOM, { [FIELD.problem]: 'Changed meanwhile.' });
    expect(again.closed).toBe(true);
    expect(new Set(desk.opened.map(({ request }) => request.key)).size).toBe(1);
    await slack.eventually(() => lastTold(slack, TOM).includes('#9 had been opened by your first try'));
  });

  it('a broken desk leaves the form as it was and names a reference that is in the log', async () => {
    const { desk, slack, errors } = await onSlack();
    desk.decideOpen = () => Promise.reject(new Error('database down'));
    await openForm(slack, TOM);
    const sent = await slack.submit(TOM, COMPLETE);
    expect(sent).toMatchObject({ acked: true, closed: false });
    expect(Object.values(sent.errors).join()).toContain('Something went wrong on our side');
    expect(Object.values(sent.errors).join()).toContain(String(errors[0]?.fields['reference']));
    expect(modalOf(slack, TOM)).toContain(FIELD.problem);
  });

  it('a form that can’t be prepared gives back what was typed', async () => {
    const { desk, slack, errors } = await onSlack();
    desk.loadStores = () => new Promise(() => {});
    await slack.command(TOM, CASES, '/case open B0ABC12345 lost & <gone>');
    await slack.eventually(() => modalOf(slack, TOM).includes('REF1'), 6_000);
    expect(modalOf(slack, TOM)).toContain('B0ABC12345 lost & <gone>');
    expect(errors.map(({ fields }) => fields['reference'])).toEqual(['REF1']);
  });

  it('a fault behind a button is told with its reference', async () => {
    const { desk, slack, errors } = await onSlack();
    desk.decideAct = () => Promise.reject(new Error('database down'));
    await pressReady(slack, await shownCase(slack));
    await slack.eventually(() =>
      lastTold(slack, TOM).includes(
        'nothing was changed. Try again. If it happens again, tell whoever runs Docket: reference REF1.',
      ),
    );
    expect(errors[0]?.fields).toMatchObject({ reference: 'REF1', what: ACTIONS.ready });
  });
});

describe('a desk that takes too long', () => {
  it.each([
    { how: 'a button', ask: pressReady, what: ACTIONS.ready },
    {
      how: '/case list',
      ask: (slack: LocalSlack) => slack.command(TOM, CASES, '/case list'),
      what: '/case list',
    },
  ])('$how is told so with a reference, and what it came to is in the log', async ({ ask, what }) => {
    const { desk, slack, errors } = await onSlack();
    const shown = await shownCase(slack);
    let fail: (err: Error) => void = () => {};
    const hung = () => new Promise<never>((_, reject) => (fail = reject));
    desk.decideAct = hung;
    desk.list = hung;
    await ask(slack, shown);
    await slack.eventually(() => lastTold(slack, TOM).includes(ANSWERS.en.uncertain('REF1')), 8_000);
    fail(new Error('database down'));
    await slack.eventually(() => errors.length === 2);
    expect(errors.map(({ fields }) => fields)).toMatchObject([
      { reference: 'REF1', what },
      { reference: 'REF1', what, err: { message: 'database down' } },
    ]);
  });
});

describe('who may not', () => {
  it('a guest looks, but neither opens nor clicks', async () => {
    const { desk, slack } = await onSlack();
    await slack.command(GUEST, CASES, '/case open B0ABC12345');
    await slack.eventually(() => modalOf(slack, GUEST).includes('访客'));
    expect(modalOf(slack, GUEST)).toContain('B0ABC12345');
    await slack.command(GUEST, CASES, '/case show 42');
    await slack.eventually(() => slack.ephemerals(GUEST).length === 1);
    expect(desk.opened).toEqual([]);
  });

  it('a payload of another workspace, or of none, never reaches the desk', async () => {
    const { desk, slack, url } = await onSlack('http');
    const payload = {
      type: 'block_actions',
      user: { id: TOM },
      trigger_id: 'x',
      actions: [{ type: 'button', action_id: ACTIONS.take, block_id: 'b', value: '42', action_ts: '1.2' }],
      container: { type: 'message' },
    };
    for (const team of [{ team: { id: 'T0OTHER' } }, { user: { id: TOM, team_id: 'T0DOCKET' } }])
      await slack.postSigned('interactive', { ...payload, ...team }, { url });
    await slack.postSigned('interactive', { ...payload, team: { id: 'T0DOCKET' } }, { url });
    await slack.eventually(() => desk.acted.length > 0);
    expect(desk.acted).toHaveLength(1);
  });
});

describe('stopping', () => {
  it.each(['socket', 'http'] as const)('waits for what is being answered (%s)', async (kind) => {
    const { desk, slack, app } = await onSlack(kind);
    let commit = () => {};
    desk.decideOpen = () =>
      new Promise((resolve) => {
        commit = () => resolve({ ok: true, number: caseNumber(9) });
      });
    await openForm(slack, TOM);
    const sent = slack.submit(TOM, COMPLETE);
    await slack.eventually(() => desk.opened.length === 1);
    const stopped = app.stop();
    commit();
    expect(await sent).toMatchObject({ acked: true, closed: true });
    await stopped;
    await slack.command(TOM, CASES, '/case').catch(() => {});
    expect(slack.ephemerals(TOM).map(({ text }) => text)).toEqual([expect.stringContaining('#9')]);
  });
});

describe('over HTTP', () => {
  it('commands, forms and clicks work the same', async () => {
    const { desk, slack } = await onSlack('http');
    await openForm(slack, TOM);
    expect(await slack.submit(TOM, COMPLETE)).toMatchObject({ closed: true });
    expect(desk.opened).toHaveLength(1);
  });
});
