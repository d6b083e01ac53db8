import type { SandboxPerson } from '../../protocol.ts';
import { emojify } from '../data/emoji.ts';

/** The emoji of a person's status; its words on hover and for a screen reader. */
export function StatusEmoji({ person }: { person: SandboxPerson | undefined }) {
  const { status } = person ?? {};
  if (!status) return null;
  const text = status.text || status.emoji;
  return (
    <span className="status-emoji" role="img" aria-label={text} title={text}>
      {emojify(status.emoji)}
    </span>
  );
}
