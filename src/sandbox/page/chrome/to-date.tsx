import { type FormEvent, useState } from 'react';
import { cityOf } from '../data/clocks.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useNow } from '../data/use-now.ts';
import { instantOf, localForm } from '../data/zone.ts';
import type { Turning } from './use-turning.ts';

/** Asks for a date on the reader's own wall. */
export function ToDate({ turning }: { turning: Turning }) {
  const { me, words } = useSandbox();
  const now = useNow(10_000);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = instantOf(typed, me.tz);
    if (at === undefined) return;
    turning.turnTo(at, now);
    if (at > now) setOpen(false);
  };
  return (
    <div className="to-date">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => {
          setTyped(localForm(now, me.tz));
          setOpen(!open);
        }}
      >
        {words.toDate}
      </button>
      {open && (
        <form
          className="to-date-form"
          // The page says kindly what the browser would say of `min`.
          noValidate
          onSubmit={submit}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        >
          <label>
            <span>{words.dateIn(cityOf(me.tz, words))}</span>
            <input
              type="datetime-local"
              required
              min={localForm(now, me.tz)}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          <button type="submit" aria-disabled={turning.isTurning}>
            {words.goToDate}
          </button>
        </form>
      )}
    </div>
  );
}
