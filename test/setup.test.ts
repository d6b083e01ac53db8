import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { get } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { expect, test } from 'vitest';
import { takeForbiddenAttempts } from './setup.ts';

const outside: Record<string, () => unknown> = {
  'a socket': () => connect(80, 'slack.invalid'),
  'a socket with options': () => connect({ port: 80, host: '192.0.2.1' }),
  'a TLS socket': () => connectTls({ port: 443, host: 'slack.invalid' }),
  'an http request': () => get('http://slack.invalid/'),
  'a datagram': () => createSocket('udp4').unref().send('x', 53, '192.0.2.1'),
};

for (const [name, attempt] of Object.entries(outside)) {
  test(`${name} beyond this machine is refused`, () => {
    expect(attempt).toThrow('tests stay on this machine');
    expect(takeForbiddenAttempts()).toHaveLength(1);
  });
}

test('fetch beyond this machine is refused', async () => {
  await expect(fetch('http://slack.invalid/')).rejects.toThrow('fetch failed');
  expect(takeForbiddenAttempts()).toEqual(['slack.invalid']);
});

test('loopback stays open', async () => {
  const server = createServer((socket) => socket.end('hello'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [greeting] = await once(connect(port, 'localhost'), 'data');
  expect(String(greeting)).toBe('hello');
  server.close();
});
