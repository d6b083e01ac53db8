import type { SandboxPerson, SandboxState } from '../../protocol.ts';
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

/** The app's commands as it registered them, with their usage hints. */
function registered(text: string, { commands: all }: Pick<SandboxState, 'commands'>): Suggestion[] {
  const wanted = text.trimStart().toLowerCase();
  if (!wanted.startsWith('/')) return [];
  return all
    .filter(({ name, hint, description }) => name.startsWith(wanted) && hint + description !== '')
    .map(({ name, hint, description }) => ({
      key: name.slice(1),
      label: name,
      hint,
      about: description,
      text: `${name} `,
    }));
}

type Known = Pick<SandboxState, 'commands' | 'people'>;

export function suggestionsFor(text: string, words: Words, known: Known, inThread: boolean): Suggestion[] {
  const mentioned = people(text, known.people);
  return inThread ? mentioned : [...registered(text, known), ...commands(text, words), ...mentioned];
}

/** What can be sent as it is: Enter sends it, and a suggestion is taken only after an arrow key. */
const sendable = [command, ...names.map((name) => `${command} ${name}`)];

export function firstChoice(text: string, { commands: all }: Pick<SandboxState, 'commands'>): number {
  const typed = text.trim();
  return sendable.includes(typed) || all.some(({ name }) => name === typed) ? -1 : 0;
}
