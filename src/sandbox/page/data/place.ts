import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** Where the reader is and as whom. It lives in the address, so that reload, back and a second tab work. */
export interface Place {
  as: string;
  channel: string;
  thread: string;
  /** `home` where the app's Home tab is open. */
  tab: string;
}

const personKey = 'docket-sandbox-as';

/** Who was acted last: an address that names nobody, as a permalink, is opened as them. */
export const rememberedPerson = (): string => window.localStorage.getItem(personKey) ?? '';

const read = (hash: string): Place => {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    as: params.get('as') ?? '',
    channel: params.get('in') ?? '',
    thread: params.get('thread') ?? '',
    tab: params.get('tab') ?? '',
  };
};

const write = (place: Place): string => {
  const params = new URLSearchParams();
  if (place.as) params.set('as', place.as);
  if (place.channel) params.set('in', place.channel);
  if (place.thread) params.set('thread', place.thread);
  if (place.tab) params.set('tab', place.tab);
  return `#${params.toString()}`;
};

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

export function usePlace(): [Place, (change: Partial<Place>) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const go = useCallback((change: Partial<Place>) => {
    if (change.as) window.localStorage.setItem(personKey, change.as);
    window.location.hash = write({ ...read(window.location.hash), ...change });
  }, []);
  return [useMemo(() => read(hash), [hash]), go];
}

/** Slack's permalink, `/archives/C…/p1700000000123456?thread_ts=…`, as a place on this page. */
export function placeOfPermalink(url: string): Partial<Place> | undefined {
  const found = /\/archives\/([A-Z0-9]+)(?:\/p(\d{10})(\d{6}))?(?:\?(.*))?$/.exec(url);
  if (!found) return undefined;
  const [, channel = '', seconds, micros, query = ''] = found;
  const root = new URLSearchParams(query).get('thread_ts');
  return { channel, tab: '', thread: root ?? (seconds && micros ? `${seconds}.${micros}` : '') };
}

/** A permalink that was opened in its own tab becomes the page's own address. */
export function settlePermalink() {
  const { pathname, search, hash } = window.location;
  const place = placeOfPermalink(pathname + search);
  if (place) window.history.replaceState(null, '', `/${write({ ...read(hash), ...place })}`);
}
