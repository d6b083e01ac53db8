/** Every test file runs behind this: no connection leaves the machine, and an attempt fails the test. */
import dgram from 'node:dgram';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import type * as Pglite from '@electric-sql/pglite';
import { afterEach, expect, inject, vi } from 'vitest';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i;
const attempts: string[] = [];

/** What tests tried to reach since the last call; only the guard's own test has a reason to ask. */
export const takeForbiddenAttempts = (): string[] => attempts.splice(0);

/** `net` and `tls` end here, and with them http, fetch, undici, ws, pg and ioredis. */
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  forbid(hostOf(args));
  return Reflect.apply(connect, this, args);
};

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function guarded(this: dgram.Socket, ...args: unknown[]) {
  forbid(args.slice(1).findLast((arg) => typeof arg === 'string'));
  Reflect.apply(send, this, args);
};

/** The host in any of connect's forms: (options), (port, host), (path), or node's own [options, callback]. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = args;
  if (Array.isArray(first)) return hostOf(first);
  const host = typeof first === 'object' && first !== null && 'host' in first ? first.host : second;
  return typeof host === 'string' ? host : undefined;
}

function forbid(host: string | undefined): void {
  if (host === undefined || LOOPBACK.test(host)) return;
  attempts.push(host);
  throw new Error(`A test tried to reach ${host}: tests stay on this machine.`);
}

afterEach(() => {
  expect(takeForbiddenAttempts(), 'connections beyond loopback').toEqual([]);
});

/** A database in memory starts from a dump that has its tables already; one in a folder is made as ever. */
vi.mock('@electric-sql/pglite', async (original) => {
  const real = await original<typeof Pglite>();
  const create = real.PGlite.create.bind(real.PGlite);
  const loading = (options: Pglite.PGliteOptions = {}): Promise<Pglite.PGlite> =>
    create(
      options.dataDir !== undefined || options.loadDataDir || options.fs
        ? options
        : { ...options, loadDataDir: new Blob([readFileSync(inject('readyPglite').dump)]) },
    );
  return Object.assign(real.PGlite, { create: loading }) && real;
});
