import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient } from 'pg';

/** A transaction that was begun in this async context. */
interface Held {
  readonly client: PoolClient;
  beginning: boolean;
  released: boolean;
}

const BEGIN = /^\s*(begin|start\s+transaction)\b/i;
const MISUSE =
  'Inside an open transaction only its own handle may be used: on PGlite this call would wait for ever. ' +
  'Pass the transaction on, or do this after it.';

/**
 * A pool whose transactions can't be misused, the same way on every engine: a call past the open transaction
 * of its async context fails at once, and a client given back in the middle of a transaction is thrown away,
 * which rolls it back.
 */
export function guardTransactions(pool: Pool): Pool {
  const context = new AsyncLocalStorage<Held>();
  const openElsewhere = (client: PoolClient | null): boolean => {
    const held = context.getStore();
    return held !== undefined && held.client !== client && isOpen(held);
  };

  function guardClient(client: PoolClient): PoolClient {
    let held: Held | undefined;
    const query = (...args: unknown[]): unknown => {
      if (openElsewhere(client)) return Promise.reject(new Error(MISUSE));
      const result: unknown = call(client, 'query', args);
      if (!BEGIN.test(textOf(args[0]))) return result;
      const mine: Held = { client, beginning: true, released: false };
      held = mine;
      context.enterWith(mine);
      const begun = (): boolean => (mine.beginning = false);
      if (result instanceof Promise) result.then(begun, begun);
      return result;
    };
    const release = (broken?: Error | boolean): void => {
      if (held) held.released = true;
      client.release(broken || inTransaction(client));
    };
    return overlay(client, { query, release });
  }

  return overlay(pool, {
    connect: async () => {
      if (openElsewhere(null)) throw new Error(MISUSE);
      return guardClient(await pool.connect());
    },
    query: (...args: unknown[]): unknown => {
      if (openElsewhere(null)) return Promise.reject(new Error(MISUSE));
      if (BEGIN.test(textOf(args[0])))
        return Promise.reject(new Error('A transaction needs a client of its own: use connect().'));
      return call(pool, 'query', args);
    },
  });
}

const inTransaction = (client: PoolClient): boolean =>
  ['T', 'E'].includes(client.getTransactionStatus() ?? '');

const isOpen = (held: Held): boolean => !held.released && (held.beginning || inTransaction(held.client));

function call(object: object, method: string, args: unknown[]): unknown {
  const own: unknown = Reflect.get(object, method);
  if (typeof own !== 'function') throw new TypeError(`pg has no ${method}()`);
  return Reflect.apply(own, object, args);
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : '';
  return typeof text === 'string' ? text : '';
}

/** The object itself, with some methods replaced: pg's overloads stay, and with them its types. */
function overlay<T extends object>(target: T, methods: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get: (object, key): unknown =>
      typeof key === 'string' && Object.hasOwn(methods, key) ? methods[key] : Reflect.get(object, key),
  });
}
