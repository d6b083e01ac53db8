import type { SandboxEphemeral, SandboxMessage, SandboxStatus, SandboxView } from '../protocol.ts';
import { eventually, type Present } from './eventually.ts';
import type { Json } from './json.ts';
import { ephemeralState, messageState, viewState } from './page/state.ts';
import type { Choice } from './people/choices.ts';
import { click, fillOne, typeAndEnter } from './people/clicks.ts';
import { type CommandOutcome, runCommand, runShortcut } from './people/commands.ts';
import { emit, openHome, say, setStatus } from './people/messages.ts';
import type { Outcome, Stage } from './people/stage.ts';
import { closeView, type Submission, submitView } from './people/submissions.ts';
import type { Target } from './people/targets.ts';
import type { Ack } from './transport/delivery.ts';
import type { OpenView } from './views.ts';

/** Values by `action_id`, or by `block_id/action_id` where several blocks share one. */
export type FormValues = Record<string, Choice>;

/** Which modal, where it is not the person's top one. */
export interface InView {
  view?: string;
}

/** Acts and looks as people would. Nothing here knows the product. */
export interface Driver {
  command(user: string, channel: string, typed: string): Promise<CommandOutcome>;
  /** Throws where the element is not there or does not offer that choice. */
  click(user: string, target: Target, actionId: string, choice?: Choice): Promise<Outcome>;
  /** Types and chooses in the top modal, in order; inputs that dispatch tell the app and are waited for. */
  fill(user: string, values: FormValues, where?: InView): Promise<void>;
  /** Types into an input and presses Enter; undefined if the input tells the app nothing. */
  type(user: string, actionId: string, text: string, where?: InView): Promise<Outcome | undefined>;
  submit(user: string, values?: FormValues, where?: InView): Promise<Submission>;
  /** A person closes a modal. */
  closeView(user: string, where?: InView): Promise<Outcome>;
  say(user: string, channel: string, text: string, threadTs?: string): SandboxMessage;
  /** A global shortcut, or a message shortcut where a message is given. Throws where the app has none of that kind. */
  shortcut(user: string, callbackId: string, message?: { channel: string; ts: string }): Promise<Outcome>;
  openHome(user: string, tab?: 'home' | 'messages'): void;
  /** Null takes it back. The app hears `user_change`. */
  setStatus(user: string, status: SandboxStatus | null): void;
  /** Sends any event, such as `{ type: 'app_uninstalled' }`; resolves with the first acknowledgement. */
  emit(event: Json): Promise<Ack>;
  dismiss(id: string): void;
  /** The id of a person's direct message with the app. */
  dm(user: string): string;
  /** All messages of a channel, replies too, oldest first. */
  messages(channel: string): SandboxMessage[];
  /** The root and its replies, oldest first. */
  thread(channel: string, ts: string): SandboxMessage[];
  /** The metadata of a message, which people don't see. */
  metadata(channel: string, ts: string): Json | undefined;
  ephemerals(user: string): SandboxEphemeral[];
  /** A person's open modals, the top one last. */
  views(user: string): SandboxView[];
  home(user: string): SandboxView | undefined;
  /** What an administrator does in Slack itself. */
  archive(channel: string): void;
  removeBot(channel: string): void;
  deleteMessage(channel: string, ts: string): void;
  /** Waits for a truthy result without an exception. */
  eventually<T>(check: () => T | Promise<T>, timeoutMs?: number): Promise<Present<Awaited<T>>>;
}

export function driverOn(stage: Stage, botUserId: string): Driver {
  const { world, views } = stage;

  const modal = (user: string, where: InView = {}): OpenView => {
    const open = where.view === undefined ? views.of(user).at(-1) : views.find(where.view);
    if (!open || open.user !== user) throw new Error(`${user} has no modal open`);
    return open;
  };
  const fill = async (user: string, values: FormValues, where?: InView) => {
    const { id } = modal(user, where);
    for (const [key, choice] of Object.entries(values)) {
      await fillOne(stage, user, modal(user, { view: id }), key, choice);
    }
  };
  const channelOf = (id: string) => {
    const channel = world.channels.get(id);
    if (!channel) throw new Error(`There is no channel ${id}`);
    return channel;
  };

  return {
    command: (user, channel, typed) => runCommand(stage, user, channel, typed),
    click: (user, target, actionId, choice) => click(stage, user, target, actionId, choice),
    fill,
    type: (user, actionId, text, where) => typeAndEnter(stage, user, modal(user, where), actionId, text),
    async submit(user, values = {}, where) {
      const open = modal(user, where);
      await fill(user, values, { view: open.id });
      return submitView(stage, open);
    },
    closeView: (user, where) => closeView(stage, modal(user, where)),
    say: (user, channel, text, threadTs) => messageState(say(stage, user, channel, text, threadTs)),
    shortcut: (user, callbackId, message) => runShortcut(stage, user, callbackId, message),
    openHome: (user, tab) => openHome(stage, user, tab),
    setStatus: (user, status) => setStatus(stage, user, status),
    emit: (event) => emit(stage, event),
    dismiss: (id) => world.dismiss(id),
    dm: (user) => world.dm(user).id,
    messages: (channel) => world.messages.filter((one) => one.channel === channel).map(messageState),
    thread: (channel, ts) => world.thread(channel, ts).map(messageState),
    metadata: (channel, ts) => world.message(channel, ts)?.metadata,
    ephemerals: (user) => world.ephemerals.filter((one) => one.user === user).map(ephemeralState),
    views: (user) => views.of(user).map((open) => viewState(open, views)),
    home(user) {
      const open = views.home(user);
      return open && viewState(open, views);
    },
    archive(channel) {
      channelOf(channel).isArchived = true;
      world.changed();
    },
    removeBot(channel) {
      channelOf(channel).members.delete(botUserId);
      world.changed();
    },
    deleteMessage(channel, ts) {
      const message = world.message(channel, ts);
      if (!message) throw new Error(`There is no message ${ts} in ${channel}`);
      world.remove(message);
    },
    eventually: (check, timeoutMs = 5_000) => eventually(world, check, timeoutMs),
  };
}
