import { actionIdOf } from '../data/input-state.ts';
import { objects } from '../data/json.ts';
import { Element } from '../elements/element.tsx';
import type { BlockProps } from './block-props.ts';

export function Actions({ block, blockId }: BlockProps) {
  return (
    <div className="actions">
      {objects(block, 'elements').map((element, index) => {
        const actionId = actionIdOf(element, index);
        return <Element key={actionId} element={element} blockId={blockId} actionId={actionId} dispatches />;
      })}
    </div>
  );
}
