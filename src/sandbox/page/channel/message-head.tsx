import type { SandboxPerson } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { relative, slackDate, timeOfDay } from '../data/slack-date.ts';
import { StatusEmoji } from './status-emoji.tsx';

/** Seconds since 1970, as Slack writes a message's ts. */
export const instantOfTs = (ts: string) => Number(ts) * 1_000;

interface Props {
  name: string;
  person?: SandboxPerson | undefined;
  ts: string;
}

/** `short` leaves out AM and PM, for the margin. */
export function MessageTime({ ts, short = false }: { ts: string; short?: boolean }) {
  const { me, state } = useSandbox();
  const reader = { locale: me.locale, tz: me.tz, now: state.now };
  const at = slackDate(Number(ts), '{date_long} {time_secs}', reader);
  const title = `${at} · ${relative(instantOfTs(ts), state.now, me.locale)}`;
  const time = timeOfDay(instantOfTs(ts), reader);
  return (
    <time className="message-time" title={title}>
      {short ? time.replace(/ [AP]M$/, '') : time}
    </time>
  );
}

export function MessageHead({ name, person, ts }: Props) {
  const { words } = useSandbox();
  return (
    <div className="message-head">
      <span className="message-name">{name}</span>
      <StatusEmoji person={person} />
      {(person?.isBot ?? true) && <span className="badge">{words.app}</span>}
      <MessageTime ts={ts} />
    </div>
  );
}
