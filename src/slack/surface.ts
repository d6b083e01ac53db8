import type { WebClient } from '@slack/web-api';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../desk/ports/log.ts';
import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import type { LatestOnly } from './latest-only.ts';
import type { Memory } from './memory.ts';

/** What every listener works with. */
export interface Surface {
  readonly desk: Desk;
  readonly log: Log;
  /** The interactive client: short time-out, hardly any retries; for direct answers only. */
  readonly client: WebClient;
  readonly workspace: WorkspaceId;
  readonly botUser: string;
  /** Of the manifest's, those that Slack did not give when Docket started. */
  readonly missingScopes: readonly string[];
  /** The workspace's own address, with a closing slash: permalinks start with it. */
  readonly teamUrl: string;
  readonly memory: Memory;
  readonly defaultLocale: Locale;
  /** The newest re-drawing of each open form; an older one gives way. */
  readonly redraws: LatestOnly;
  readonly newReference: () => string;
}

/** Who acted. */
export interface Caller {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
}

/** Where a person acted, so where the answer belongs. */
export interface Place {
  readonly channel: string | null;
  readonly threadTs: string | null;
  /** Five uses, thirty minutes; works where Docket itself is no member. */
  readonly responseUrl: string | null;
}

/** Docket's own conversation with one person: what is said there nobody else sees. */
export const isDirect = (channel: string | null): channel is string => channel?.startsWith('D') ?? false;

/** The language that somebody read last, as far as this process knows. */
export const localeOf = (surface: Surface, caller: Caller): Locale =>
  surface.memory.locales.get(caller.person) ?? surface.defaultLocale;
