import { type AddressInfo, createServer } from 'node:net';

/** Answers each connection as a Postgres that refuses it would, with the next of these SQLSTATEs; the last one for ever. */
export async function refusingPostgres(...codes: [string, ...string[]]) {
  const left = [...codes];
  let tries = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      tries += 1;
      const code = left.length > 1 ? left.shift() : left[0];
      socket.end(errorResponse(`SFATAL\0VFATAL\0C${code}\0Mrefused by the test\0\0`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    url: `postgres://docket:geheim@127.0.0.1:${port}/docket`,
    tries: () => tries,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Byte `E`, the length of what follows, and the fields (Postgres' protocol, “Message Formats”). */
function errorResponse(fields: string): Buffer {
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeUInt32BE(4 + Buffer.byteLength(fields), 1);
  return Buffer.concat([head, Buffer.from(fields)]);
}
