import { objects, string } from '../data/json.ts';
import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './block-props.ts';
import { Picture } from './image.tsx';

export function Context({ block }: BlockProps) {
  return (
    <div className="context">
      {objects(block, 'elements').map((element, index) => (
        <div key={index}>
          {string(element, 'type') === 'image' ? (
            <Picture image={element} small />
          ) : (
            <TextObject text={element} />
          )}
        </div>
      ))}
    </div>
  );
}
