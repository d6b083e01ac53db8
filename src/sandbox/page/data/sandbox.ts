import { createContext, useContext } from 'react';
import type { SandboxAct, SandboxChannel, SandboxPerson, SandboxState } from '../../protocol.ts';
import type { Words } from '../words.ts';
import type { Place } from './place.ts';
import type { Answer } from './server.ts';

/** What every part of the page may know and do. */
export interface Sandbox {
  state: SandboxState;
  /** `performance.now()` when `state` arrived. */
  receivedAt: number;
  me: SandboxPerson;
  words: Words;
  place: Place;
  go: (change: Partial<Place>) => void;
  /** Sends an act; a refusal is also shown to the person, unless `quiet`. */
  act: (act: SandboxAct, options?: { quiet?: boolean }) => Promise<Answer>;
  person: (id: string) => SandboxPerson | undefined;
  channel: (id: string) => SandboxChannel | undefined;
}

export const SandboxContext = createContext<Sandbox | undefined>(undefined);

export function useSandbox(): Sandbox {
  const sandbox = useContext(SandboxContext);
  if (!sandbox) throw new Error('This part stands outside the sandbox.');
  return sandbox;
}
