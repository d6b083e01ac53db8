import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flag, type Json, number, object, string, strings } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { plainText } from '../text/text-object.tsx';
import type { ElementProps } from './naming.ts';
import { useElement } from './use-element.ts';

/** Slack waits a moment after the last character before it tells the app. */
const pause = 300;

/** Slack's own limit where the app names none. */
const defaultLimit = 3_000;

function triggers(element: Json, dispatches: boolean) {
  const config = object(element, 'dispatch_action_config');
  const on = config ? strings(config, 'trigger_actions_on') : ['on_enter_pressed'];
  return {
    onEnter: dispatches && on.includes('on_enter_pressed'),
    onCharacter: dispatches && on.includes('on_character_entered'),
  };
}

const inputTypes: Record<string, 'email' | 'url' | 'text'> = {
  email_text_input: 'email',
  url_text_input: 'url',
};

function Counter({ used, min, max }: { used: number; min: number; max: number }) {
  const { words } = useSandbox();
  if (used < min) return <small className="counter">{words.tooShort(min)}</small>;
  if (used < max * 0.8) return null;
  return <small className={used > max ? 'counter over' : 'counter'}>{words.characters(used, max)}</small>;
}

/** One line or several; also links, email addresses and numbers, which Slack shows as text. */
export function TextInput(props: ElementProps) {
  const { element, naming, dispatches } = props;
  const { state, keep, tell } = useElement(props);
  const { onEnter, onCharacter } = triggers(element, dispatches);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const type = string(element, 'type');
  const multiline = flag(element, 'multiline');
  const value = string(state, 'value');
  const max = number(element, 'max_length') ?? (type === 'plain_text_input' ? defaultLimit : Infinity);

  const change = (text: string) => {
    const next = keep({ value: text === '' ? null : text });
    window.clearTimeout(timer.current);
    if (onCharacter) timer.current = window.setTimeout(() => void tell(next), pause);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onEnter || event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    window.clearTimeout(timer.current);
    void tell(state);
  };

  const common = {
    ...naming,
    className: 'text-input',
    value,
    placeholder: plainText(object(element, 'placeholder')) || undefined,
    'data-field': true,
    ...(flag(element, 'focus_on_load') ? { 'data-autofocus': true } : {}),
    onKeyDown,
  };
  return (
    <div className="text-field">
      {multiline ? (
        <textarea {...common} rows={4} onChange={(event) => change(event.target.value)} />
      ) : (
        <input
          {...common}
          type={inputTypes[type] ?? 'text'}
          inputMode={type === 'number_input' ? 'decimal' : undefined}
          autoComplete="off"
          onChange={(event) => change(event.target.value)}
        />
      )}
      {Number.isFinite(max) && (
        <Counter
          used={value.length}
          min={value === '' ? 0 : (number(element, 'min_length') ?? 0)}
          max={max}
        />
      )}
    </div>
  );
}
