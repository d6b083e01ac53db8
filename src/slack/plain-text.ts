import { cleanText } from '../domain/identifiers.ts';

/** A link, person, channel or group as Slack writes it into what people typed. */
const REFERENCE = /<([^<>|]+)(?:\|([^<>]*))?>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** What a person typed, as it was typed: Slack sends links and names in brackets and escapes three signs. */
export function plainText(fromSlack: string): string {
  const named = fromSlack.replace(REFERENCE, (_, target: string, label: string | undefined) => {
    if (target.startsWith('@') || target.startsWith('#')) return label ? `${target[0]}${label}` : target;
    return target;
  });
  return cleanText(named.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)).trim();
}
