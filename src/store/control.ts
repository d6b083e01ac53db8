import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { DataFolderError } from './data-folder.ts';
import { errorCode } from './file-errors.ts';

/** What another process on this machine may ask of the one that holds the data folder. */
const askSchema = z.object({ ask: z.enum(['snapshot', 'restart']) });
export type Ask = z.infer<typeof askSchema>['ask'];

const replySchema = z.union([
  z.object({ ok: z.literal(true), file: z.string().optional(), bytes: z.number().optional() }),
  z.object({ ok: z.literal(false), why: z.string() }),
]);
export type Reply = z.infer<typeof replySchema>;

/** macOS allows 104 bytes, Linux 108. */
const LONGEST_PATH = 100;

/** One line of JSON each way. Throws where the folder's path is too long for a socket. */
function socketPath(dataDir: string): string {
  const folder = resolve(dataDir);
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\docket-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const path = join(folder, 'docket.sock');
  if (Buffer.byteLength(path) <= LONGEST_PATH) return path;
  throw new DataFolderError(
    `The path of the data folder ${folder} is too long for a socket, so a running Docket can't be asked. ` +
      'The daily snapshots are in the folder snapshots there; or stop Docket and ask again.',
  );
}

/** Answers until it is stopped. The caller holds the folder's lock: what lies there is a dead one's. */
export async function startControl(
  dataDir: string,
  answer: (ask: Ask) => Promise<Reply>,
): Promise<{ stop(): Promise<void> }> {
  const path = socketPath(dataDir);
  await rm(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // Whoever asked is gone; the answer is for nobody.
    socket.on('error', () => undefined);
    converse(socket, answer).catch((error: unknown) => socket.destroy(asError(error)));
  });
  await listen(server, path);
  server.unref();
  return {
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Made for its owner alone: the umask holds for the moment in which the socket appears. */
function listen(server: Server, path: string): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', failed);
    const before = process.umask(0o177);
    try {
      server.listen(path, listening);
    } finally {
      process.umask(before);
    }
  });
}

async function converse(socket: Socket, answer: (ask: Ask) => Promise<Reply>): Promise<void> {
  let reply: Reply;
  try {
    const { ask } = askSchema.parse(JSON.parse(await lineFrom(socket)));
    reply = await answer(ask);
  } catch (error) {
    reply = { ok: false, why: asError(error).message };
  }
  socket.end(`${JSON.stringify(reply)}\n`);
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

async function lineFrom(socket: Socket): Promise<string> {
  for await (const line of createInterface({ input: socket })) return line;
  throw new Error('The connection ended without a word');
}

/** Asks the process that holds the folder; null where none listens. @throws where it broke off. */
export async function askRunning(dataDir: string, ask: Ask): Promise<Reply | null> {
  const socket = connect(socketPath(dataDir));
  try {
    const line = new Promise<string>((said, failed) => {
      socket.once('error', failed);
      lineFrom(socket).then(said, failed);
    });
    socket.write(`${JSON.stringify({ ask })}\n`);
    return replySchema.parse(JSON.parse(await line));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return null;
    throw error;
  } finally {
    socket.destroy();
  }
}
