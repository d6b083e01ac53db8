import type { KeyboardEvent } from 'react';
import { useSandbox } from '../data/sandbox.ts';

export type AppTab = 'home' | 'messages';

const tabs: AppTab[] = ['home', 'messages'];

/** Home | Messages, in the conversation with an app; the arrow keys change the tab. */
export function AppTabs({ current }: { current: AppTab }) {
  const { words, go } = useSandbox();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = tabs.find((tab) => tab !== current) ?? current;
    go({ tab: other, thread: '' });
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${other}"]`)?.focus();
  };
  return (
    <div className="app-tabs" role="tablist" onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          data-tab={tab}
          aria-selected={tab === current}
          tabIndex={tab === current ? 0 : -1}
          onClick={() => go({ tab, thread: '' })}
        >
          {words[tab]}
        </button>
      ))}
    </div>
  );
}
