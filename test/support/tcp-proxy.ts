import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that a test may cut: whoever uses it sees a network that fails. */
export interface TcpProxy {
  /** The server's address, over this line. */
  readonly url: string;
  /** Connections stay open, new ones are taken, and nothing passes until it heals. */
  freeze(): void;
  /** Resets all connections; new ones work. */
  cut(): void;
  /** Resets all connections, and each new one. */
  refuse(): void;
  /** The next request that holds these words is carried out; its connection is reset instead of the answer. */
  loseAnswerTo(words: string): void;
  /** What was held up passes now. */
  heal(): void;
  close(): Promise<void>;
}

/** In front of the server of a URL (`postgres://…`, `redis://…`), on a free port. */
export async function tcpProxy(to: string): Promise<TcpProxy> {
  const { hostname: host, port } = new URL(to);
  const lines = new Set<readonly [Socket, Socket]>();
  let state: 'open' | 'frozen' | 'refusing' = 'open';
  let unanswered: string | null = null;

  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (state === 'refusing') return void client.resetAndDestroy();
    const remote = connect({ host, port: Number(port), allowHalfOpen: true });
    const line = [client, remote] as const;
    const end = (): void => {
      lines.delete(line);
      for (const socket of line) socket.resetAndDestroy();
    };
    for (const socket of line) socket.setNoDelay().on('error', end).on('close', end);
    client.on('data', (request: Buffer) => {
      if (unanswered === null || !request.includes(unanswered)) return;
      unanswered = null;
      remote.unpipe(client).once('data', end).resume();
    });
    pass(line);
    lines.add(line);
    if (state === 'frozen') hold(line);
  });
  const pass = ([client, remote]: readonly [Socket, Socket]): void => {
    client.pipe(remote);
    remote.pipe(client);
  };
  const hold = ([client, remote]: readonly [Socket, Socket]): void => {
    client.unpipe(remote).pause();
    remote.unpipe(client).pause();
  };
  const cut = (): void => {
    for (const [client, remote] of lines) {
      client.resetAndDestroy();
      remote.resetAndDestroy();
    }
  };
  const here = new URL(to);
  here.port = String(await listening(server));
  return {
    url: here.href,
    freeze: () => {
      state = 'frozen';
      for (const line of lines) hold(line);
    },
    cut,
    refuse: () => {
      state = 'refusing';
      cut();
    },
    loseAnswerTo: (words) => {
      unanswered = words;
    },
    heal: () => {
      if (state === 'frozen') for (const line of lines) pass(line);
      state = 'open';
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
