import { useCallback, useRef, useState } from 'react';
import { object } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { plainText } from '../text/text-object.tsx';
import { ChoiceList } from './choice-list.tsx';
import { choicesOf, chosenKey, stateKeyOf } from './choices.ts';
import { type ElementProps, nameFor } from './naming.ts';
import { Popover } from './popover.tsx';
import { useElement } from './use-element.ts';

/** A select with one answer: options, people or channels. */
export function Select(props: ElementProps) {
  const { element, naming } = props;
  const sandbox = useSandbox();
  const { state, choose } = useElement(props);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);

  const choices = choicesOf(element, sandbox);
  const key = chosenKey(state, element);
  const chosen = choices.find((choice) => choice.key === key);
  const placeholder = plainText(object(element, 'placeholder')) || sandbox.words.choose;
  const list = `${naming.id}-list`;

  return (
    <div className="select">
      <button
        {...nameFor(naming, placeholder)}
        ref={button}
        type="button"
        role="combobox"
        className={chosen ? 'select-button' : 'select-button empty'}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={list}
        data-field
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span>{chosen?.label ?? placeholder}</span>
      </button>
      {open && (
        <Popover anchor={button} onClose={close}>
          <ChoiceList
            id={list}
            label={placeholder}
            choices={choices}
            chosen={[key]}
            onChoose={(choice) => {
              close();
              button.current?.focus();
              void choose({ [stateKeyOf(element)]: choice.value });
            }}
          />
        </Popover>
      )}
    </div>
  );
}
