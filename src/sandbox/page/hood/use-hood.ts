import { useCallback, useEffect, useState } from 'react';
import type { SandboxHood } from '../../protocol.ts';
import { loadHood } from '../data/server.ts';

const LOOK_MS = 1_000;

export interface HoodFilter {
  text: string;
  way: string;
  kind: string;
}

/** Looks under the hood again and again while somebody watches; `look` does so at once. */
export function useHood({ text, way, kind }: HoodFilter): {
  hood: SandboxHood | undefined;
  look: () => void;
} {
  const [hood, setHood] = useState<SandboxHood>();
  const [looks, setLooks] = useState(0);
  const look = useCallback(() => setLooks((count) => count + 1), []);

  useEffect(() => {
    const over = new AbortController();
    const fetchHood = async () => {
      try {
        setHood(await loadHood({ text, way, kind }, over.signal));
      } catch {
        // The stream reports a break; the next look comes soon.
      }
    };
    void fetchHood();
    const timer = window.setInterval(() => void fetchHood(), LOOK_MS);
    return () => {
      over.abort();
      window.clearInterval(timer);
    };
  }, [text, way, kind, looks]);

  return { hood, look };
}
