import { useEffect, useState } from 'react';
import { useSandbox } from './sandbox.ts';

/** The product's clock, running on between two states; looked at every `step` milliseconds. */
export function useNow(step = 1_000): number {
  const { state, receivedAt } = useSandbox();
  const [, look] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => look((count) => count + 1), step);
    return () => window.clearInterval(timer);
  }, [step]);
  return state.now + (performance.now() - receivedAt);
}
