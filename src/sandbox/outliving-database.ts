import { createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { openDatabase } from '../store/database.ts';
import { wholeMessages } from './postgres-messages.ts';

/** One product's way to the database; another one opens its own. */
export interface DatabaseLine {
  readonly url: string;
  /** As a killed process leaves it: what was under way is rolled back, nothing more comes through. */
  cut(): void;
}

/** An embedded database in memory that stays when the product on it is killed, as a Postgres would. */
export interface OutlivingDatabase {
  line(): Promise<DatabaseLine>;
  close(): Promise<void>;
}

export async function outlivingDatabase(): Promise<OutlivingDatabase> {
  const database = await openDatabase({});
  const session = (): Duplex => {
    const stream = database.pool.options.stream?.();
    if (!stream) throw new Error('The embedded database has no sessions to give');
    return stream;
  };
  const lines: DatabaseLine[] = [];
  return {
    line: async () => {
      const line = await openLine(session);
      lines.push(line);
      return line;
    },
    close: async () => {
      for (const line of lines) line.cut();
      await database.close();
    },
  };
}

async function openLine(session: () => Duplex): Promise<DatabaseLine> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    join(socket, session());
  });
  const port = await listen(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres?sslmode=disable`,
    cut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function join(socket: Socket, session: Duplex): void {
  const read = wholeMessages();
  socket.setNoDelay(true);
  socket.on('data', (bytes) => {
    const { messages, isOver } = read(bytes);
    if (messages.length > 0) session.write(messages);
    if (isOver) socket.end();
  });
  session.on('data', (bytes: Buffer) => socket.write(bytes));
  session.on('error', () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('close', () => session.destroy());
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The database has no port');
  return address.port;
}
