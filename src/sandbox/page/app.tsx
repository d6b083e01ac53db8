import { useCallback, useEffect, useMemo, useState } from 'react';
import { Toast } from './chrome/toast.tsx';
import { rememberedPerson, usePlace } from './data/place.ts';
import { type Sandbox, SandboxContext } from './data/sandbox.ts';
import { act as send } from './data/server.ts';
import { useStateStream } from './data/use-state-stream.ts';
import { ConfirmProvider } from './elements/confirm.tsx';
import { wordsFor } from './words.ts';
import { Workspace } from './workspace.tsx';

export function App() {
  const { received, connected } = useStateStream();
  const [place, go] = usePlace();
  const [toast, setToast] = useState('');
  const clearToast = useCallback(() => setToast(''), []);

  const people = received?.state.people.filter((person) => !person.isBot) ?? [];
  const me = people.find((person) => person.id === (place.as || rememberedPerson())) ?? people[0];
  const locale = me?.locale ?? window.navigator.language;
  const words = wordsFor(locale);

  useEffect(() => {
    document.documentElement.lang = locale.startsWith('zh') ? 'zh-CN' : 'en';
    document.title = words.workspace;
  }, [locale, words]);

  const act = useCallback<Sandbox['act']>(
    async (what, options) => {
      const answer = await send(what);
      if (!answer.ok && !options?.quiet) {
        setToast(answer.error === 'unreachable' ? words.unreachable : words.actFailed);
      }
      return answer;
    },
    [words],
  );

  const sandbox = useMemo<Sandbox | undefined>(() => {
    if (!received || !me) return undefined;
    const { state, at } = received;
    return {
      state,
      receivedAt: at,
      me,
      words,
      place,
      go,
      act,
      person: (id) => state.people.find((person) => person.id === id),
      channel: (id) => state.channels.find((channel) => channel.id === id),
    };
  }, [received, me, words, place, go, act]);

  if (!sandbox) {
    return (
      <div className="opening" role="status">
        {connected ? words.loading : words.disconnected}
      </div>
    );
  }
  return (
    <SandboxContext value={sandbox}>
      <ConfirmProvider>
        <Workspace banner={connected ? '' : words.disconnected} />
      </ConfirmProvider>
      <Toast text={toast} onGone={clearToast} />
    </SandboxContext>
  );
}
