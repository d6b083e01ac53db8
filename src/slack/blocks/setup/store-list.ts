import type { Locale } from '../../../domain/locale.ts';
import type { StoreProfile } from '../../../domain/team.ts';
import { STORE_WORDS } from '../../../i18n/stores.ts';
import { STORES } from '../../stores/ids.ts';
import { row } from '../buttons.ts';
import { labelledButton } from '../labelled-button.ts';
import type { Message } from '../message.ts';
import { context, inline, mention, section } from '../text.ts';

/** Longer lists are not read on a phone. */
const SHOWN = 20;

/** `/case store`: a line and a button for each store. */
export function storeListMessage({
  stores,
  locale,
  instead,
  mayAdd,
}: {
  readonly stores: readonly StoreProfile[];
  readonly locale: Locale;
  /** Why these are shown although something else was asked for. */
  readonly instead: string | null;
  readonly mayAdd: boolean;
}): Message {
  const words = STORE_WORDS[locale];
  const none = mayAdd ? words.none : words.noneForLooking;
  const title = instead ?? (stores.length === 0 ? none : words.listTitle(stores.length));
  const more = stores.length - SHOWN;
  return {
    text: title,
    blocks: [
      section(instead ?? (stores.length === 0 ? none : `*${title}*`)),
      ...stores.slice(0, SHOWN).map((profile) => ({
        ...section(storeLine(profile, locale)),
        accessory: labelledButton(STORES.show, words.show, { value: profile.store.id }),
      })),
      ...(more > 0 ? [context(words.more(more))] : []),
      ...row(mayAdd ? [labelledButton(STORES.add, words.add)] : []),
    ],
  };
}

const storeLine = (profile: StoreProfile, locale: Locale): string => {
  const words = STORE_WORDS[locale];
  const keeper = profile.keeper === null ? words.nobody : mention(profile.keeper);
  const name = `*${inline(profile.store.name, 80)}* · ${profile.marketplaces.join(', ')}`;
  return `${name}\n${words.fact(words.keeper, keeper)}`;
};

/** All that is known of a store, one line each, for whoever may only look. */
export function storeLines(profile: StoreProfile, locale: Locale): string[] {
  const words = STORE_WORDS[locale];
  const people = (ids: readonly (StoreProfile['keeper'] | undefined)[], none: string): string =>
    ids.flatMap((id) => (id ? [mention(id)] : [])).join(words.comma) || none;
  return [
    `*${inline(profile.store.name, 80)}* · ${profile.marketplaces.join(', ')}`,
    words.fact(words.keeper, people([profile.keeper], words.nobody)),
    words.fact(words.cover, people([profile.cover], words.nobody)),
    words.fact(words.owner, people([profile.defaultOwner], words.nobody)),
    words.fact(words.submitters, people(profile.submitters, words.anybody)),
    words.fact(words.where, profile.channel === null ? words.caseChannel : `<#${profile.channel}>`),
    ...(profile.premium ? [words.fact(words.premium, words.premiumOption)] : []),
  ];
}
