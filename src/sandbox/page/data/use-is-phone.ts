import { useSyncExternalStore } from 'react';

/** The same width as in `styles/phone.css`. */
const query = '(max-width: 760px)';

const subscribe = (changed: () => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

/** One pane at a time. */
export const useIsPhone = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
