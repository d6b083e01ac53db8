import { useEffect, useRef, useState } from 'react';
import type { SandboxAct } from '../../protocol.ts';
import { HOUR } from '../data/hours.ts';
import { useSandbox } from '../data/sandbox.ts';

export interface Turning {
  isTurning: boolean;
  isPlaying: boolean;
  /** Asked to turn back; over at the next turn. */
  refused: boolean;
  turn: (how: SandboxAct) => Promise<void>;
  /** Forward to an instant; `now` is the product’s clock as the page knows it. */
  turnTo: (at: number, now: number) => void;
  play: () => void;
  stop: () => void;
}

/** Turns the product's clock, one turn at a time. Playing: an hour each second, or as fast as the product can. */
export function useTurning(): Turning {
  const { act } = useSandbox();
  const [isTurning, setTurning] = useState(false);
  const [isPlaying, setPlaying] = useState(false);
  const [refused, setRefused] = useState(false);
  const busy = useRef(false);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  }, [act]);

  const turn = async (how: SandboxAct): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setRefused(false);
    setTurning(true);
    await act(how);
    busy.current = false;
    setTurning(false);
  };

  useEffect(() => {
    if (!isPlaying) return;
    let timer = 0;
    let over = false;
    const step = async () => {
      const began = performance.now();
      const answer = await latest.current({ type: 'turn', by: HOUR });
      if (over) return;
      const rest = Math.max(0, 1_000 - (performance.now() - began));
      if (answer.ok) timer = window.setTimeout(() => void step(), rest);
      else setPlaying(false);
    };
    void step();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [isPlaying]);

  return {
    isTurning: isTurning || isPlaying,
    isPlaying,
    refused,
    turn,
    turnTo: (at, now) => {
      if (at > now) void turn({ type: 'turn', by: Math.ceil(at - now) });
      else setRefused(true);
    },
    play: () => setPlaying(true),
    stop: () => setPlaying(false),
  };
}
