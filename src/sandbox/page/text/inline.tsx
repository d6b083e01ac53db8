import { Fragment, type ReactNode } from 'react';
import { Link } from './link.tsx';
import { Broadcast, ChannelMention, UserMention } from './mention.tsx';
import type { Inline } from './mrkdwn-parse.ts';
import { SlackDate } from './slack-date.tsx';

function draw(node: Inline): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
      return (
        <b>
          <InlineText nodes={node.children} />
        </b>
      );
    case 'italic':
      return (
        <i>
          <InlineText nodes={node.children} />
        </i>
      );
    case 'strike':
      return (
        <s>
          <InlineText nodes={node.children} />
        </s>
      );
    case 'code':
      return (
        <code>
          <InlineText nodes={node.children} />
        </code>
      );
    case 'link':
      return <Link url={node.url}>{node.text}</Link>;
    case 'user':
      return <UserMention id={node.id} label={node.label} />;
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} />;
    case 'broadcast':
      return <Broadcast id={node.id} label={node.label} />;
    case 'date':
      return <SlackDate at={node.at} format={node.format} url={node.url} fallback={node.fallback} />;
    default:
      return node satisfies never;
  }
}

export function InlineText({ nodes }: { nodes: Inline[] }) {
  return nodes.map((node, index) => <Fragment key={index}>{draw(node)}</Fragment>);
}
