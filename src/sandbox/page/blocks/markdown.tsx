import { string } from '../data/json.ts';
import { type MarkdownPiece, markdown } from '../text/markdown-parse.ts';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { Preformatted } from '../text/preformatted.tsx';
import type { BlockProps } from './block-props.ts';
import { Divider } from './divider.tsx';

function PieceView({ piece }: { piece: MarkdownPiece }) {
  switch (piece.kind) {
    case 'heading':
      return (
        <div role="heading" aria-level={Math.min(6, piece.level + 1)} className="markdown-heading">
          <Mrkdwn text={piece.text} />
        </div>
      );
    case 'list': {
      const items = piece.items.map((item, index) => (
        <li key={index}>
          <Mrkdwn text={item} />
        </li>
      ));
      return piece.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'pre':
      return <Preformatted>{piece.text}</Preformatted>;
    case 'rule':
      return <Divider />;
    case 'text':
      return (
        <div className="markdown-text">
          <Mrkdwn text={piece.text} />
        </div>
      );
    default:
      return piece satisfies never;
  }
}

export function MarkdownBlock({ block }: BlockProps) {
  return markdown(string(block, 'text')).map((piece, index) => <PieceView key={index} piece={piece} />);
}
