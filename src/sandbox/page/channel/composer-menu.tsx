import { useState } from 'react';
import type { SandboxStatus } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { MenuButton } from '../elements/menu.tsx';

/** The composer's "+": the app's global shortcuts, and the person's own status. */
export function ComposerMenu() {
  const { me, state, words, act } = useSandbox();
  const [open, setOpen] = useState(false);
  const app = state.people.find(({ isBot }) => isBot)?.name ?? '';
  const setStatus = (status: SandboxStatus | null) => void act({ type: 'status', user: me.id, status });
  const { vacation, sick, none } = words.statuses;
  const items = [
    ...state.shortcuts
      .filter(({ type }) => type === 'global')
      .map(({ name, callbackId }) => ({
        key: `shortcut ${callbackId}`,
        label: name,
        about: app,
        run: () => void act({ type: 'shortcut', user: me.id, callbackId }),
      })),
    ...[
      { key: 'vacation', emoji: ':palm_tree:', text: vacation },
      { key: 'sick', emoji: ':face_with_thermometer:', text: sick },
    ].map(({ key, emoji, text }) => ({
      key,
      label: words.setStatus(text),
      run: () => setStatus({ emoji, text, expiration: 0 }),
    })),
    ...(me.status ? [{ key: 'none', label: none, run: () => setStatus(null) }] : []),
  ];
  return (
    <MenuButton
      label={words.shortcuts}
      className="icon-button plus"
      items={items}
      open={open}
      onOpen={setOpen}
    >
      +
    </MenuButton>
  );
}
