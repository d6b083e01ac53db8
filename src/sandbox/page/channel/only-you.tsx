import { useSandbox } from '../data/sandbox.ts';

export function OnlyYou({ onDismiss }: { onDismiss: () => void }) {
  const { words } = useSandbox();
  return (
    <div className="only-you">
      <svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true">
        <path
          d="M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
        <circle cx="10" cy="10" r="2.6" fill="currentColor" />
      </svg>
      {words.onlyYou}
      <span aria-hidden="true">·</span>
      <button type="button" className="text-button" onClick={onDismiss}>
        {words.dismiss}
      </button>
    </div>
  );
}
