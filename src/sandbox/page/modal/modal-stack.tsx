import { useEffect, useState } from 'react';
import { FormStore } from '../data/form-store.ts';
import { useSandbox } from '../data/sandbox.ts';
import { Modal } from './modal.tsx';

/** The acted person's open views: the top one is shown, those under it keep what was typed. */
export function ModalStack() {
  const { state, me } = useSandbox();
  const [stores] = useState(() => new Map<string, FormStore>());
  const views = state.views.filter(({ user, view }) => user === me.id && view['type'] !== 'home');
  const top = views.at(-1);

  useEffect(() => {
    for (const id of stores.keys()) {
      if (!state.views.some((view) => view.id === id)) stores.delete(id);
    }
  }, [stores, state.views]);

  if (!top) return null;
  const store = stores.get(top.id) ?? new FormStore();
  stores.set(top.id, store);
  return <Modal key={top.id} shown={top} store={store} />;
}
