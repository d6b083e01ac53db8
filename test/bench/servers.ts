import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseOptions } from '../../src/store/database.ts';
import setup from '../global-setup.ts';

/** The servers that tests use: started where they are installed, null where they are not. */
export interface Servers {
  readonly postgres: string | null;
  readonly redis: string | null;
  readonly redisBinary: string | null;
  readonly stop: () => Promise<void>;
}

type Project = Parameters<typeof setup>[0];

export async function startServers(): Promise<Servers> {
  const provided = new Map<string, string | null>();
  const provide = (key: string, value: string | null): unknown => provided.set(key, value);
  const stop = await setup({ provide } as unknown as Project);
  const found = (key: string): string | null => provided.get(key) ?? null;
  return {
    postgres: found('postgresUrl'),
    redis: found('redisUrl'),
    redisBinary: found('redisBinary'),
    stop,
  };
}

/** Works on a database that is then removed. */
export async function onFreshPostgres<T>(
  server: string,
  work: (options: DatabaseOptions & { readonly url: string }) => Promise<T>,
): Promise<T> {
  const name = `docket_bench_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  try {
    return await work({ url: url.href });
  } finally {
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** In a folder, as an installed Docket has it. */
export async function onFreshPglite<T>(work: (options: DatabaseOptions) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'docket-bench-'));
  try {
    return await work({ dataDir });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
