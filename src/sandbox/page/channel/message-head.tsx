import type { SandboxPerson } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { slackDate, timeOfDay } from '../data/slack-date.ts';

/** Seconds since 1970, as Slack writes a message's ts. */
export const instantOfTs = (ts: string) => Number(ts) * 1_000;

interface Props {
  name: string;
  person?: SandboxPerson | undefined;
  ts: string;
}

export function MessageTime({ ts }: { ts: string }) {
  const { me, state } = useSandbox();
  const reader = { locale: me.locale, tz: me.tz, now: state.now };
  return (
    <time className="message-time" title={slackDate(Number(ts), '{date_long} {time_secs}', reader)}>
      {timeOfDay(instantOfTs(ts), reader)}
    </time>
  );
}

export function MessageHead({ name, person, ts }: Props) {
  const { words } = useSandbox();
  return (
    <div className="message-head">
      <span className="message-name">{name}</span>
      {(person?.isBot ?? true) && <span className="badge">{words.app}</span>}
      <MessageTime ts={ts} />
    </div>
  );
}
