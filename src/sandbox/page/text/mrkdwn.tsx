import { Fragment } from 'react';
import { InlineText } from './inline.tsx';
import { type Inline, mrkdwn, type Piece } from './mrkdwn-parse.ts';
import { Preformatted } from './preformatted.tsx';

function Lines({ lines }: { lines: Inline[][] }) {
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      <InlineText nodes={line} />
    </Fragment>
  ));
}

function PieceText({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'pre':
      return (
        <Preformatted>
          {piece.lines.map((line, index) => (
            <Fragment key={index}>
              {index > 0 && '\n'}
              <InlineText nodes={line} />
            </Fragment>
          ))}
        </Preformatted>
      );
    case 'quote':
      return (
        <blockquote>
          <Lines lines={piece.lines} />
        </blockquote>
      );
    default:
      return (
        <div>
          <Lines lines={piece.lines} />
        </div>
      );
  }
}

/** Slack's own markup, as sections and contexts use it. */
export function Mrkdwn({ text }: { text: string }) {
  return mrkdwn(text).map((piece, index) => <PieceText key={index} piece={piece} />);
}
