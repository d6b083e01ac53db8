import { z } from 'zod';

/** What Slack sends, as far as Docket reads it. Everything else in a payload is dropped at the edge. */

const id = z.string().min(1);
const team = z.object({ id });
const user = z.object({ id, team_id: z.string().nullish() });

export const commandPayload = z.object({
  team_id: id,
  user_id: id,
  channel_id: id,
  text: z.string().default(''),
  trigger_id: id,
  response_url: z.url().nullish(),
});
export type CommandPayload = z.output<typeof commandPayload>;

/** A file that somebody put into a form; its address answers to the bot's token. */
const fileState = z.object({
  id,
  name: z.string().default(''),
  /** In bytes. */
  size: z.number().default(0),
  url_private_download: z.url().nullish(),
  url_private: z.url().nullish(),
});
export type FilePayload = z.output<typeof fileState>;

/** The state of one input; which of the fields is filled depends on its type. */
const inputState = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  /** `YYYY-MM-DD` */
  selected_date: z.string().nullish(),
  /** Seconds since 1970. */
  selected_date_time: z.number().int().nullish(),
  files: z.array(fileState).nullish(),
});

/** Block id → action id → state. */
const inputValues = z.record(z.string(), z.record(z.string(), inputState));
export type InputValues = z.output<typeof inputValues>;

export const viewPayload = z.object({
  id,
  type: z.string().default('modal'),
  /** Changes with each drawing. */
  hash: z.string().nullish(),
  root_view_id: z.string().nullish(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  blocks: z.array(z.object({ type: z.string(), block_id: z.string().nullish() })).default([]),
  state: z.object({ values: inputValues }).default({ values: {} }),
});
export type ViewPayload = z.output<typeof viewPayload>;

const action = z.object({
  action_id: id,
  block_id: z.string().default(''),
  action_ts: z.string().default(''),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

export const clickPayload = z.object({
  team,
  user,
  trigger_id: id,
  response_url: z.url().nullish(),
  channel: z.object({ id }).nullish(),
  container: z.object({ is_ephemeral: z.boolean().nullish(), thread_ts: z.string().nullish() }).default({}),
  message: z.object({ ts: id, thread_ts: z.string().nullish() }).nullish(),
  view: viewPayload.nullish(),
  actions: z.tuple([action], z.unknown()),
});
export type ClickPayload = z.output<typeof clickPayload>;

export const submissionPayload = z.object({ team, user, view: viewPayload });
export type SubmissionPayload = z.output<typeof submissionPayload>;

const saidEvent = z.object({
  user: id,
  channel: id,
  text: z.string().default(''),
  ts: id,
  thread_ts: z.string().nullish(),
});
export const mentionPayload = z.object({ team_id: id, event: saidEvent });
export type MentionPayload = z.output<typeof mentionPayload>;

const nothing = z.null().optional();
/** What a person wrote in their conversation with Docket; bots, edits and files have what must be absent here. */
export const directMessagePayload = z.object({
  team_id: id,
  event: saidEvent.extend({
    channel_type: z.literal('im'),
    subtype: nothing,
    bot_id: nothing,
    files: nothing,
  }),
});

export const homeOpenedPayload = z.object({
  event: z.object({
    user: id,
    /** `home` or `messages`. */
    tab: z.string().default('home'),
    /** What stands there; absent the first time. */
    view: z.object({ hash: z.string().nullish() }).nullish(),
  }),
});

/** What somebody did, as far as it tells whether they did it in Home. */
export const actedPayload = z.union([
  z.object({
    type: z.enum(['block_actions', 'view_submission', 'shortcut', 'message_action']),
    user,
    view: viewPayload.nullish(),
  }),
  z
    .object({ command: id, user_id: id })
    .transform((said) => ({ type: 'command' as const, user: { id: said.user_id }, view: null })),
]);

const shortcut = { team, user, trigger_id: id, action_ts: z.string().default('') };
/** From the menu of Slack itself: it stands nowhere. */
export const globalShortcutPayload = z.object(shortcut);
export type GlobalShortcutPayload = z.output<typeof globalShortcutPayload>;

const saidIn = z.object({ text: z.string().nullish(), fallback: z.string().nullish() });
/** From the menu of a message. */
export const messageShortcutPayload = z.object({
  ...shortcut,
  response_url: z.url().nullish(),
  channel: z.object({ id }),
  message: z.object({
    ts: id,
    thread_ts: z.string().nullish(),
    text: z.string().default(''),
    /** What was forwarded, and what other apps posted. */
    attachments: z.array(saidIn).default([]),
  }),
});
export type MessageShortcutPayload = z.output<typeof messageShortcutPayload>;

/** The workspace that any payload names, wherever it stands; null where it names none. */
export const workspaceOf = (body: unknown): string | null =>
  z.object({ team: team }).safeParse(body).data?.team.id ??
  z.object({ team_id: id }).safeParse(body).data?.team_id ??
  null;

/** The address at which a person can be answered, where the payload has one. */
export const responseUrlOf = (body: unknown): string | null =>
  z.object({ response_url: z.url() }).safeParse(body).data?.response_url ?? null;
