import type { ComponentType } from 'react';
import { string } from '../data/json.ts';
import { Actions } from './actions.tsx';
import type { BlockProps } from './block-props.ts';
import { CannotDraw } from './cannot-draw.tsx';
import { Context } from './context.tsx';
import { Divider } from './divider.tsx';
import { Header } from './header.tsx';
import { ImageBlock } from './image.tsx';
import { InputBlock } from './input.tsx';
import { MarkdownBlock } from './markdown.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';

const blocks: Record<string, ComponentType<BlockProps>> = {
  actions: Actions,
  context: Context,
  divider: Divider,
  header: Header,
  image: ImageBlock,
  input: InputBlock,
  markdown: MarkdownBlock,
  rich_text: RichText,
  section: Section,
};

/** Any block, by its type. */
export function Block(props: BlockProps) {
  const type = string(props.block, 'type');
  const Drawn = Object.hasOwn(blocks, type) ? blocks[type] : undefined;
  return Drawn ? <Drawn {...props} /> : <CannotDraw type={type} />;
}
