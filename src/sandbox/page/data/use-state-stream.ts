import { useEffect, useState } from 'react';
import type { SandboxState } from '../../protocol.ts';
import { loadState } from './server.ts';

export interface Received {
  state: SandboxState;
  /** `performance.now()` at arrival: the product's clock runs on from there. */
  at: number;
}

const retryAfter = 1_500;

/** Follows the sandbox's state; after a break it connects again by itself and takes a fresh copy. */
export function useStateStream(): { received: Received | undefined; connected: boolean } {
  const [received, setReceived] = useState<Received>();
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    let source: EventSource | undefined;
    let timer = 0;
    let heard = 0;
    const over = new AbortController();
    const take = (state: SandboxState) => setReceived({ state, at: performance.now() });

    /** The stream wins over a copy that was asked for before it spoke. */
    const refresh = async () => {
      const before = heard;
      try {
        const state = await loadState(over.signal);
        if (before === heard) take(state);
      } catch {
        // The stream reports the break; it asks again when it is back.
      }
    };

    const connect = () => {
      source = new EventSource('/sandbox/stream');
      source.onopen = () => {
        setConnected(true);
        void refresh();
      };
      source.onmessage = (event: MessageEvent<string>) => {
        heard += 1;
        take(JSON.parse(event.data) as SandboxState);
      };
      source.onerror = () => {
        setConnected(false);
        if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(connect, retryAfter);
      };
    };

    connect();
    return () => {
      over.abort();
      source?.close();
      window.clearTimeout(timer);
    };
  }, []);

  return { received, connected };
}
