import { isAwake } from '../data/hours.ts';
import { useSandbox } from '../data/sandbox.ts';
import { timeOfDay } from '../data/slack-date.ts';
import { useNow } from '../data/use-now.ts';

/** Who the visitor is just now. The page takes that person's language and zone. */
export function ActAs() {
  const { state, me, words, go } = useSandbox();
  const now = useNow(10_000);
  return (
    <label className="act-as">
      <span>{words.actAs}</span>
      <select value={me.id} onChange={(event) => go({ as: event.target.value })}>
        {state.people
          .filter((person) => !person.isBot)
          .map(({ id, name, title, tz }) => (
            <option key={id} value={id}>
              {[
                name,
                words.title(title),
                `${timeOfDay(now, { locale: me.locale, tz })} ${isAwake(now, tz) ? '☀' : '☾'}`,
              ].join(' · ')}
            </option>
          ))}
      </select>
    </label>
  );
}
