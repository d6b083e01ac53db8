import { hashOf } from '../data/place.ts';
import { useSandbox } from '../data/sandbox.ts';

interface Props {
  left: string;
  right: string;
  /** Where both begin. */
  channel: string;
}

/**
 * Two pages side by side, each as somebody with a language, forms and a place of their own. Frames, because
 * dialogs cover their whole window and the narrow layout follows its width.
 */
export function TwoPeople({ left, right, channel }: Props) {
  const { words, person } = useSandbox();
  return (
    <div className="two-people">
      {[left, right].map((id, side) => (
        <iframe
          key={side === 0 ? 'left' : 'right'}
          title={words.paneOf(person(id)?.name ?? id)}
          src={`/${hashOf({ as: id, channel, embedded: true })}`}
        />
      ))}
    </div>
  );
}
