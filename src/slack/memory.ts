import type { Locale } from '../domain/locale.ts';
import { BoundedMap } from './bounded-map.ts';

/**
 * What this process remembers of people and their open forms. All of it may be lost: then somebody reads one
 * line in the team's language, or an old refusal again; never is anything done twice.
 */
export interface Memory {
  /** A payload does not say in which language somebody reads, and a trigger can't wait for a look-up. */
  readonly locales: BoundedMap<Locale>;
  /**
   * How often a form was refused. Sent again after a refusal it is a new request, because the world may have
   * changed; sent again without an answer, it is the same one.
   */
  readonly refusals: BoundedMap<number>;
  /** The fingerprint of what a form asked first under a request key. */
  readonly firstSent: BoundedMap<string>;
  /** Who was in Home when they last did something outside of forms: a form that they send next was opened there, and Home shows what came of it. */
  readonly atHome: BoundedMap<boolean>;
  /** Where the answer to a form goes that was opened by a command or a click. */
  readonly responseUrls: BoundedMap<string>;
}

export const newMemory = (): Memory => ({
  locales: new BoundedMap(5_000),
  refusals: new BoundedMap(1_000),
  firstSent: new BoundedMap(1_000),
  atHome: new BoundedMap(1_000),
  responseUrls: new BoundedMap(1_000),
});
