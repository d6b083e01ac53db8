import { useSandbox } from '../data/sandbox.ts';
import type { Filter } from '../data/timeline.ts';

interface Props {
  filter: Filter;
  /** The cases there are. */
  labels: string[];
  onChange: (filter: Filter) => void;
}

export function TimelineFilter({ filter, labels, onChange }: Props) {
  const { state, words } = useSandbox();
  return (
    <div className="timeline-filter">
      <select
        aria-label={words.filterCase}
        value={filter.label}
        onChange={(event) => onChange({ ...filter, label: event.target.value })}
      >
        <option value="">{words.allCases}</option>
        {labels.map((label) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label={words.filterPerson}
        value={filter.person}
        onChange={(event) => onChange({ ...filter, person: event.target.value })}
      >
        <option value="">{words.everybody}</option>
        {state.people
          .filter(({ isBot }) => !isBot)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </div>
  );
}
