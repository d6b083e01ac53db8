import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SandboxAct } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useIsPhone } from '../data/use-is-phone.ts';
import { ComposerMenu } from './composer-menu.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { firstChoice, type Suggestion, suggestionsFor } from './suggestions.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  channel: string;
  thread?: string;
  label: string;
  placeholder?: string;
  /** In a thread: called with the command instead of sending it. */
  onCommand?: (command: string) => void;
}

export function Composer({ channel, thread = '', label, placeholder = label, onCommand }: Props) {
  const { state, me, act, words } = useSandbox();
  const { text, write, restore } = useDraft(`${me.id} ${channel} ${thread}`);
  const [moved, setMoved] = useState<number>();
  const [closed, setClosed] = useState('');
  const [sending, setSending] = useState(false);
  const list = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const isPhone = useIsPhone();

  const suggestions = closed === text ? [] : suggestionsFor(text, words, state, thread !== '');
  const active = Math.min(moved ?? firstChoice(text, state), suggestions.length - 1);
  const chosen = active < 0 ? undefined : suggestions[active];

  const type = (next: string) => {
    write(next);
    setMoved(undefined);
  };
  const take = (suggestion: Suggestion) => type(suggestion.text);

  const send = async () => {
    const typed = text.trim();
    if (typed === '' || sending) return;
    if (onCommand && /^\/[a-z]/i.test(typed)) return onCommand(typed.split(/\s/)[0] ?? typed);
    const say: SandboxAct = { type: 'say', user: me.id, channel, text: typed };
    setSending(true);
    write('');
    const answer = await act(thread === '' ? say : { ...say, threadTs: thread });
    setSending(false);
    if (!answer.ok) restore(text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const count = suggestions.length;
    if (count > 0 && event.key === 'ArrowDown') setMoved((active + 1) % count);
    else if (count > 0 && event.key === 'ArrowUp') setMoved((active - 1 + count) % count);
    else if (count > 0 && event.key === 'Escape') setClosed(text);
    else if (chosen && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey))) take(chosen);
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
  };

  useEffect(() => {
    // A newcomer types at once; somebody who is at another control stays there, and no keyboard covers a phone.
    if (!isPhone && thread === '' && document.activeElement === document.body) box.current?.focus();
  }, [isPhone, thread]);

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <SuggestionList id={list} suggestions={suggestions} active={active} onTake={take} />
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-controls={suggestions.length > 0 ? list : undefined}
        aria-activedescendant={chosen ? `${list}-${chosen.key}` : undefined}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-foot">
        <div className="composer-tools">
          {thread === '' && <ComposerMenu />}
          <small>{words.sendHint}</small>
        </div>
        <button type="submit" className="send" disabled={text.trim() === '' || sending}>
          {words.send}
        </button>
      </div>
    </form>
  );
}
