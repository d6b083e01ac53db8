import { type Json, number, objects, string } from '../data/json.ts';
import { Preformatted } from '../text/preformatted.tsx';
import type { BlockProps } from './block-props.ts';
import { CannotDraw } from './cannot-draw.tsx';
import { RichTextInline } from './rich-text-inline.tsx';

function RichTextList({ list }: { list: Json }) {
  const items = objects(list, 'elements').map((item, index) => (
    <li key={index}>
      <RichTextInline elements={objects(item, 'elements')} />
    </li>
  ));
  const style = { marginLeft: `${(number(list, 'indent') ?? 0) * 1.5}em` };
  if (string(list, 'style') !== 'ordered') return <ul style={style}>{items}</ul>;
  return (
    <ol style={style} start={(number(list, 'offset') ?? 0) + 1}>
      {items}
    </ol>
  );
}

function RichTextPart({ part }: { part: Json }) {
  const elements = objects(part, 'elements');
  switch (string(part, 'type')) {
    case 'rich_text_section':
      return (
        <div className="rich-text-section">
          <RichTextInline elements={elements} />
        </div>
      );
    case 'rich_text_quote':
      return (
        <blockquote className="rich-text-section">
          <RichTextInline elements={elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <Preformatted>
          <RichTextInline elements={elements} />
        </Preformatted>
      );
    case 'rich_text_list':
      return <RichTextList list={part} />;
    default:
      return <CannotDraw type={string(part, 'type')} />;
  }
}

export function RichText({ block }: BlockProps) {
  return objects(block, 'elements').map((part, index) => <RichTextPart key={index} part={part} />);
}
