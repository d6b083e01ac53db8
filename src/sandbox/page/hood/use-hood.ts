import { useCallback, useEffect, useRef, useState } from 'react';
import type { SandboxHood } from '../../protocol.ts';
import { loadHood } from '../data/server.ts';

const LOOK_MS = 1_000;

export interface HoodFilter {
  text: string;
  way: string;
  kind: string;
}

/** Looks under the hood again and again while somebody watches; `look` does so at once, and is over when it has. */
export function useHood({ text, way, kind }: HoodFilter): {
  hood: SandboxHood | undefined;
  look: () => Promise<void>;
} {
  const [hood, setHood] = useState<SandboxHood>();
  const asked = useRef(0);
  const shown = useRef(0);
  const look = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    try {
      const seen = await loadHood({ text, way, kind });
      // An answer that comes late says what was; a newer one may be there.
      if (mine < shown.current) return;
      shown.current = mine;
      setHood(seen);
    } catch {
      // The stream reports a break; the next look comes soon.
    }
  }, [text, way, kind]);

  useEffect(() => {
    const first = window.setTimeout(() => void look(), 0);
    const timer = window.setInterval(() => void look(), LOOK_MS);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [look]);

  return { hood, look };
}
