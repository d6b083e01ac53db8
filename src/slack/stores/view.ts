import type { ModalView } from '@slack/types';
import type { StoreDraft } from '../../desk/setup/setup.ts';
import type { Locale } from '../../domain/locale.ts';
import { MARKETPLACE_CODES } from '../../domain/marketplaces.ts';
import { STORE_NAME_LIMIT } from '../../domain/store-name.ts';
import { MODALS } from '../../i18n/modals.ts';
import { STORE_WORDS } from '../../i18n/stores.ts';
import { TERMS } from '../../i18n/terms.ts';
import { section } from '../blocks/text.ts';
import { choiceField, modal, option, textField, tickField } from '../modals/pieces.ts';
import {
  channelField,
  channelIn,
  manyField,
  marketplacesIn,
  onePersonField,
  onePersonIn,
  peopleField,
  peopleIn,
} from '../modals/team-pieces.ts';
import { chosenIn, isTicked, textIn } from '../modals/typed.ts';
import type { InputValues } from '../payloads.ts';
import { STORE_FORM } from './ids.ts';

export const STORE_FIELD = {
  name: 'store_name',
  marketplaces: 'store_marketplaces',
  keeper: 'store_keeper',
  cover: 'store_cover',
  owner: 'store_owner',
  submitters: 'store_submitters',
  where: 'store_where',
  channel: 'store_channel',
  premium: 'store_premium',
} as const;

const OWN = 'own';

/** The form of a store. A channel can't be emptied again in Slack's menu, so the choice stands beside it. */
export function storeFormView(
  draft: StoreDraft,
  locale: Locale,
  { metadata, banner }: { readonly metadata: string; readonly banner: string | null },
): ModalView {
  const words = STORE_WORDS[locale];
  const ticked = option(words.premiumOption, 'premium', words.premiumDetail);
  const premium = tickField({ id: STORE_FIELD.premium, label: words.premium }, ticked);
  return modal({
    title: draft.id === null ? words.newTitle : words.title,
    close: MODALS[locale].close,
    submit: words.save,
    callback: STORE_FORM,
    metadata,
    blocks: [
      ...(banner === null ? [] : [section(banner)]),
      textField({ id: STORE_FIELD.name, label: words.name, initial: draft.name, max: STORE_NAME_LIMIT }),
      manyField(
        { id: STORE_FIELD.marketplaces, label: words.marketplaces, chosen: draft.marketplaces },
        MARKETPLACE_CODES.map((code) => option(`${code} · ${TERMS[locale].marketplaces[code]}`, code)),
      ),
      onePersonField({
        id: STORE_FIELD.keeper,
        label: words.keeper,
        hint: words.keeperHint,
        optional: true,
        person: draft.keeper,
      }),
      onePersonField({
        id: STORE_FIELD.cover,
        label: words.cover,
        hint: words.coverHint,
        optional: true,
        person: draft.cover,
      }),
      onePersonField({
        id: STORE_FIELD.owner,
        label: words.owner,
        hint: words.ownerHint,
        optional: true,
        person: draft.defaultOwner,
      }),
      peopleField({
        id: STORE_FIELD.submitters,
        label: words.submitters,
        hint: words.submittersHint,
        optional: true,
        chosen: draft.submitters,
      }),
      choiceField(
        { id: STORE_FIELD.where, label: words.where, chosen: draft.channel === null ? 'case' : OWN },
        [option(words.caseChannel, 'case'), option(words.ownChannel, OWN)],
      ),
      channelField({
        id: STORE_FIELD.channel,
        label: words.channel,
        optional: true,
        chosen: draft.channel,
      }),
      draft.premium && premium.element.type === 'checkboxes'
        ? { ...premium, element: { ...premium.element, initial_options: [ticked] } }
        : premium,
    ],
  });
}

/** `ownChannel` is true where the store is to have one, chosen or not. */
export function readStoreForm(
  values: InputValues,
  id: StoreDraft['id'],
): StoreDraft & { readonly ownChannel: boolean } {
  const ownChannel = chosenIn(values, STORE_FIELD.where) === OWN;
  return {
    id,
    name: textIn(values, STORE_FIELD.name).replace(/\s+/g, ' '),
    marketplaces: marketplacesIn(values, STORE_FIELD.marketplaces),
    keeper: onePersonIn(values, STORE_FIELD.keeper),
    cover: onePersonIn(values, STORE_FIELD.cover),
    defaultOwner: onePersonIn(values, STORE_FIELD.owner),
    submitters: peopleIn(values, STORE_FIELD.submitters),
    channel: ownChannel ? channelIn(values, STORE_FIELD.channel) : null,
    premium: isTicked(values, STORE_FIELD.premium),
    ownChannel,
  };
}
