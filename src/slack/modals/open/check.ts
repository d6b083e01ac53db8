import { CATEGORIES, type CategoryKey } from '../../../domain/categories.ts';
import type { OpenCase } from '../../../domain/commands.ts';
import { claimKeys } from '../../../domain/duplicates.ts';
import type { DeadlineFact } from '../../../domain/events.ts';
import { parseIdentifiers, type Subject } from '../../../domain/identifiers.ts';
import type { Locale } from '../../../domain/locale.ts';
import type { Instant } from '../../../domain/time.ts';
import { MODALS } from '../../../i18n/modals.ts';
import { refusalText } from '../../../i18n/refusals.ts';
import { identifierError } from '../identifier-problems.ts';
import { type Draft, deadlineField, FIELD } from './draft.ts';
import { type OpenMeta, standardDeadline } from './meta.ts';
import { readChoice } from './rivals.ts';
import { NEW_STORE, type Pair, pairOf, STORE } from './stores.ts';

/** What the form asks the desk to open. */
export type Wish = Omit<OpenCase, 'type' | 'channel' | 'store'> & { readonly storeName: string };

export type Checked =
  | { readonly ok: true; readonly wish: Wish }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

interface Circumstances {
  readonly pairs: readonly Pair[];
  readonly locale: Locale;
  readonly now: Instant;
  readonly standard: OpenMeta['standard'];
}

/** What the identifiers are about, as far as the form says; a case is looked for as soon as this is known. */
export interface About {
  readonly storeName: string;
  readonly category: CategoryKey;
  readonly subjects: readonly Subject[];
}

export function aboutOf(draft: Draft, pairs: readonly Pair[]): About | null {
  const storeName = storeOf(draft, pairs)?.storeName ?? draft.newStore;
  const { subjects } = parseIdentifiers(draft.identifiers, expectedIn(draft.category));
  const about = { storeName, category: draft.category ?? 'other', subjects } as const;
  return storeName && claimKeys(about).length > 0 ? about : null;
}

/** Reads the form into a wish, or says under which field what is missing. */
export function checkDraft(draft: Draft, { pairs, locale, now, standard }: Circumstances): Checked {
  const { problems } = MODALS[locale];
  const refusal = (code: 'no_subject' | 'time_past') => refusalText({ code }, locale, { names: String });
  const errors: Record<string, string> = { ...storeErrors(draft, pairs, locale) };
  const { subjects, problems: unread } = parseIdentifiers(draft.identifiers, expectedIn(draft.category));
  const wrong = identifierError(unread, locale);
  const { category } = draft;
  const store = storeOf(draft, pairs);
  const deadline = category === null ? null : deadlineOf(draft, category, now, standard);

  if (category === null) errors[FIELD.category] = problems.categoryMissing;
  if (wrong !== null) errors[FIELD.identifiers] = wrong;
  else if (category !== null && claimKeys({ category, subjects }).length === 0)
    errors[FIELD.identifiers] = refusal('no_subject');
  if (!draft.problem) errors[FIELD.problem] = problems.problemMissing;
  if (category !== null && deadline && deadline.at <= now)
    errors[deadlineField(category)] = refusal('time_past');
  const isDifferent = readChoice(draft.choice)?.way === 'different';
  if (isDifferent && !draft.because) errors[FIELD.because] = problems.becauseMissing;

  if (category === null || store === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const { problem, message } = draft;
  const different = isDifferent ? draft.because : '';
  return { ok: true, wish: { ...store, category, subjects, problem, message, deadline, different } };
}

/** Null while something about the store is missing. */
function storeOf(draft: Draft, pairs: readonly Pair[]): Pick<Wish, 'storeName' | 'marketplace'> | null {
  if (draft.store === NEW_STORE || pairs.length === 0) {
    const { newStore: storeName, newMarketplace: marketplace } = draft;
    return storeName && marketplace ? { storeName, marketplace } : null;
  }
  const pair = pairOf(draft.store, pairs);
  return pair && { storeName: pair.store.name, marketplace: pair.marketplace };
}

function storeErrors(draft: Draft, pairs: readonly Pair[], locale: Locale): Record<string, string> {
  const { problems } = MODALS[locale];
  if (draft.store === NEW_STORE || pairs.length === 0)
    return {
      ...(draft.newStore ? {} : { [FIELD.newStore]: problems.storeNameMissing }),
      ...(draft.newMarketplace ? {} : { [FIELD.newMarketplace]: problems.marketplaceMissing }),
    };
  if (pairOf(draft.store, pairs)) return {};
  return { [STORE]: draft.store === null ? problems.storeMissing : problems.storeGone };
}

/** A date that nobody touched is recorded as what it is: a default. One that a person chose is the notice's. */
function deadlineOf(
  draft: Draft,
  category: CategoryKey,
  now: Instant,
  shown: OpenMeta['standard'],
): DeadlineFact | null {
  const { clock } = CATEGORIES[category];
  if (clock === null) return null;
  const standard = standardDeadline(category, now, shown);
  // The form was sent before its date field could be drawn: the default holds all the same.
  const at = draft.deadlineAt === undefined ? (standard?.at ?? null) : draft.deadlineAt;
  if (at === null) return null;
  return { at, source: at === standard?.at ? clock.source : 'notice' };
}

const expectedIn = (category: CategoryKey | null) =>
  category === null ? [] : CATEGORIES[category].identifiers;
