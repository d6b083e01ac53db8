import type { ReactNode } from 'react';
import { emojiFor } from '../data/emoji.ts';
import { flag, type Json, number, object, string } from '../data/json.ts';
import { Link } from '../text/link.tsx';
import { Broadcast, ChannelMention, UserMention } from '../text/mention.tsx';
import { SlackDate } from '../text/slack-date.tsx';
import { CannotDraw } from './cannot-draw.tsx';

function plain(element: Json): ReactNode {
  switch (string(element, 'type')) {
    case 'text':
      return string(element, 'text');
    case 'link':
      return <Link url={string(element, 'url')}>{string(element, 'text') || string(element, 'url')}</Link>;
    case 'user':
      return <UserMention id={string(element, 'user_id')} />;
    case 'channel':
      return <ChannelMention id={string(element, 'channel_id')} />;
    case 'broadcast':
      return <Broadcast id={string(element, 'range')} />;
    case 'emoji':
      return emojiFor(string(element, 'name')) ?? `:${string(element, 'name')}:`;
    case 'date':
      return (
        <SlackDate
          at={number(element, 'timestamp') ?? NaN}
          format={string(element, 'format')}
          url={string(element, 'url')}
          fallback={string(element, 'fallback')}
        />
      );
    default:
      return <CannotDraw type={string(element, 'type')} />;
  }
}

function Styled({ element }: { element: Json }) {
  const style = object(element, 'style') ?? {};
  let drawn = plain(element);
  if (flag(style, 'code')) drawn = <code>{drawn}</code>;
  if (flag(style, 'strike')) drawn = <s>{drawn}</s>;
  if (flag(style, 'italic')) drawn = <i>{drawn}</i>;
  if (flag(style, 'bold')) drawn = <b>{drawn}</b>;
  return drawn;
}

export function RichTextInline({ elements }: { elements: Json[] }) {
  return elements.map((element, index) => <Styled key={index} element={element} />);
}
