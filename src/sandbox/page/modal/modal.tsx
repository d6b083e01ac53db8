import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { SandboxView } from '../../protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { SlackErrors } from '../channel/slackbot-note.tsx';
import { type FormStore, inputKey } from '../data/form-store.ts';
import { elementsOf, savedValues, valuesOf } from '../data/input-state.ts';
import { object, objects } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { SurfaceContext } from '../data/surface.ts';
import { useSurfaceOf } from '../data/use-surface.ts';
import { plainText } from '../text/text-object.tsx';
import { check } from './check.ts';
import { Dialog } from './dialog.tsx';

/** One view of the stack: its blocks as a form, sent once, its mistakes under their blocks. */
export function Modal({ shown, store }: { shown: SandboxView; store: FormStore }) {
  const { me, words, act } = useSandbox();
  const { id, view, errors: refused } = shown;
  const [ours, setOurs] = useState<Record<string, string>>({});
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const blocks = useMemo(() => objects(view, 'blocks'), [view]);
  const saved = useMemo(() => savedValues(view), [view]);
  const errors = useMemo(() => ({ ...refused, ...ours }), [refused, ours]);
  const source = useMemo(() => ({ kind: 'view' as const, id }), [id]);
  const surface = useSurfaceOf({ store, source, blocks, saved, errors });
  const submit = object(view, 'submit');

  useEffect(() => {
    store.keepOnly(new Set(elementsOf(blocks).map((placed) => inputKey(placed.blockId, placed.actionId))));
  }, [store, blocks]);

  const wrong = Object.keys(errors).join(' ');
  useEffect(() => {
    if (wrong === '') return;
    const first = form.current?.querySelector('.input-block.wrong');
    first?.querySelector<HTMLElement>('[data-field]')?.focus();
    first?.scrollIntoView({ block: 'nearest' });
  }, [wrong]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending || !submit) return;
    const found = check(blocks, store.snapshot(), saved, words);
    setOurs(found);
    setTrouble(false);
    if (Object.keys(found).length > 0) return;
    setSending(true);
    const values = valuesOf(blocks, store.snapshot(), saved);
    const answer = await act({ type: 'submit', user: me.id, view: id, values }, { quiet: true });
    setSending(false);
    setTrouble(!answer.ok);
  };
  const close = () => void act({ type: 'close', user: me.id, view: id });

  return (
    <Dialog className="dialog modal" title={plainText(object(view, 'title'))} onClose={close}>
      <form ref={form} className="modal-form" noValidate onSubmit={(event) => void send(event)}>
        <div className="dialog-body" aria-busy={sending}>
          <SlackErrors />
          {trouble && (
            <div className="trouble" role="alert">
              {words.trouble}
            </div>
          )}
          <SurfaceContext value={surface}>
            <Blocks blocks={blocks} keyBy="id" />
          </SurfaceContext>
        </div>
        <footer className="dialog-footer">
          <button type="button" className="button" onClick={close}>
            {plainText(object(view, 'close')) || (submit ? words.cancel : words.close)}
          </button>
          {submit && (
            <button type="submit" className="button primary" aria-busy={sending} aria-disabled={sending}>
              {sending ? words.submitting : plainText(submit) || words.submit}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
