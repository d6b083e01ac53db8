import { useState } from 'react';
import { type Json, object, string } from '../data/json.ts';
import { useSurface } from '../data/surface.ts';
import { plainText } from '../text/text-object.tsx';
import { useConfirm } from './confirm.tsx';
import type { ElementProps } from './naming.ts';

/** What Slack puts into `actions[]` for a button. */
function actionOf({ element, blockId, actionId }: ElementProps): Json {
  const action: Record<string, unknown> = { type: 'button', block_id: blockId, action_id: actionId };
  for (const key of ['text', 'value', 'style', 'url']) {
    if (element[key] !== undefined) action[key] = element[key];
  }
  return action;
}

export function Button(props: ElementProps) {
  const { element } = props;
  const { dispatch } = useSurface();
  const ask = useConfirm();
  const [busy, setBusy] = useState(false);
  const style = string(element, 'style');

  const press = async () => {
    if (busy || !(await ask(object(element, 'confirm')))) return;
    const url = string(element, 'url');
    if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
    setBusy(true);
    await dispatch(actionOf(props));
    setBusy(false);
  };

  return (
    <button
      type="button"
      className={['button', style, busy ? 'busy' : ''].filter(Boolean).join(' ')}
      aria-busy={busy}
      aria-label={string(element, 'accessibility_label') || undefined}
      onClick={() => void press()}
    >
      {plainText(object(element, 'text'))}
    </button>
  );
}
