import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, CATEGORY_KEYS } from '../../src/domain/categories.ts';
import { caseNumber, personId, storeId } from '../../src/domain/ids.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { MARKETPLACE_CODES } from '../../src/domain/marketplaces.ts';
import { recognise } from '../../src/domain/recognise.ts';
import { DAY } from '../../src/domain/time.ts';
import { Findings } from '../../src/sandbox/local-slack/blocks/checks.ts';
import { checkModal, VIEW_BYTES } from '../../src/sandbox/local-slack/blocks/view.ts';
import { caseFormView } from '../../src/slack/modals/case-form.ts';
import { CASE_FORMS } from '../../src/slack/modals/case-forms.ts';
import { checkDraft } from '../../src/slack/modals/open/check.ts';
import { type Draft, draftFrom, FIELD } from '../../src/slack/modals/open/draft.ts';
import { NEW_STORE, type Pair, STORE } from '../../src/slack/modals/open/stores.ts';
import { type OpenForm, openFormView } from '../../src/slack/modals/open/view.ts';
import { endView, loadingView } from '../../src/slack/modals/plain-views.ts';
import { act, FRIDAY, MONDAY, open, viewOf } from './story.ts';

/** What Slack would refuse in a modal. */
function problemsOf(view: unknown): string[] {
  const findings = new Findings();
  checkModal(view, '/view', findings);
  const bytes = Buffer.byteLength(JSON.stringify(view));
  return [...findings.messages, ...(bytes > VIEW_BYTES ? [`${bytes} bytes`] : [])];
}

const anyText = (maxLength: number) =>
  fc.oneof(fc.string({ unit: 'binary', maxLength }), fc.string({ unit: 'grapheme', maxLength }));
const locale = fc.constantFrom(...LOCALES);
const name = fc.oneof(
  fc.constant('店'.repeat(60)),
  anyText(60).filter((text) => text !== ''),
);
const pairs: fc.Arbitrary<Pair[]> = fc
  .tuple(fc.array(name, { maxLength: 700, size: 'max' }), fc.constantFrom(...MARKETPLACE_CODES))
  .map(([names, marketplace]) =>
    names.map((one, i) => ({ store: { id: storeId(`store-${i}`), name: one }, marketplace })),
  );
const draft: fc.Arbitrary<Draft> = fc.record({
  store: fc.option(fc.constantFrom(NEW_STORE, 'US:store-1')),
  newStore: anyText(60),
  newMarketplace: fc.option(fc.constantFrom(...MARKETPLACE_CODES)),
  category: fc.option(fc.constantFrom(...CATEGORY_KEYS)),
  deadlineAt: fc.constantFrom(undefined, null, FRIDAY + DAY),
  identifiers: anyText(3_500),
  problem: anyText(3_500),
  message: anyText(3_500),
  choice: fc.constantFrom(null, 'different', 'add:7'),
  because: anyText(600),
});
const rival = fc.record({
  rival: fc.record({
    number: fc.integer({ min: 1, max: 999_999_999 }).map(caseNumber),
    owner: fc.constantFrom(null, personId('U0LI')),
    status: fc.constantFrom('preparing' as const, 'closed' as const),
    shared: fc.array(anyText(60), { maxLength: 5 }),
    closedAt: fc.constant(null),
  }),
  link: fc.constantFrom(null, 'https://team.slack.com/archives/C0CASES/p1'),
});
const rivals = fc.uniqueArray(rival, { maxLength: 15, selector: ({ rival: { number } }) => number });
const form: fc.Arbitrary<OpenForm> = fc.record({
  locale,
  now: fc.constant(FRIDAY),
  pairs,
  draft,
  ownDeadline: fc.constantFrom(null, FRIDAY + 2 * DAY),
  rivals,
  conflict: fc.option(
    fc.record({
      code: fc.constantFrom('duplicate' as const, 'recently_closed' as const),
      rivals: rivals.filter((all) => all.length > 0),
    }),
  ),
  banner: fc.option(anyText(4_000).filter((text) => text !== '')),
  meta: fc.constant({ channel: 'C0CASES', threadTs: null, attempt: 3, standard: null }),
});

describe('the form for a new case', () => {
  it('is within Slack’s limits whatever stands in it', () => {
    fc.assert(
      fc.property(form, (one) => {
        expect(problemsOf(openFormView(one, 'fingerprint'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('offers every store of a large team in one menu, and a name for the rest', () => {
    const many = (count: number): Pair[] =>
      Array.from({ length: count }, (_, i) => ({
        store: { id: storeId(`s${i}`), name: `Store ${i}` },
        marketplace: 'US',
      }));
    const view = (count: number) => {
      const all = many(count);
      const said = recognise('');
      return JSON.stringify(
        openFormView(
          {
            locale: 'en',
            now: FRIDAY,
            pairs: all,
            draft: draftFrom(said, '', all),
            ownDeadline: null,
            rivals: [],
            conflict: null,
            banner: null,
            meta: { channel: null, threadTs: null, attempt: 0, standard: null },
          },
          '',
        ),
      );
    };
    expect(view(99)).not.toContain('option_groups');
    expect(view(100)).toContain('option_groups');
    expect(view(100)).toContain('"US:s99"');
    expect(view(700)).toContain('a known store is found by it');
  });

  it('takes the store from the text where only one is meant', () => {
    const team: Pair[] = [
      { store: { id: storeId('a'), name: 'KIN' }, marketplace: 'US' },
      { store: { id: storeId('a'), name: 'KIN' }, marketplace: 'DE' },
      { store: { id: storeId('b'), name: 'Nova' }, marketplace: 'US' },
    ];
    const choice = (text: string) => draftFrom(recognise(text), text, team).store;
    expect(choice('kin, German store: B0ABC12345')).toBe('DE:a');
    expect(choice('Nova B0ABC12345')).toBe('US:b');
    expect(choice('US store B0ABC12345')).toBeNull();
    expect(choice('')).toBeNull();
  });

  it('writes what it recognised so that it reads it again', () => {
    const text =
      'US store, campaign ID: 123456789012, SKU: A-1, B0ABC12345, Case ID 12345678901, clicks charged twice';
    const filled = draftFrom(recognise(text), text, []);
    const checked = checkDraft(
      { ...filled, newStore: 'A', category: 'advertising' },
      { pairs: [], locale: 'en', now: FRIDAY, standard: null },
    );
    expect(checked).toMatchObject({ ok: true });
    const subjects = checked.ok ? checked.wish.subjects : [];
    expect(subjects).toEqual(expect.arrayContaining(recognise(text).subjects));
    expect(filled.problem).toContain('12345678901');
  });

  it('says everything that is missing at once', () => {
    const empty = draftFrom(recognise(''), '', []);
    const checked = checkDraft(empty, { pairs: [], locale: 'zh-CN', now: FRIDAY, standard: null });
    expect(checked.ok).toBe(false);
    const fields = checked.ok ? [] : Object.keys(checked.errors);
    expect(fields.sort()).toEqual(
      [FIELD.newStore, FIELD.newMarketplace, FIELD.category, FIELD.problem].sort(),
    );
    const chosen = checkDraft(
      { ...empty, store: 'US:gone', category: 'other' },
      {
        pairs: [{ store: { id: storeId('s1'), name: 'A' }, marketplace: 'US' }],
        locale: 'en',
        now: FRIDAY,
        standard: null,
      },
    );
    const errors = chosen.ok ? {} : chosen.errors;
    expect(Object.keys(errors).sort()).toEqual([FIELD.identifiers, FIELD.problem, STORE].sort());
  });

  it('never throws while it is read, and asks only for what it can name', () => {
    fc.assert(
      fc.property(draft, pairs, locale, (one, all, language) => {
        const checked = checkDraft(one, { pairs: all, locale: language, now: FRIDAY, standard: null });
        const texts = checked.ok ? ['fine'] : Object.values(checked.errors);
        for (const text of texts) expect(text.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a default that was not sent in time, and drops one that was emptied', () => {
    const wished = (deadlineAt: number | null | undefined) => {
      const filled = draftFrom(recognise('account suspended'), '', []);
      const complete = {
        ...filled,
        newStore: 'A',
        newMarketplace: 'US',
        problem: 'Suspended.',
        deadlineAt,
      } as const;
      const checked = checkDraft(complete, { pairs: [], locale: 'en', now: FRIDAY, standard: null });
      return checked.ok ? checked.wish.deadline : checked.errors;
    };
    const wait = CATEGORIES.account_health.clock?.byDefault ?? 0;
    expect(wished(undefined)).toEqual({ at: FRIDAY + wait, source: 'team_default' });
    expect(wished(null)).toBeNull();
    expect(wished(FRIDAY + DAY)).toEqual({ at: FRIDAY + DAY, source: 'notice' });
    expect(wished(FRIDAY - DAY)).toHaveProperty(['open.deadline.account_health']);
  });
});

describe('the forms about a case', () => {
  const odd = 'A <!channel> & \u202E“';
  const stories = [
    open(),
    open({ deadline: { at: FRIDAY + DAY, source: 'notice' }, message: odd.repeat(600), problem: odd }),
    act(open(), { type: 'submit', reference: { kind: 'door', text: odd.repeat(20) } }, MONDAY),
    act(open(), { type: 'release' }, MONDAY),
  ];

  it.each(CASE_FORMS.map((one) => [one.id, one] as const))('%s is within Slack’s limits', (_, one) => {
    for (const story of stories)
      for (const language of LOCALES) {
        const context = { view: viewOf(story), locale: language, now: story.now, zone: 'Asia/Shanghai' };
        const where = { number: story.case.number, channel: 'C0CASES', threadTs: null };
        expect(problemsOf(caseFormView(one, context, where))).toEqual([]);
      }
  });

  it('and the views without inputs are too', () => {
    fc.assert(
      fc.property(
        anyText(4_000),
        fc.array(anyText(3_000), { maxLength: 30 }),
        locale,
        (text, typed, language) => {
          expect(problemsOf(endView('Title', text || 'x', typed, language))).toEqual([]);
          expect(problemsOf(loadingView('A title that is longer than Slack likes', language))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
