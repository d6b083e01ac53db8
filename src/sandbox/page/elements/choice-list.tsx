import { Fragment, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSandbox } from '../data/sandbox.ts';
import type { Choice } from './choices.ts';

interface Props {
  id: string;
  label: string;
  choices: Choice[];
  chosen: readonly string[];
  multiple?: boolean;
  onChoose: (choice: Choice) => void;
}

/** Slack offers a search in every select; short lists are quicker without one. */
const searchFrom = 9;

const matches = (choice: Choice, query: string) =>
  `${choice.label} ${choice.description} ${choice.group}`.toLowerCase().includes(query.trim().toLowerCase());

/** The open part of a select: a list box moved through with the arrow keys, above it a search if it is long. */
export function ChoiceList({ id, label, choices, chosen, multiple = false, onChoose }: Props) {
  const { words } = useSandbox();
  const searches = choices.length >= searchFrom;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      choices.findIndex(({ key }) => chosen.includes(key)),
    ),
  );
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = choices.filter((choice) => matches(choice, query));
  const optionId = (index: number) => `${id}-${index}`;

  useLayoutEffect(() => (search.current ?? list.current)?.focus({ preventScroll: true }), []);
  useEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, query]);

  /** To the next choice that begins with a letter, as every list does. */
  const moveTo = (letter: string) => {
    const starts = (choice: Choice) => choice.label.toLowerCase().startsWith(letter.toLowerCase());
    const next = found.findIndex((choice, index) => index > active && starts(choice));
    const target = next >= 0 ? next : found.findIndex(starts);
    if (target >= 0) setActive(target);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const chosenNow = found[active];
    const targets: Record<string, number> = {
      ArrowDown: Math.min(active + 1, found.length - 1),
      ArrowUp: Math.max(active - 1, 0),
      ...(searches ? {} : { Home: 0, End: found.length - 1 }),
    };
    const target = targets[event.key];
    if (target !== undefined) setActive(target);
    else if (event.key === 'Enter' || (event.key === ' ' && !searches)) {
      if (chosenNow && !event.nativeEvent.isComposing) onChoose(chosenNow);
    } else if (!searches && event.key.length === 1 && !event.ctrlKey && !event.metaKey) moveTo(event.key);
    else return;
    event.preventDefault();
  };

  const pointer = found.length > 0 ? optionId(active) : undefined;
  return (
    <div className="choices" onKeyDown={onKeyDown}>
      {searches && (
        <input
          ref={search}
          type="text"
          role="searchbox"
          className="choices-search"
          aria-label={words.search}
          placeholder={words.search}
          aria-controls={id}
          aria-activedescendant={pointer}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
        />
      )}
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple}
        tabIndex={searches ? -1 : 0}
        aria-activedescendant={searches ? undefined : pointer}
      >
        {found.map((choice, index) => (
          <Fragment key={choice.key}>
            {choice.group !== '' && choice.group !== found[index - 1]?.group && (
              <li role="presentation" className="choices-group">
                {choice.group}
              </li>
            )}
            <li
              id={optionId(index)}
              role="option"
              aria-selected={chosen.includes(choice.key)}
              data-active={index === active}
              onPointerMove={() => setActive(index)}
              onClick={() => onChoose(choice)}
            >
              <span>{choice.label}</span>
              {choice.description !== '' && <small>{choice.description}</small>}
            </li>
          </Fragment>
        ))}
        {found.length === 0 && (
          <li role="presentation" className="choices-none">
            {words.noMatches}
          </li>
        )}
      </ul>
    </div>
  );
}
