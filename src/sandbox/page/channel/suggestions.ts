import type { SandboxPerson } from '../../protocol.ts';
import type { Words } from '../words.ts';

/** A way to go on with what is being typed. */
export interface Suggestion {
  key: string;
  label: string;
  hint: string;
  about: string;
  /** The whole text once it is taken. */
  text: string;
}

const command = '/case';
const names = ['open', 'show', 'mine', 'list', 'help'] as const;

function commands(text: string, words: Words): Suggestion[] {
  const wanted = text.trimStart().toLowerCase();
  if (!wanted.startsWith('/')) return [];
  const hints: Partial<Record<(typeof names)[number], string>> = words.commandText;
  return names
    .map((name) => ({
      key: name,
      label: `${command} ${name}`,
      hint: hints[name] ?? '',
      about: words.commands[name],
      text: hints[name] ? `${command} ${name} ` : `${command} ${name}`,
    }))
    .filter(({ label, text: whole }) => label.startsWith(wanted.trimEnd()) && !wanted.startsWith(whole));
}

function people(text: string, everyone: SandboxPerson[]): Suggestion[] {
  const found = /(?:^|\s)@([^@\n]{0,20})$/.exec(text);
  if (!found) return [];
  const wanted = (found[1] ?? '').toLowerCase();
  return everyone
    .filter(({ name }) => name.toLowerCase().startsWith(wanted) && name.toLowerCase() !== wanted.trimEnd())
    .map(({ id, name, title }) => ({
      key: id,
      label: `@${name}`,
      hint: '',
      about: title,
      text: `${text.slice(0, text.length - wanted.length)}${name} `,
    }));
}

export function suggestionsFor(text: string, words: Words, everyone: SandboxPerson[], inThread: boolean) {
  return inThread ? people(text, everyone) : [...commands(text, words), ...people(text, everyone)];
}

/** What can be sent as it is: Enter sends it, and a suggestion is taken only after an arrow key. */
const sendable = [command, ...names.map((name) => `${command} ${name}`)];

export const firstChoice = (text: string): number => (sendable.includes(text.trim()) ? -1 : 0);
