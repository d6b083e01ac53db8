import { useMemo, useState } from 'react';
import { Blocks } from '../blocks/blocks.tsx';
import { FormStore } from '../data/form-store.ts';
import { isObject } from '../data/json.ts';
import { SurfaceContext } from '../data/surface.ts';
import { useSurfaceOf } from '../data/use-surface.ts';
import { Mrkdwn } from '../text/mrkdwn.tsx';

type Source = Parameters<typeof useSurfaceOf>[0]['source'];

const none = {};

/** A message's blocks, or its text where it has none. */
export function MessageBody({ text, blocks, source }: { text: string; blocks: unknown[]; source: Source }) {
  const [store] = useState(() => new FormStore());
  const drawn = useMemo(() => blocks.filter(isObject), [blocks]);
  const surface = useSurfaceOf({ store, source, blocks: drawn, saved: none, errors: none });
  return (
    <div className="message-body">
      {drawn.length === 0 ? (
        <Mrkdwn text={text} />
      ) : (
        <SurfaceContext value={surface}>
          <Blocks blocks={drawn} keyBy="place" />
        </SurfaceContext>
      )}
    </div>
  );
}
