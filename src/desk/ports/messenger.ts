import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Notice } from '../../domain/notices.ts';
import type { Instant } from '../../domain/time.ts';
import type { BriefView } from '../views/briefing-view.ts';
import type { CaseView } from '../views/case-view.ts';
import type { SetupView } from '../views/setup-view.ts';

/** What a message says; the surface turns it into words and blocks. */
export type Content =
  | { readonly kind: 'card'; readonly view: CaseView; readonly now: Instant }
  | {
      readonly kind: 'notices';
      /** One or more of the same case, oldest first, said in one message. */
      readonly notices: readonly Notice[];
      readonly view: CaseView;
      readonly mention: readonly PersonId[];
      /** Set where an outage delayed it: the instant at which it should have stood there. */
      readonly lateSince: Instant | null;
      /** Set where the case's channel refused it, so that it comes to a person directly. */
      readonly instead: { readonly channel: string; readonly code: string } | null;
      /** True once nothing in it is left to do: said shortly, with nothing to press. */
      readonly over: boolean;
      readonly now: Instant;
    }
  | {
      /** To one person, of several cases. */
      readonly kind: 'brief';
      readonly view: BriefView;
      readonly lateSince: Instant | null;
    };

/** What is said of the set-up, which belongs to no case. */
export type SetupContent =
  /** How far it is, to whoever does it. */
  | { readonly kind: 'setup'; readonly view: SetupView }
  /** Docket is on. */
  | { readonly kind: 'started' };

export interface Post<C = Content> {
  readonly workspace: WorkspaceId;
  /** A channel's id, or a person's: then it goes to Docket's own conversation with them. */
  readonly channel: string;
  /** Null for a root message. */
  readonly threadTs: string | null;
  /** Travels in the message's metadata: by it an uncertain message is found again. */
  readonly key: string;
  readonly locale: Locale;
  readonly content: C;
}

/** What became of a message. `unknown` means that it may stand there: look before sending again. */
export type Outcome =
  | { readonly kind: 'sent'; readonly ts: string }
  | { readonly kind: 'unknown'; readonly why: string }
  /** `limited`: Slack said "too many", and how long to leave this channel (or these calls) alone. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly why: string; readonly limited: boolean }
  | { readonly kind: 'refused'; readonly code: string; readonly about: RefusedFor };

/** What no repeat changes: the place, the message that was to be changed or answered, the text, or the token. */
export type RefusedFor = 'place' | 'gone' | 'message' | 'installation';

/** The way out to people. Sends once, never repeats by itself: repeating is the outbox's business. */
export interface Messenger {
  post(message: Post<Content | SetupContent>): Promise<Outcome>;
  update(message: Post<Content | SetupContent>, ts: string): Promise<Outcome>;
  /** Looks for a message of ours by its key, in the channel (or thread) since an instant. */
  find(
    where: Pick<Post, 'workspace' | 'channel' | 'threadTs' | 'key'>,
    since: Instant,
  ): Promise<
    | { readonly kind: 'found'; readonly ts: string }
    | { readonly kind: 'absent' }
    | { readonly kind: 'unknown'; readonly why: string }
  >;
}
