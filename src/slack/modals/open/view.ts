import type { KnownBlock, ModalView } from '@slack/types';
import { CATEGORIES, CATEGORY_KEYS } from '../../../domain/categories.ts';
import type { Locale } from '../../../domain/locale.ts';
import { MARKETPLACE_CODES } from '../../../domain/marketplaces.ts';
import type { Instant } from '../../../domain/time.ts';
import { MODALS } from '../../../i18n/modals.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { cut, SECTION_LIMIT, section } from '../../blocks/text.ts';
import { modal, option, selectField, textField, timeField } from '../pieces.ts';
import { type Draft, deadlineField, FIELD } from './draft.ts';
import { type OpenMeta, standardDeadline } from './meta.ts';
import { adviceBlocks, type Conflict, conflictBlocks, readChoice, type SeenRival } from './rivals.ts';
import { NEW_STORE, type Pair, storeField } from './stores.ts';

export const OPEN_FORM = 'open';
const STORE_NAME_LIMIT = 60;

/** Everything that the form is drawn from. */
export interface OpenForm {
  readonly locale: Locale;
  readonly now: Instant;
  readonly pairs: readonly Pair[];
  readonly draft: Draft;
  /** A date that the person chose, whichever category was chosen then. */
  readonly ownDeadline: Instant | null;
  readonly rivals: readonly SeenRival[];
  readonly conflict: Conflict | null;
  /** Something to say above the form, in Slack's markup. */
  readonly banner: string | null;
  readonly meta: Omit<OpenMeta, 'standard' | 'drawn'> & { readonly standard: OpenMeta['standard'] };
}

/** What changes the form's shape; two forms with the same one look the same around their inputs. */
export const shapeOf = ({ draft, pairs, rivals, conflict, banner }: Omit<OpenForm, 'meta'>): string =>
  JSON.stringify([
    draft.category,
    pairs.length === 0 || draft.store === NEW_STORE,
    (conflict?.rivals ?? rivals).map(({ rival, link }) => [
      rival.number,
      rival.status,
      rival.owner,
      link !== null,
    ]),
    conflict?.code ?? null,
    banner,
  ]);

export function openFormView(form: OpenForm, fingerprint: string): ModalView {
  const { locale, draft, conflict, rivals, banner, now } = form;
  const words = MODALS[locale].open;
  const standard = standardDeadline(draft.category, now, form.meta.standard);
  const meta: OpenMeta = { ...form.meta, standard, drawn: fingerprint };
  return modal({
    title: words.title,
    submit: words.submit,
    close: MODALS[locale].cancel,
    callback: OPEN_FORM,
    metadata: JSON.stringify(meta),
    blocks: [
      ...(banner === null ? [] : [section(cut(banner, SECTION_LIMIT))]),
      ...(conflict ? conflictBlocks(conflict, readChoice(draft.choice), draft.because, locale) : []),
      ...storeBlocks(form),
      categoryBlock(form),
      ...deadlineBlocks(form, standard),
      textField({
        id: FIELD.identifiers,
        label: words.identifiers,
        hint: words.identifiersHint,
        initial: draft.identifiers,
        multiline: true,
        optional: true,
        dispatch: true,
      }),
      ...(conflict ? [] : adviceBlocks(rivals, locale)),
      textField({
        id: FIELD.problem,
        label: words.problem,
        hint: words.problemHint,
        initial: draft.problem,
        multiline: true,
      }),
      textField({
        id: FIELD.message,
        label: words.message,
        hint: words.messageHint,
        initial: draft.message,
        multiline: true,
        optional: true,
      }),
    ],
  });
}

function storeBlocks({ pairs, draft, locale }: OpenForm): KnownBlock[] {
  const words = MODALS[locale].open;
  const menu = storeField(pairs, draft.store, locale);
  if (menu && draft.store !== NEW_STORE) return [menu];
  return [
    ...(menu ? [menu] : []),
    textField({
      id: FIELD.newStore,
      label: words.newStoreName,
      hint: words.newStoreHint,
      initial: draft.newStore,
      max: STORE_NAME_LIMIT,
    }),
    selectField(
      { id: FIELD.newMarketplace, label: words.marketplace, chosen: draft.newMarketplace },
      MARKETPLACE_CODES.map((code) => option(`${code} · ${TERMS[locale].marketplaces[code]}`, code)),
    ),
  ];
}

function categoryBlock({ draft, locale }: OpenForm): KnownBlock {
  const words = MODALS[locale].open;
  return selectField(
    {
      id: FIELD.category,
      label: words.category,
      placeholder: words.categoryPlaceholder,
      chosen: draft.category,
      dispatch: true,
    },
    CATEGORY_KEYS.map((key) => option(TERMS[locale].categories[key], key)),
  );
}

/** Only where Amazon sets a limit; a default says that it is one. */
function deadlineBlocks(
  { draft, locale, ownDeadline }: OpenForm,
  standard: OpenMeta['standard'],
): KnownBlock[] {
  const clock = draft.category === null ? null : CATEGORIES[draft.category].clock;
  if (draft.category === null || clock === null) return [];
  const words = MODALS[locale].open;
  const fromPage = clock.source === 'amazon_page' ? words.deadlineFromPage : words.deadlineDefault;
  return [
    timeField({
      id: deadlineField(draft.category),
      label: words.deadline,
      hint: clock.byDefault === null ? words.deadlineEmpty : fromPage,
      initial: ownDeadline ?? standard?.at ?? null,
      optional: true,
    }),
  ];
}
