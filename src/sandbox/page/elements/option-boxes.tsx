import { optionValue } from '../data/input-state.ts';
import { type Json, object, objects, string } from '../data/json.ts';
import { TextObject } from '../text/text-object.tsx';
import type { ElementProps } from './naming.ts';
import { useElement } from './use-element.ts';

/** Radio buttons and checkboxes: all options in sight, one or several chosen. */
export function OptionBoxes(props: ElementProps) {
  const { element, naming } = props;
  const { state, choose } = useElement(props);
  const single = string(element, 'type') === 'radio_buttons';
  const options = objects(element, 'options');
  const chosen = single
    ? [optionValue(state['selected_option'])]
    : objects(state, 'selected_options').map(optionValue);

  const toggle = (option: Json) => {
    const value = optionValue(option);
    if (single) return void choose({ selected_option: option });
    const kept = options.filter((other) =>
      optionValue(other) === value ? !chosen.includes(value) : chosen.includes(optionValue(other)),
    );
    void choose({ selected_options: kept });
  };

  return (
    <div {...naming} role={single ? 'radiogroup' : 'group'} className="option-boxes">
      {options.map((option, index) => {
        const described = object(option, 'description');
        const id = `${naming.id}-${index}`;
        return (
          <div key={optionValue(option) || index} className="option-box">
            <input
              id={id}
              type={single ? 'radio' : 'checkbox'}
              name={naming.id}
              checked={chosen.includes(optionValue(option))}
              aria-describedby={described ? `${id}-about` : undefined}
              data-field
              onChange={() => toggle(option)}
            />
            <label htmlFor={id}>
              <TextObject text={object(option, 'text')} />
            </label>
            {described && (
              <small id={`${id}-about`}>
                <TextObject text={described} />
              </small>
            )}
          </div>
        );
      })}
    </div>
  );
}
