import { useSandbox } from '../data/sandbox.ts';
import type { Suggestion } from './suggestions.ts';

interface Props {
  id: string;
  suggestions: Suggestion[];
  active: number;
  onTake: (suggestion: Suggestion) => void;
}

/** What could follow, above the composer. The text area keeps the focus. */
export function SuggestionList({ id, suggestions, active, onTake }: Props) {
  const { words } = useSandbox();
  if (suggestions.length === 0) return null;
  return (
    <ul id={id} role="listbox" aria-label={words.suggestions} className="suggestions">
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.key}
          id={`${id}-${suggestion.key}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(suggestion);
          }}
        >
          <span className="suggestion-name">{suggestion.label}</span>
          {suggestion.hint !== '' && <span className="suggestion-hint">{suggestion.hint}</span>}
          <span className="suggestion-about">{suggestion.about}</span>
        </li>
      ))}
    </ul>
  );
}
