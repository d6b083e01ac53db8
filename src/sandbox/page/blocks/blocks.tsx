import { blockIdOf } from '../data/input-state.ts';
import { type Json, string } from '../data/json.ts';
import { Block } from './block.tsx';

interface Props {
  blocks: Json[];
  /** By place, so that an update keeps the focus on a button (messages); by id, so that an input that moves
   * keeps its focus (views). */
  keyBy: 'place' | 'id';
}

export function Blocks({ blocks, keyBy }: Props) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        const blockId = blockIdOf(block, index);
        const place = `${string(block, 'type')}-${index}`;
        return <Block key={keyBy === 'id' ? blockId : place} block={block} blockId={blockId} />;
      })}
    </div>
  );
}
