import type { SandboxExchange, SandboxFault, SandboxHood } from '../../protocol.ts';
import type { ApiCall } from '../faults.ts';
import { isObject, type Json, listOf, objectOf, textOf } from '../json.ts';
import type { Delivery } from '../transport/delivery.ts';
import type { World } from '../world.ts';

/** How many the page shows; a filter finds the others. */
const SHOWN = 100;

export interface HoodSources {
  readonly world: World;
  readonly calls: readonly ApiCall[];
  readonly deliveries: readonly Delivery[];
  readonly faults: () => SandboxFault[];
  readonly isDown: () => boolean;
  readonly unsaid: () => Promise<number>;
}

export interface HoodFilter {
  readonly text?: string | undefined;
  readonly way?: string | undefined;
  readonly kind?: string | undefined;
}

interface Entry extends SandboxExchange {
  /** All of it; made when somebody looks, for there are many. */
  readonly detail: () => Json;
}

/** What Slack and the product say to each other, for people who want to see it. */
export function hoodOf(sources: HoodSources) {
  const { world, calls, deliveries } = sources;
  const ids = new WeakMap<object, string>();
  let given = 0;
  const idOf = (it: object): string => {
    const known = ids.get(it);
    if (known !== undefined) return known;
    given += 1;
    ids.set(it, String(given));
    return String(given);
  };
  const entries = (): Entry[] =>
    [
      ...calls.map((call) => fromCall(call, idOf(call))),
      ...deliveries.map((delivery) => fromDelivery(delivery, idOf(delivery))),
    ].sort((a, b) => b.at - a.at || Number(b.id) - Number(a.id));

  return {
    look: async ({ text = '', way = '', kind = '' }: HoodFilter): Promise<SandboxHood> => {
      const all = entries();
      const kept = all
        .filter((one) => (way === '' || one.way === way) && (kind === '' || one.kind === kind))
        .filter((one) => text === '' || holds(one, text.toLowerCase()));
      return {
        // As JSON, without the details: those are functions.
        exchanges: kept.slice(0, SHOWN),
        found: kept.length,
        total: all.length,
        kinds: [...new Set(all.map((one) => one.kind))].sort(),
        faults: sources.faults(),
        isDown: sources.isDown(),
        said: { ...saidIn(world), notYet: await sources.unsaid().catch(() => 0) },
      };
    },
    /** All of one exchange, without tokens. */
    detail: (id: string): Json | undefined =>
      entries()
        .find((one) => one.id === id)
        ?.detail(),
  };
}

const holds = ({ detail, kind, about }: Entry, text: string): boolean =>
  `${kind} ${about} ${JSON.stringify(detail())}`.toLowerCase().includes(text);

function fromCall(call: ApiCall, id: string): Entry {
  const { method, args, at, answer, fault } = call;
  const error = answer?.ok === false ? textOf(answer.error) : undefined;
  const why = fault?.kind ?? error;
  return {
    id,
    way: 'to-slack',
    at,
    kind: method,
    about: aboutOf(args),
    outcome: fault && fault.kind !== 'delay' ? 'spoiled' : error ? 'refused' : answer ? 'ok' : 'pending',
    ...(why === undefined ? {} : { why }),
    detail: () => safe({ request: args, answer: answer ?? null, ...(fault ? { fault } : {}) }),
  };
}

function fromDelivery({ type, payload, at, attempts }: Delivery, id: string): Entry {
  const [first] = attempts;
  const failed = first && !first.ack.acked ? first.ack.error : undefined;
  return {
    id,
    way: 'from-slack',
    at,
    kind: kindOf(type, payload),
    about: aboutOf(payload),
    outcome: failed ? 'spoiled' : first ? 'ok' : 'pending',
    ...(failed === undefined ? {} : { why: failed }),
    ...(first ? { ms: Math.round(first.ms) } : {}),
    detail: () =>
      safe({
        payload,
        attempts: attempts.map(({ ack, ms, retry }) => ({ ...ack, ms: Math.round(ms), ...retry })),
      }),
  };
}

/** `/case`, `block_actions`, `app_mention`: what a reader would call it. */
function kindOf(type: string, payload: Json): string {
  const event = isObject(payload.event) ? textOf(payload.event.type) : undefined;
  return event ?? textOf(payload.command) ?? textOf(payload.type) ?? type;
}

/** The words that tell one request from the next. */
function aboutOf(given: Json): string {
  const [action] = listOf(given.actions);
  const said = [
    isObject(action) ? textOf(action.action_id) : undefined,
    textOf(given.text),
    textOf(given.channel),
    isObject(given.view) ? textOf(given.view.callback_id) : undefined,
    textOf(given.user_name),
    isObject(given.user) ? textOf(given.user.name) : textOf(given.user),
  ];
  return said
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
    .slice(0, 120);
}

const SECRET = /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=[?&]ticket=)[^&"\s]+/g;

/** A copy in which no token stands. */
const safe = (json: Json): Json =>
  objectOf(
    JSON.parse(
      JSON.stringify(json, (key: string, value: unknown) => {
        if (key === 'token') return '•••';
        return typeof value === 'string' ? value.replaceAll(SECRET, '•••') : value;
      }),
    ),
  );

/** Every message of the product carries a key of its own: two with the same one say the same twice. */
function saidIn({ messages }: World): { once: number; twice: number } {
  const counts = new Map<string, number>();
  for (const { metadata } of messages) {
    if (!metadata) continue;
    const key = JSON.stringify(metadata);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const times = [...counts.values()];
  return { once: times.filter((n) => n === 1).length, twice: times.filter((n) => n > 1).length };
}
