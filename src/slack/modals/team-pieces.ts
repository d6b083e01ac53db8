import type { InputBlock, PlainTextOption } from '@slack/types';
import { type ChannelId, channelId, type PersonId, personId } from '../../domain/ids.ts';
import { isMarketplace, type MarketplaceCode } from '../../domain/marketplaces.ts';
import type { InputValues } from '../payloads.ts';
import { type Field, input } from './pieces.ts';
import { stateOf } from './typed.ts';

interface PeopleField extends Field {
  readonly chosen: readonly PersonId[];
  readonly most?: number;
}

/** People, none of them too: Slack's menu for one person can't be emptied again. */
export const peopleField = ({ chosen, most, ...field }: PeopleField): InputBlock =>
  input(field, {
    type: 'multi_users_select',
    action_id: field.id,
    ...(chosen.length > 0 ? { initial_users: [...chosen] } : {}),
    ...(most === undefined ? {} : { max_selected_items: most }),
  });

/** At most one person. */
export const onePersonField = ({
  person,
  ...field
}: Field & { readonly person: PersonId | null }): InputBlock =>
  peopleField({ ...field, chosen: person === null ? [] : [person], most: 1 });

/** A public or private channel. */
export const channelField = ({
  chosen,
  ...field
}: Field & { readonly chosen: ChannelId | null }): InputBlock =>
  input(field, {
    type: 'conversations_select',
    action_id: field.id,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(chosen === null ? {} : { initial_conversation: chosen }),
  });

/** Several of at most 100 options. */
export function manyField(
  { chosen, ...field }: Field & { readonly chosen: readonly string[] },
  options: readonly PlainTextOption[],
): InputBlock {
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value));
  return input(field, {
    type: 'multi_static_select',
    action_id: field.id,
    options: [...options],
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  });
}

export const peopleIn = (values: InputValues, block: string): PersonId[] =>
  (stateOf(values, block)?.selected_users ?? []).map(personId);

export const onePersonIn = (values: InputValues, block: string): PersonId | null =>
  peopleIn(values, block)[0] ?? null;

export function channelIn(values: InputValues, block: string): ChannelId | null {
  const id = stateOf(values, block)?.selected_conversation;
  return id ? channelId(id) : null;
}

export const marketplacesIn = (values: InputValues, block: string): MarketplaceCode[] =>
  (stateOf(values, block)?.selected_options ?? []).map(({ value }) => value).filter(isMarketplace);
