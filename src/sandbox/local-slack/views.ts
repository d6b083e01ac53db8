import type { SandboxValues } from '../protocol.ts';
import { identified } from './blocks/identify.ts';
import { type Json, objectsOf, textOf } from './json.ts';
import { carriedValues, initialValues } from './people/values.ts';
import { BOT, TEAM } from './workspace.ts';
import type { World } from './world.ts';

/** Slack shows at most three modals on top of each other. */
const STACK_LIMIT = 3;

export interface OpenView {
  id: string;
  user: string;
  rootId: string;
  previousId: string | null;
  /** As the app sent it, with ids filled in. */
  view: Json;
  hash: string;
  /** What the person typed and chose. */
  values: SandboxValues;
  /** What stands under the fields after a refused submission. */
  errors: Record<string, string>;
}

/** The modals that people have open, and their Home tabs. */
export class Views {
  readonly #world: World;
  readonly #modals: OpenView[] = [];
  readonly #homes = new Map<string, OpenView>();

  constructor(world: World) {
    this.#world = world;
  }

  get modals(): readonly OpenView[] {
    return this.#modals;
  }

  get homes(): readonly OpenView[] {
    return [...this.#homes.values()];
  }

  /** A person's modals, the top one last. */
  of(user: string): OpenView[] {
    return this.#modals.filter((one) => one.user === user);
  }

  find(id: string): OpenView | undefined {
    return (
      this.#modals.find((one) => one.id === id) ?? [...this.#homes.values()].find((one) => one.id === id)
    );
  }

  findExternal(externalId: string): OpenView | undefined {
    return [...this.#modals, ...this.#homes.values()].find((one) => one.view.external_id === externalId);
  }

  home(user: string): OpenView | undefined {
    return this.#homes.get(user);
  }

  open(user: string, view: Json): OpenView {
    return this.#add(user, view, undefined);
  }

  /** Undefined where the stack is full. */
  push(below: OpenView, view: Json): OpenView | undefined {
    if (this.#stack(below).length >= STACK_LIMIT) return undefined;
    return this.#add(below.user, view, below);
  }

  update(open: OpenView, view: Json): void {
    const blocks = identified(objectsOf(view.blocks), () => this.#world.nextId());
    open.view = { ...view, blocks };
    open.values = carriedValues(blocks, open.values);
    open.errors = {};
    open.hash = this.#newHash();
    this.#world.changed();
  }

  publish(user: string, view: Json): OpenView {
    const before = this.#homes.get(user);
    if (before) {
      this.update(before, view);
      return before;
    }
    const home = this.#make(user, view, undefined);
    this.#homes.set(user, home);
    this.#world.changed();
    return home;
  }

  /** Closes one modal; those that were pushed on top of it go too. */
  close(open: OpenView): void {
    const stack = this.#stack(open);
    if (!stack.includes(open)) return;
    for (const one of stack.slice(stack.indexOf(open))) this.#modals.splice(this.#modals.indexOf(one), 1);
    this.#world.changed();
  }

  /** Closes the whole stack that this modal belongs to. */
  clear(open: OpenView): void {
    for (const one of this.#stack(open)) this.#modals.splice(this.#modals.indexOf(one), 1);
    this.#world.changed();
  }

  blocksOf(open: OpenView): Json[] {
    return objectsOf(open.view.blocks);
  }

  /** The view as Slack sends it to the app. */
  payload(open: OpenView): Json {
    const { view } = open;
    return {
      id: open.id,
      team_id: TEAM.id,
      type: view.type,
      blocks: view.blocks,
      private_metadata: textOf(view.private_metadata) ?? '',
      callback_id: textOf(view.callback_id) ?? '',
      state: { values: open.values },
      hash: open.hash,
      title: view.title ?? null,
      close: view.close ?? null,
      submit: view.submit ?? null,
      clear_on_close: view.clear_on_close ?? false,
      notify_on_close: view.notify_on_close ?? false,
      previous_view_id: open.previousId,
      root_view_id: open.rootId,
      external_id: textOf(view.external_id) ?? '',
      app_id: BOT.appId,
      app_installed_team_id: TEAM.id,
      bot_id: BOT.botId,
    };
  }

  #stack(open: OpenView): OpenView[] {
    return this.#modals.filter((one) => one.rootId === open.rootId);
  }

  #add(user: string, view: Json, below: OpenView | undefined): OpenView {
    const made = this.#make(user, view, below);
    this.#modals.push(made);
    this.#world.changed();
    return made;
  }

  #make(user: string, view: Json, below: OpenView | undefined): OpenView {
    const id = this.#world.nextId('V');
    const blocks = identified(objectsOf(view.blocks), () => this.#world.nextId());
    return {
      id,
      user,
      rootId: below?.rootId ?? id,
      previousId: below?.id ?? null,
      view: { ...view, blocks },
      hash: this.#newHash(),
      values: initialValues(blocks),
      errors: {},
    };
  }

  #newHash(): string {
    return `${Math.floor(this.#world.now() / 1000)}.${this.#world.nextId('h')}`;
  }
}
