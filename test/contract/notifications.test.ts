import type { PoolClient } from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { engines, useDatabase } from '../engines.ts';

describe.each(engines)('notifications on $name', (engine) => {
  const database = useDatabase(engine);
  const query = (text: string, values?: unknown[]) => database().pool.query(text, values);

  async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await database().pool.connect();
    try {
      return await work(client);
    } finally {
      client.release(true);
    }
  }

  const heardBy = (client: PoolClient): string[] => {
    const heard: string[] = [];
    client.on('notification', ({ channel, payload }) => heard.push(`${channel}: ${payload}`));
    return heard;
  };

  test('reach the clients that listen on the channel, and no other', async () => {
    await withClient((a) =>
      withClient(async (b) => {
        const [heardByA, heardByB] = [heardBy(a), heardBy(b)];
        await a.query('-- BullMQ begins with a comment\nLISTEN one;');
        await b.query('LISTEN two');
        await query(`SELECT pg_notify('one', 'x'), pg_notify('two', $1)`, ['y']);
        await vi.waitFor(() => expect([heardByA, heardByB]).toEqual([['one: x'], ['two: y']]));
      }),
    );
  });

  test('come with the commit', async () => {
    await withClient(async (listener) => {
      const heard = heardBy(listener);
      await listener.query('LISTEN one');
      await withClient(async (client) => {
        await client.query('BEGIN');
        await client.query('NOTIFY one');
        await client.query('SELECT 1');
        expect(heard).toEqual([]);
        await client.query('COMMIT');
      });
      await vi.waitFor(() => expect(heard).toEqual(['one: ']));
    });
  });

  test('end for the client that no longer listens, and for it alone', async () => {
    await withClient((a) =>
      withClient(async (b) => {
        const [heardByA, heardByB] = [heardBy(a), heardBy(b)];
        await a.query('LISTEN one');
        await b.query('LISTEN one');
        await a.query('UNLISTEN one');
        await query('NOTIFY one');
        await vi.waitFor(() => expect(heardByB).toEqual(['one: ']));
        expect(heardByA).toEqual([]);
      }),
    );
  });
});
