import type { SandboxMessage, SandboxPerson, SandboxState, SandboxUpcoming } from '../../protocol.ts';
import { mentions } from './unread.ts';

/** Something that was said, and the case in whose thread. */
export interface Said {
  message: SandboxMessage;
  /** `#42`, or empty for what was said elsewhere. */
  label: string;
}

export interface Filter {
  /** `#42`, or empty for all. */
  label: string;
  /** Id, or empty for all. */
  person: string;
}

/** A thread is about what its first message is about. */
function saidIn({ messages, people }: SandboxState): Said[] {
  const bots = new Set(people.filter(({ isBot }) => isBot).map(({ id }) => id));
  const labels = new Map<string, string>();
  return messages.map((message) => {
    const root = `${message.channel} ${message.threadTs ?? message.ts}`;
    if (!message.threadTs)
      labels.set(root, bots.has(message.user) ? (/#\d+/.exec(message.text)?.[0] ?? '') : '');
    return { message, label: labels.get(root) ?? '' };
  });
}

const isAbout = ({ message }: Said, { id, name }: SandboxPerson): boolean =>
  message.user === id || mentions(message, id) || message.text.includes(name);

export interface Timeline {
  /** Latest first. */
  said: Said[];
  /** Soonest first. */
  next: SandboxUpcoming[];
  /** Every case that has a past or a future, by number. */
  labels: string[];
}

/** What happened and what will, of what this reader may see. */
export function timelineFor(state: SandboxState, me: SandboxPerson, filter: Filter): Timeline {
  const mine = new Set(state.channels.filter(({ members }) => members.includes(me.id)).map(({ id }) => id));
  const all = saidIn(state).filter(({ message }) => mine.has(message.channel));
  const person = state.people.find(({ id }) => id === filter.person);
  const labels = new Set(
    [...all, ...state.upcoming].map(({ label }) => label).filter((label) => label !== ''),
  );
  return {
    said: all
      .filter((one) => filter.label === '' || one.label === filter.label)
      .filter((one) => !person || isAbout(one, person))
      .reverse(),
    next: state.upcoming
      .filter((one) => filter.label === '' || one.label === filter.label)
      .filter((one) => !person || one.person === person.id),
    labels: [...labels].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
  };
}
