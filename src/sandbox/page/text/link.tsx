import type { MouseEvent, ReactNode } from 'react';
import { placeOfPermalink } from '../data/place.ts';
import { useSandbox } from '../data/sandbox.ts';

const safe = (url: string) => /^(https?:|mailto:|\/|#)/i.test(url);

/** A link to a message stays on the page; any other opens beside it. */
export function Link({ url, children }: { url: string; children: ReactNode }) {
  const { go } = useSandbox();
  const place = placeOfPermalink(url);
  if (!safe(url)) return <span>{children}</span>;
  const follow = (event: MouseEvent) => {
    if (!place) return;
    event.preventDefault();
    go(place);
  };
  return (
    <a className="link" href={url} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
    </a>
  );
}
