import type { SandboxScene, SandboxState, SandboxUpcoming } from '../../protocol.ts';
import type { OpenView, Views } from '../views.ts';
import type { Channel, Ephemeral, Message, Person, World } from '../world.ts';

/** The whole state as the page draws it. */
export function sandboxState(world: World, views: Views, upcoming: SandboxUpcoming[]): SandboxState {
  return {
    now: world.now(),
    people: [...world.people.values()].map(personState),
    channels: [...world.channels.values()].map(channelState),
    messages: world.messages.map(messageState),
    ephemerals: world.ephemerals.map(ephemeralState),
    views: views.modals.map((open) => viewState(open, views)),
    upcoming,
    slackErrors: world.slackErrors.map((error) => ({ ...error })),
  };
}

/** Who will be there, while all else is being set up: a world in the making is redrawn too often to be sent. */
export function stateInPreparation(world: World, scene: SandboxScene): SandboxState {
  return {
    now: world.now(),
    people: [...world.people.values()].map(personState),
    channels: [...world.channels.values()].map(channelState),
    messages: [],
    ephemerals: [],
    views: [],
    upcoming: [],
    slackErrors: [],
    scene,
  };
}

export function personState({ id, name, title = '', tz, locale, isAdmin = false, isOwner, isBot }: Person) {
  return { id, name, title, tz, locale, isAdmin: isAdmin || isOwner === true, isBot };
}

export function channelState({ id, name, kind, members }: Channel) {
  return { id, name, kind, members: [...members] };
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
