import type { Json } from './json.ts';

/** How the next calls of a method go wrong. `accept_…` means: the effect happens, the answer does not arrive. */
export type Behaviour =
  | { kind: 'error'; code: string }
  /** Status 429; with `null` the Retry-After header is missing. */
  | { kind: 'rate_limited'; retryAfter?: number | null }
  | { kind: 'status'; status: number }
  /** Not accepted, never answered. */
  | { kind: 'hang' }
  /** Not accepted, the connection is reset. */
  | { kind: 'reset' }
  | { kind: 'accept_then_reset' }
  | { kind: 'accept_then_hang' }
  | { kind: 'accept_then_status'; status: number }
  | { kind: 'delay'; ms: number };

export interface FaultScope {
  /** How many calls it spoils. Default 1; `Infinity` until cleared. */
  times?: number;
  /** Only calls with this `channel`. */
  channel?: string;
}

/** One call of the Web API, as hooks and the log see it. */
export interface ApiCall {
  method: string;
  args: Json;
  /** The product's clock when it arrived. */
  at: number;
  /** The wall clock when it arrived, for pacing. */
  realAt: number;
  /** What Slack answered, or would have answered if a fault had not swallowed it; absent if it was not accepted. */
  answer?: Json;
  fault?: Behaviour;
}

/** `arrival`: before the effect. `effect`: after the effect, before the answer. */
export type Phase = 'arrival' | 'effect';
type Hook = (call: ApiCall) => void | Promise<void>;

interface Fault {
  method: string;
  behaviour: Behaviour;
  channel: string | undefined;
  left: number;
}

/** What tests make go wrong; `*` stands for every method, `response_url` for response URLs. */
export class Faults {
  #faults: Fault[] = [];
  #hooks: { method: string; phase: Phase; hook: Hook }[] = [];

  /** Returns how to lift it again. */
  fail(method: string, behaviour: Behaviour, { times = 1, channel }: FaultScope = {}): () => void {
    const fault = { method, behaviour, channel, left: times };
    this.#faults.push(fault);
    return () => {
      this.#faults = this.#faults.filter((one) => one !== fault);
    };
  }

  /** Calls the hook at that phase of every such call, and waits for it. Returns how to stop. */
  on(method: string, phase: Phase, hook: Hook): () => void {
    const entry = { method, phase, hook };
    this.#hooks.push(entry);
    return () => {
      this.#hooks = this.#hooks.filter((one) => one !== entry);
    };
  }

  clear(): void {
    this.#faults = [];
    this.#hooks = [];
  }

  /** The fault for this call, if any; it is used up by asking. */
  take(method: string, args: Json): Behaviour | undefined {
    const fault = this.#faults.find(
      (one) =>
        one.left > 0 &&
        (one.method === method || one.method === '*') &&
        (one.channel === undefined || one.channel === args.channel),
    );
    if (!fault) return undefined;
    fault.left -= 1;
    return fault.behaviour;
  }

  async reach(phase: Phase, call: ApiCall): Promise<void> {
    for (const { method, phase: when, hook } of this.#hooks) {
      if (when === phase && (method === call.method || method === '*')) await hook(call);
    }
  }
}
