import { useSandbox } from '../data/sandbox.ts';

/** Shown in place of what the page can't draw: never hidden, so that nobody is misled. */
export function CannotDraw({ type }: { type: string }) {
  const { words } = useSandbox();
  return (
    <div className="cannot-draw" role="note">
      {words.cannotDraw(type || '?')}
    </div>
  );
}
