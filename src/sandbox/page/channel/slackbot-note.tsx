import { useSandbox } from '../data/sandbox.ts';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { OnlyYou } from './only-you.tsx';

/** What Slack itself says to one person: a refusal, or that the app did not answer. */
export function SlackbotNote({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  const { words } = useSandbox();
  return (
    <article className="message ephemeral" role="alert" data-testid="slackbot" aria-label={words.slackbot}>
      <div className="message-side">
        <span className="avatar slackbot" aria-hidden="true">
          S
        </span>
      </div>
      <div className="message-main">
        <OnlyYou onDismiss={onDismiss} />
        <div className="message-head">
          <span className="message-name">{words.slackbot}</span>
        </div>
        <div className="message-body">
          <Mrkdwn text={text} />
        </div>
      </div>
    </article>
  );
}

/** Slack's errors for the acted person, at the foot of the place they are looking at. */
export function SlackErrors() {
  const { state, me, act } = useSandbox();
  return state.slackErrors
    .filter((error) => error.user === me.id)
    .map(({ id, text }) => (
      <SlackbotNote key={id} text={text} onDismiss={() => void act({ type: 'dismiss', id })} />
    ));
}
