import { hashOf } from '../data/place.ts';
import { useSandbox } from '../data/sandbox.ts';

/**
 * Two pages side by side, each as somebody with a language, forms and a place of their own. Frames, because
 * dialogs cover their whole window and the narrow layout follows its width.
 */
export function TwoPeople({ left, right }: { left: string; right: string }) {
  const { words, person } = useSandbox();
  return (
    <div className="two-people">
      {[left, right].map((id, side) => (
        <iframe
          key={side === 0 ? 'left' : 'right'}
          title={words.paneOf(person(id)?.name ?? id)}
          src={`/${hashOf({ as: id, embedded: true })}`}
        />
      ))}
    </div>
  );
}
