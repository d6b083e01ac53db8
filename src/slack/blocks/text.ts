import type { ContextBlock, RichTextBlock, SectionBlock } from '@slack/types';
import { cleanText } from '../../domain/identifiers.ts';
import type { PersonId } from '../../domain/ids.ts';

/** Slack's limits for one text, in UTF-16 units: never less than Slack counts. */
export const SECTION_LIMIT = 3_000;
/** For notifications; chat.update takes 4,000. */
const TEXT_LIMIT = 3_000;
const RICH_TEXT_LIMIT = 3_000;

export const mention = (person: PersonId): string => `<@${person}>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text from people as Slack's mrkdwn shows it: no link, mention or broadcast comes to life in it. */
export const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

/** At most `max` units, never half a character; what is missing is shown by "…". */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${wholeCharacters(text, max - 1)}…`;
}

function wholeCharacters(text: string, max: number): string {
  if (text.length <= max) return text;
  const code = text.charCodeAt(max - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? max - 1 : max);
}

/** People's text inside a line of ours: one line, escaped, short. */
export const inline = (text: string, max = 140): string =>
  escape(cut(cleanText(text).replace(/\s+/g, ' ').trim(), max));

/** `url` is ours; the label may be anybody's. */
export const link = (url: string, label: string): string =>
  `<${escape(url)}|${inline(label).replace(/\|/g, '/')}>`;

/** Our sentences fit by themselves; the cut is for what nobody thought of, because Slack refuses all of it. */
export const section = (text: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: cut(text, SECTION_LIMIT) },
});

export const context = (text: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: cut(text, SECTION_LIMIT) }],
});

/** Lines packed into as few texts as the limit allows; a line is never split. */
export function packed(lines: readonly string[], limit = SECTION_LIMIT): string[] {
  const texts: string[] = [];
  for (const line of lines.filter(Boolean)) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < limit) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts;
}

/** What a locked phone shows: as many sentences as fit, the first ones first. */
export function notification(sentences: readonly string[]): string {
  let text = '';
  for (const sentence of sentences.filter(Boolean)) {
    const longer = text ? `${text} ${sentence}` : sentence;
    if (longer.length > TEXT_LIMIT) return text;
    text = longer;
  }
  return text;
}

/** People's text as they wrote it, set apart; nothing in it is interpreted. */
export const quoted = (text: string): RichTextBlock => rich('rich_text_quote', text);

/** Text to copy: a tap selects it whole, and nothing but it. */
export const preformatted = (text: string): RichTextBlock => rich('rich_text_preformatted', text);

function rich(type: 'rich_text_quote' | 'rich_text_preformatted', text: string): RichTextBlock {
  return { type: 'rich_text', elements: [{ type, elements: pieces(text) }] };
}

function pieces(text: string): { type: 'text'; text: string }[] {
  const found: { type: 'text'; text: string }[] = [];
  for (let rest = text || ' '; rest; ) {
    const piece = wholeCharacters(rest, Math.min(rest.length, RICH_TEXT_LIMIT));
    found.push({ type: 'text', text: piece });
    rest = rest.slice(piece.length);
  }
  return found;
}
