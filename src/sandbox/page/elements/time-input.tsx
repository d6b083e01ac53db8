import { useEffect, useRef } from 'react';
import { number, object, string } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { instantOf, localForm } from '../data/zone.ts';
import { plainText } from '../text/text-object.tsx';
import { type ElementProps, nameFor } from './naming.ts';
import { useElement } from './use-element.ts';

/** A date is typed digit by digit; the app hears of it when the person has stopped. */
const pause = 600;

const kinds = {
  datepicker: { input: 'date', key: 'selected_date' },
  timepicker: { input: 'time', key: 'selected_time' },
  datetimepicker: { input: 'datetime-local', key: 'selected_date_time' },
} as const;

const isKind = (type: string): type is keyof typeof kinds => Object.hasOwn(kinds, type);

/** `Asia/Shanghai` as people say it. */
const cityOf = (tz: string) => (tz.split('/').at(-1) ?? tz).replaceAll('_', ' ');

/** Date, time, or both by the browser's own picker, in the zone of the person. */
export function TimeInput(props: ElementProps) {
  const { element, naming, dispatches } = props;
  const { me, words } = useSandbox();
  const { state, keep, tell } = useElement(props);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const type = string(element, 'type');
  if (!isKind(type)) return null;
  const { input, key } = kinds[type];
  const zoned = type === 'datetimepicker';
  const seconds = number(state, key);
  const value = zoned ? (seconds === undefined ? '' : localForm(seconds * 1_000, me.tz)) : string(state, key);

  const change = (text: string) => {
    const at = instantOf(text, me.tz);
    const next = keep({ [key]: zoned ? (at === undefined ? null : at / 1_000) : text || null });
    window.clearTimeout(timer.current);
    if (dispatches && text !== '') timer.current = window.setTimeout(() => void tell(next), pause);
  };

  const placeholder = plainText(object(element, 'placeholder')) || words.choose;
  const cities: Record<string, string> = { Shanghai: words.shanghai, 'New York': words.newYork };
  const city = cities[cityOf(me.tz)] ?? cityOf(me.tz);
  return (
    <div className="time-field">
      <input
        {...nameFor(naming, placeholder)}
        className="text-input"
        type={input}
        value={value}
        data-field
        onChange={(event) => change(event.target.value)}
      />
      {type !== 'datepicker' && <small>{words.zoneTime(city)}</small>}
    </div>
  );
}
