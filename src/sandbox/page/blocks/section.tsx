import { actionIdOf } from '../data/input-state.ts';
import { object, objects, string } from '../data/json.ts';
import { Element } from '../elements/element.tsx';
import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './block-props.ts';
import { Picture } from './image.tsx';

export function Section({ block, blockId }: BlockProps) {
  const accessory = object(block, 'accessory');
  const fields = objects(block, 'fields');
  return (
    <div className={accessory ? 'section with-accessory' : 'section'}>
      <div className="section-text">
        <TextObject text={object(block, 'text')} />
        {fields.length > 0 && (
          <div className="fields">
            {fields.map((field, index) => (
              <div key={index}>
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className="accessory">
          {string(accessory, 'type') === 'image' ? (
            <Picture image={accessory} small />
          ) : (
            <Element element={accessory} blockId={blockId} actionId={actionIdOf(accessory)} dispatches />
          )}
        </div>
      )}
    </div>
  );
}
