import { useMemo, useState } from 'react';
import type { SandboxView } from '../../protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { FormStore } from '../data/form-store.ts';
import { savedValues } from '../data/input-state.ts';
import { objects } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { SurfaceContext } from '../data/surface.ts';
import { useSurfaceOf } from '../data/use-surface.ts';
import { SlackErrors } from './slackbot-note.tsx';

function HomeBlocks({ shown }: { shown: SandboxView }) {
  const { id, view, errors } = shown;
  const [store] = useState(() => new FormStore());
  const blocks = useMemo(() => objects(view, 'blocks'), [view]);
  const saved = useMemo(() => savedValues(view), [view]);
  const source = useMemo(() => ({ kind: 'view' as const, id }), [id]);
  const surface = useSurfaceOf({ store, source, blocks, saved, errors });
  return (
    <SurfaceContext value={surface}>
      <Blocks blocks={blocks} keyBy="id" />
    </SurfaceContext>
  );
}

/** The app's Home tab, as it published it for this person. */
export function AppHome({ app }: { app: string }) {
  const { state, me, words } = useSandbox();
  const shown = state.homes.find(({ user }) => user === me.id);
  return (
    <div className="app-home" role="tabpanel" aria-label={words.home} tabIndex={0}>
      <SlackErrors />
      {shown ? <HomeBlocks key={shown.id} shown={shown} /> : <p role="status">{words.noHome(app)}</p>}
    </div>
  );
}
