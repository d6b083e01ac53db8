import type { World } from '../world.ts';

const REFERENCE = /<[@#][A-Z0-9]+(?:\|[^<>]*)?>/g;
const LINK = /https?:\/\/[^\s<>|`，。；、）」]*[^\s<>|`，。；、）」.,;:!?)*_~]/g;

/**
 * What a person typed, as Slack passes it on: `& < >` escaped, `@Name` and `#channel` turned into references, links
 * put into brackets.
 * References that are already written out, as in `<@U0MARIA>`, stay. Slash commands get the names added.
 */
export function markup(typed: string, world: World, form: 'message' | 'command'): string {
  const kept: string[] = [];
  const keep = (reference: string): string => `\uE000${kept.push(reference) - 1}\uE000`;
  let text = typed.replaceAll('\uE000', '').replaceAll(REFERENCE, keep);
  text = text.replaceAll(LINK, (link) => keep(`<${link.replaceAll('&', '&amp;')}>`));
  text = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const people = [...world.people.values()].sort((a, b) => b.name.length - a.name.length);
  for (const { id, name } of people) {
    text = text.replaceAll(`@${name}`, () => keep(form === 'command' ? `<@${id}|${name}>` : `<@${id}>`));
  }
  const channels = [...world.channels.values()].sort((a, b) => b.name.length - a.name.length);
  for (const { id, name, kind } of channels) {
    if (kind === 'channel') text = text.replaceAll(`#${name}`, () => keep(`<#${id}|${name}>`));
  }
  return text.replaceAll(/\uE000(\d+)\uE000/g, (_all, index: string) => kept[Number(index)] ?? '');
}
