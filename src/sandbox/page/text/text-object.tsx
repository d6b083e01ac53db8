import { emojify } from '../data/emoji.ts';
import { type Json, string } from '../data/json.ts';
import { Mrkdwn } from './mrkdwn.tsx';

/** Block Kit's text: `mrkdwn` with markup, `plain_text` exactly as it is. */
export function TextObject({ text }: { text: Json | undefined }) {
  if (!text) return null;
  if (string(text, 'type') === 'mrkdwn') return <Mrkdwn text={string(text, 'text')} />;
  return <span className="plain-text">{plainText(text)}</span>;
}

/** The same as a string, for names, options and labels. */
export const plainText = (text: Json | undefined): string => (text ? emojify(string(text, 'text')) : '');
