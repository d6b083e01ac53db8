import type { SandboxPerson } from '../../protocol.ts';
import { hourAndMinute } from '../data/clocks.ts';
import { isAwake } from '../data/hours.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useNow } from '../data/use-now.ts';

function PersonEntry({ person, now }: { person: SandboxPerson; now: number }) {
  const { me, words, go } = useSandbox();
  const { id, name, tz, isGuest } = person;
  const presence = isAwake(now, tz) ? 'awake' : 'asleep';
  return (
    <li>
      <button
        type="button"
        className="entry"
        aria-current={id === me.id ? 'true' : undefined}
        onClick={() => go({ as: id })}
      >
        <span className={`presence ${presence}`} aria-hidden="true" />
        <span className="entry-name">{name}</span>
        {isGuest && <small>{words.guest}</small>}
        <span className="entry-time">{hourAndMinute(now, tz)}</span>
        <span className="visually-hidden">{words[presence]}</span>
      </button>
    </li>
  );
}

/** Everybody there is, whether they are awake and what their clock says. Pressed, the page becomes theirs. */
export function PeopleList() {
  const { state, words } = useSandbox();
  const now = useNow(10_000);
  return (
    <>
      <h2>{words.people}</h2>
      <ul className="people">
        {state.people
          .filter(({ isBot }) => !isBot)
          .map((person) => (
            <PersonEntry key={person.id} person={person} now={now} />
          ))}
      </ul>
    </>
  );
}
