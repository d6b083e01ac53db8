import type { SandboxFault } from '../protocol.ts';
import type { Behaviour, Faults } from './faults.ts';

/** What each switch does to which methods, until it is switched off. */
const SWITCHES: Readonly<Record<SandboxFault, { methods: readonly string[]; behaviour: Behaviour }>> = {
  // Less than the 3 s for which a trigger is good: people wait, and nothing fails by it.
  slow: { methods: ['*'], behaviour: { kind: 'delay', ms: 1_500 } },
  'too-many': {
    methods: ['chat.postMessage', 'chat.update'],
    behaviour: { kind: 'rate_limited', retryAfter: 3 },
  },
  lost: { methods: ['chat.postMessage', 'chat.update'], behaviour: { kind: 'accept_then_reset' } },
};

/** Faults that a person at the page turns on and off. */
export class Switches {
  readonly #faults: Faults;
  readonly #lifts = new Map<SandboxFault, (() => void)[]>();

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  get on(): SandboxFault[] {
    return [...this.#lifts.keys()];
  }

  turn(fault: SandboxFault, on: boolean): void {
    for (const lift of this.#lifts.get(fault) ?? []) lift();
    this.#lifts.delete(fault);
    if (!on) return;
    const { methods, behaviour } = SWITCHES[fault];
    const forGood = { times: Number.POSITIVE_INFINITY };
    this.#lifts.set(
      fault,
      methods.map((method) => this.#faults.fail(method, behaviour, forGood)),
    );
  }
}
