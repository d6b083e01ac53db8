import { useId } from 'react';
import { actionIdOf } from '../data/input-state.ts';
import { flag, object, string } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useSurface } from '../data/surface.ts';
import { Element } from '../elements/element.tsx';
import { plainText } from '../text/text-object.tsx';
import type { BlockProps } from './block-props.ts';
import { CannotDraw } from './cannot-draw.tsx';

const groups = ['radio_buttons', 'checkboxes'];

/** A labelled input with its hint and, after a refused submission, its error. */
export function InputBlock({ block, blockId }: BlockProps) {
  const { words } = useSandbox();
  const { errors } = useSurface();
  const id = useId();
  const element = object(block, 'element');
  if (!element) return <CannotDraw type="input" />;

  const hint = plainText(object(block, 'hint'));
  const error = Object.hasOwn(errors, blockId) ? errors[blockId] : undefined;
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  const label = (
    <>
      <span id={`${id}-label`}>{plainText(object(block, 'label'))}</span>
      {flag(block, 'optional') && <span className="optional"> {words.optional}</span>}
    </>
  );

  return (
    <div className={error ? 'input-block wrong' : 'input-block'} data-block={blockId}>
      {groups.includes(string(element, 'type')) ? (
        <div className="input-label">{label}</div>
      ) : (
        <label className="input-label" htmlFor={id}>
          {label}
        </label>
      )}
      <Element
        element={element}
        blockId={blockId}
        actionId={actionIdOf(element)}
        dispatches={flag(block, 'dispatch_action')}
        naming={{
          id,
          'aria-labelledby': `${id}-label`,
          ...(described ? { 'aria-describedby': described } : {}),
          ...(error ? { 'aria-invalid': true } : {}),
        }}
      />
      {error && (
        <div id={`${id}-error`} className="input-error" role="alert">
          {error}
        </div>
      )}
      {hint && (
        <div id={`${id}-hint`} className="input-hint">
          {hint}
        </div>
      )}
    </div>
  );
}
