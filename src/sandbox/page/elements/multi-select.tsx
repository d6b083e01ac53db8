import { useCallback, useRef, useState } from 'react';
import { number, object } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { plainText } from '../text/text-object.tsx';
import { ChoiceList } from './choice-list.tsx';
import { type Choice, choicesOf, chosenKeys, stateKeyOf } from './choices.ts';
import { type ElementProps, nameFor } from './naming.ts';
import { Popover } from './popover.tsx';
import { useElement } from './use-element.ts';

/** A select with several answers; each can be taken back by its own button. */
export function MultiSelect(props: ElementProps) {
  const { element, naming } = props;
  const sandbox = useSandbox();
  const { words } = sandbox;
  const { state, choose } = useElement(props);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);

  const choices = choicesOf(element, sandbox);
  const keys = chosenKeys(state, element);
  const chosen = keys.flatMap((key) => choices.find((choice) => choice.key === key) ?? []);
  const limit = number(element, 'max_selected_items') ?? Infinity;
  const placeholder = plainText(object(element, 'placeholder')) || words.chooseSome;
  const list = `${naming.id}-list`;

  const keep = (next: Choice[]) => choose({ [stateKeyOf(element)]: next.map((choice) => choice.value) });
  const toggle = (choice: Choice) => {
    if (keys.includes(choice.key)) void keep(chosen.filter(({ key }) => key !== choice.key));
    else if (chosen.length < limit) void keep([...chosen, choice]);
  };

  return (
    <div className="select multi-select">
      {chosen.map((choice) => (
        <span key={choice.key} className="token">
          {choice.label}
          <button type="button" aria-label={words.remove(choice.label)} onClick={() => toggle(choice)}>
            ✕
          </button>
        </span>
      ))}
      <button
        {...nameFor(naming, placeholder)}
        ref={button}
        type="button"
        role="combobox"
        className="select-button empty"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={list}
        data-field
        onClick={() => setOpen(!open)}
      >
        <span>{placeholder}</span>
      </button>
      {open && (
        <Popover anchor={button} onClose={close}>
          <ChoiceList
            id={list}
            label={placeholder}
            choices={choices}
            chosen={keys}
            multiple
            onChoose={toggle}
          />
        </Popover>
      )}
    </div>
  );
}
