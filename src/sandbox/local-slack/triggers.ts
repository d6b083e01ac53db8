/** A trigger may be exchanged once, within three seconds of real time, whatever the product's clock says. */
const LIFE_MS = 3_000;

interface Trigger {
  user: string;
  /** The view in which the person acted, if any: `views.push` stacks on it. */
  view: string | undefined;
  /** Where they were looking, if at a conversation. */
  channel: string | undefined;
  expiresAt: number;
  used: boolean;
}

export type Exchange =
  | { user: string; view: string | undefined; channel: string | undefined }
  | { error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' };

export class Triggers {
  readonly #monotonic: () => number;
  readonly #issued = new Map<string, Trigger>();

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
  }

  issue(user: string, where: { view?: string | undefined; channel?: string | undefined } = {}): string {
    const serial = this.#issued.size + 1;
    const id = `${1_000_000 + serial}.${7_000_000}.${serial.toString(16).padStart(32, '0')}`;
    this.#issued.set(id, {
      user,
      view: where.view,
      channel: where.channel,
      expiresAt: this.#monotonic() + LIFE_MS,
      used: false,
    });
    return id;
  }

  exchange(id: string): Exchange {
    const trigger = this.#issued.get(id);
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.used) return { error: 'exchanged_trigger_id' };
    if (this.#monotonic() > trigger.expiresAt) return { error: 'expired_trigger_id' };
    trigger.used = true;
    return { user: trigger.user, view: trigger.view, channel: trigger.channel };
  }
}
