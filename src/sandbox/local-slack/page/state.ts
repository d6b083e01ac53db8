import type { SandboxPerson, SandboxState, SandboxUpcoming } from '../../protocol.ts';
import type { Stage } from '../people/stage.ts';
import type { OpenView, Views } from '../views.ts';
import { appDm, type Channel, type Ephemeral, type Message, type Person, type World } from '../world.ts';

/** The whole state as the page draws it. */
export function sandboxState(stage: Stage, upcoming: SandboxUpcoming[]): SandboxState {
  const { world, views, commands, shortcuts } = stage;
  return {
    now: world.now(),
    people: [...world.people.values()].map((person) => personState(person, world)),
    channels: [...world.channels.values(), ...dmsToCome(world)].map(channelState),
    messages: world.messages.map(messageState),
    ephemerals: world.ephemerals.map(ephemeralState),
    views: views.modals.map((open) => viewState(open, views)),
    homes: views.homes.map((open) => viewState(open, views)),
    commands: commands.map((one) => ({ ...one })),
    shortcuts: shortcuts.map((one) => ({ ...one })),
    upcoming,
    slackErrors: world.slackErrors.map((error) => ({ ...error })),
  };
}

/** Slack shows everybody the app in their sidebar, before either has written. */
function dmsToCome({ people, channels }: World): Channel[] {
  return [...people.values()]
    .filter(({ isBot, deleted }) => !isBot && deleted !== true)
    .map(({ id }) => appDm(id))
    .filter(({ id }) => !channels.has(id));
}

export function personState(person: Person, world: World): SandboxPerson {
  const { id, name, title = '', tz, locale, isAdmin = false, isOwner, isBot } = person;
  const status = world.statusOf(person);
  return {
    id,
    name,
    title,
    tz,
    locale,
    isAdmin: isAdmin || isOwner === true,
    isBot,
    ...(status ? { status } : {}),
  };
}

export function channelState({ id, name, kind, isPrivate, isArchived, members }: Channel) {
  return { id, name, kind, isPrivate, isArchived, members: [...members] };
}

export function messageState({ channel, ts, threadTs, user, text, blocks, editedTs }: Message) {
  return {
    channel,
    ts,
    user,
    text,
    blocks,
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(editedTs === undefined ? {} : { editedTs }),
  };
}

export function ephemeralState(ephemeral: Ephemeral) {
  return { ...ephemeral };
}

export function viewState(open: OpenView, views: Views) {
  return { id: open.id, user: open.user, view: views.payload(open), errors: open.errors };
}
