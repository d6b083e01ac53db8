import { useState } from 'react';
import { type Json, object, objects, string } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useSurface } from '../data/surface.ts';
import { plainText } from '../text/text-object.tsx';
import { useConfirm } from './confirm.tsx';
import { MenuButton } from './menu.tsx';
import type { ElementProps } from './naming.ts';

export function Overflow({ element, blockId, actionId }: ElementProps) {
  const { words } = useSandbox();
  const { dispatch } = useSurface();
  const ask = useConfirm();
  const [open, setOpen] = useState(false);

  const choose = async (option: Json) => {
    if (!(await ask(object(element, 'confirm')))) return;
    const url = string(option, 'url');
    if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
    await dispatch({ type: 'overflow', block_id: blockId, action_id: actionId, selected_option: option });
  };

  return (
    <MenuButton
      label={string(element, 'accessibility_label') || words.more}
      className="button overflow"
      items={objects(element, 'options').map((option, index) => ({
        key: string(option, 'value') || String(index),
        label: plainText(object(option, 'text')),
        about: plainText(object(option, 'description')),
        run: () => void choose(option),
      }))}
      open={open}
      onOpen={setOpen}
    >
      ⋯
    </MenuButton>
  );
}
