import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { clocksFor, shortTime } from '../data/clocks.ts';
import { HOUR, type Span, sixthHours, submissionWindows, wakingHours } from '../data/hours.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useNow } from '../data/use-now.ts';
import type { Turning } from './use-turning.ts';

const BEHIND = 3 * HOUR;
const AHEAD = 33 * HOUR;
/** Where a pointer lets go is meant to about this much. */
const STEP = HOUR / 4;

/** How far each key moves; Home goes back to now. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: HOUR,
  ArrowUp: HOUR,
  ArrowLeft: -HOUR,
  ArrowDown: -HOUR,
  PageUp: 6 * HOUR,
  PageDown: -6 * HOUR,
  Home: -AHEAD,
  End: AHEAD,
};

function Bands({ spans, of, kind }: { spans: Span[]; of: Span; kind: string }) {
  const part = (from: number, to: number) => `${((to - from) / (of.to - of.from)) * 100}%`;
  return spans.map(({ from, to }) => (
    <span
      key={from}
      className={`band ${kind}`}
      style={{ left: part(of.from, from), width: part(from, to) }}
    />
  ));
}

/** The hours around now on each wall. Whoever drags, clicks or presses a key turns the clock when they let go. */
export function TimeBar({ turning }: { turning: Turning }) {
  const { state, me, words } = useSandbox();
  const now = useNow();
  const bar = useRef<HTMLDivElement>(null);
  const [target, setTarget] = useState<number>();
  // Whole hours, so that the bar stands still while the clock runs.
  const start = Math.floor((now - BEHIND) / HOUR) * HOUR;
  const span = { from: start, to: start + BEHIND + AHEAD };
  const clocks = clocksFor(me.tz, words);
  const say = (at: number) =>
    clocks.map(({ city, tz }) => `${city} ${shortTime(at, now, tz, me.locale)}`).join(' · ');
  const place = (at: number) => `${((at - span.from) / (span.to - span.from)) * 100}%`;
  const planned = state.upcoming.filter(({ at }) => at >= span.from && at <= span.to);

  const timeAt = ({ clientX }: PointerEvent) => {
    const { left, width } = bar.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    const share = Math.min(1, Math.max(0, (clientX - left) / width));
    return Math.round((span.from + share * (span.to - span.from)) / STEP) * STEP;
  };
  const letGo = () => {
    if (target !== undefined) turning.turnTo(target, now);
    setTarget(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return setTarget(undefined);
    const step = KEYS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    // From a whole hour on: nine is what people mean, not eight minutes past it.
    const from = target ?? (step > 0 ? Math.floor(now / HOUR) * HOUR : now);
    setTarget(Math.min(span.to, Math.max(step < 0 && target === undefined ? now - 1 : now, from + step)));
  };

  return (
    <div
      ref={bar}
      className="time-bar"
      role="slider"
      tabIndex={0}
      aria-label={words.timeBar}
      aria-valuemin={Math.floor(now)}
      aria-valuemax={span.to}
      aria-valuenow={Math.floor(Math.max(target ?? now, now))}
      aria-valuetext={say(target ?? now)}
      aria-disabled={turning.isTurning}
      title={words.timeBarHint}
      onPointerDown={(event) => {
        if (turning.isTurning || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setTarget(timeAt(event));
      }}
      onPointerMove={(event) => target !== undefined && setTarget(timeAt(event))}
      onPointerUp={letGo}
      onPointerCancel={() => setTarget(undefined)}
      onKeyDown={(event) => !turning.isTurning && onKeyDown(event)}
      onKeyUp={(event) => event.key in KEYS && letGo()}
      onBlur={() => setTarget(undefined)}
    >
      {clocks.map(({ tz }) => (
        <div key={tz} className="lane">
          <Bands spans={wakingHours(span, tz)} of={span} kind="waking" />
          {sixthHours(span, tz).map(({ at, hour }) => (
            <span
              key={at}
              className={hour === 12 || hour === 18 ? 'hour on-day' : 'hour'}
              style={{ left: place(at) }}
            >
              {hour}
            </span>
          ))}
        </div>
      ))}
      <div className="lane lane-window">
        <Bands spans={submissionWindows(span)} of={span} kind="submission" />
        {planned.map(({ at, label }, index) => (
          <span key={`${at} ${label} ${index}`} className="planned" style={{ left: place(at) }} />
        ))}
      </div>
      <span className="passed" style={{ width: place(now) }} />
      <span className="now-mark" style={{ left: place(now) }} />
      {target !== undefined && (
        <span
          className="target"
          style={{ left: place(Math.max(target, span.from)) }}
          data-side={target - span.from > (span.to - span.from) / 2 ? 'left' : 'right'}
        >
          <span>{target > now ? words.turnsTo(say(target)) : say(target)}</span>
        </span>
      )}
    </div>
  );
}
