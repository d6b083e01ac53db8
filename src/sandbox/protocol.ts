/**
 * What the local Slack's page and its server say to each other.
 *
 * The page loads `GET /sandbox/state` once, then follows `GET /sandbox/stream` (server-sent events), each
 * message being a whole `SandboxState`: simple, and small enough at this size. What a person does on the page
 * goes to `POST /sandbox/act` as one `SandboxAct`; the answer is `{ ok: true }` or `{ ok: false, error }`.
 */
export interface SandboxState {
  /** The product's clock now, milliseconds since 1970; it keeps running between two states. */
  now: number;
  people: SandboxPerson[];
  channels: SandboxChannel[];
  /** All messages that are not ephemeral, oldest first. */
  messages: SandboxMessage[];
  /** Messages that one person sees. */
  ephemerals: SandboxEphemeral[];
  /** Open modals, one stack per person, the top one last. */
  views: SandboxView[];
  /** Home tabs that the app published, at most one per person. */
  homes: SandboxView[];
  /** Slash commands of the app, for completion. */
  commands: SandboxCommand[];
  shortcuts: SandboxShortcut[];
  /** What is due next, with its reason, soonest first: filled by the product, empty before it runs. */
  upcoming: SandboxUpcoming[];
  /** Failures that a person would see as Slack's own ("Docket did not respond"). */
  slackErrors: { id: string; user: string; text: string }[];
}

export interface SandboxPerson {
  id: string;
  /** Shown name, such as `Li Na`. */
  name: string;
  /** What the person does, such as `Owner · Shenzhen`. */
  title: string;
  tz: string;
  /** Slack's locale form: `en-US` or `zh-CN`. */
  locale: string;
  isAdmin: boolean;
  /** True for the app's own bot user. */
  isBot: boolean;
  /** Absent where none is set, or it has run out. */
  status?: SandboxStatus;
}

export interface SandboxStatus {
  /** Such as `:palm_tree:`; Slack's speech balloon where only a text is set. */
  emoji: string;
  text: string;
  /** When Slack takes it away, in seconds since 1970; 0: never. */
  expiration: number;
}

export interface SandboxCommand {
  /** With its slash. */
  name: string;
  /** Slack's usage hint: what may follow. */
  hint: string;
  description: string;
}

export interface SandboxShortcut {
  name: string;
  callbackId: string;
  /** In a message's menu, or in the composer's. */
  type: 'message' | 'global';
}

export interface SandboxChannel {
  id: string;
  /** Without `#`. For a direct message: the other person's id. */
  name: string;
  kind: 'channel' | 'im';
  isPrivate: boolean;
  isArchived: boolean;
  members: string[];
}

export interface SandboxMessage {
  channel: string;
  ts: string;
  /** Present on a reply: the root message's ts. */
  threadTs?: string;
  user: string;
  text: string;
  blocks: unknown[];
  editedTs?: string;
}

export interface SandboxEphemeral {
  id: string;
  channel: string;
  threadTs?: string;
  /** The only person who sees it. */
  user: string;
  ts: string;
  text: string;
  blocks: unknown[];
}

export interface SandboxView {
  id: string;
  user: string;
  /** Slack's view payload as the app sent it, with its `hash`. */
  view: Record<string, unknown>;
  /** Errors per block id after a refused submission. */
  errors: Record<string, string>;
}

export interface SandboxUpcoming {
  at: number;
  /** `#42`, or empty for what belongs to no case. */
  label: string;
  /** What happens, in the reader's words. */
  text: { en: string; 'zh-CN': string };
  /** The rule behind it; absent where the text says it. */
  why?: { en: string; 'zh-CN': string };
}

/** Slack's `view.state.values`: block id → action id → the input's state. */
export type SandboxValues = Record<string, Record<string, Record<string, unknown>>>;

/**
 * A file for a modal's `file_input`, sent as the body of `POST /sandbox/upload?user=…&name=…` with its content type.
 * The answer is `{ ok: true, file }` or `{ ok: false, error }`; `file` goes into the input's state as it is.
 */
export interface SandboxFile {
  id: string;
  name: string;
  mimetype: string;
  /** In bytes. */
  size: number;
}

export type SandboxAct =
  /** A message typed into the composer; text that starts with `/` is a slash command (not in threads). */
  | { type: 'say'; user: string; channel: string; threadTs?: string; text: string }
  /** A click on a button, overflow option or select of a message or a view. `action` is the block's element
   * as Slack would send it in `actions[]` (type, action_id, block_id, value, selected_option, …). */
  | {
      type: 'action';
      user: string;
      source:
        | { kind: 'message'; channel: string; ts: string }
        | { kind: 'ephemeral'; id: string }
        | { kind: 'view'; id: string };
      action: Record<string, unknown>;
      /** The state of the inputs around it, for a view. */
      values?: SandboxValues;
    }
  | { type: 'submit'; user: string; view: string; values: SandboxValues }
  | { type: 'close'; user: string; view: string }
  | { type: 'dismiss'; id: string }
  /** With a message: a message shortcut; without: a global one. */
  | { type: 'shortcut'; user: string; callbackId: string; message?: { channel: string; ts: string } }
  /** A person looks at the app: its Home tab or the direct message with it. */
  | { type: 'open-app'; user: string; tab: 'home' | 'messages' }
  /** Null clears it. */
  | { type: 'status'; user: string; status: SandboxStatus | null }
  /** Turn the product's clock forward. */
  | { type: 'turn'; by: number }
  | { type: 'turn-to-next' };
