import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decode, readListFile } from '../../src/slack/import/file.ts';

/** A Slack that answers for one file so. */
async function reading(answer: RequestListener, more: { url?: string; size?: number } = {}) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const home = `http://127.0.0.1:${port}`;
  const client = { token: 'xoxb-ours', slackApiUrl: `${home}/api/` };
  const file = { id: 'F1', name: 'cases.csv', url: `${home}/files-pri/F1`, size: 10, ...more };
  return readListFile(client, file);
}

describe('a file in the form', () => {
  it('is read with the bot’s token', async () => {
    const read = await reading((request, response) => response.end(request.headers.authorization));
    expect(read).toEqual({ ok: true, text: 'Bearer xoxb-ours' });
  });

  it('is said to need a scope where Slack shows its login page, with status 200', async () => {
    const page: RequestListener = (_, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end('<!DOCTYPE html>');
    expect(await reading(page)).toEqual({ ok: false, problem: 'fileScope' });
  });

  it('is not read beyond a megabyte, whatever its size is said to be', async () => {
    const large: RequestListener = (_, response) => response.end('x'.repeat(1_000_001));
    expect(await reading(large)).toEqual({ ok: false, problem: 'fileTooLarge' });
    expect(await reading(large, { size: 1_000_001 })).toEqual({ ok: false, problem: 'fileTooLarge' });
  });

  it('is asked for again where Slack fails', async () => {
    const failing: RequestListener = (_, response) => response.writeHead(503).end();
    expect(await reading(failing)).toEqual({ ok: false, problem: 'fileAway' });
  });

  it('never takes the token to another host', async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('mine');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => elsewhere.once('listening', resolve));
    onTestFinished(() => void elsewhere.close());
    const { port } = elsewhere.address() as AddressInfo;
    for (const url of [`http://127.0.0.1:${port}/x`, 'https://slack.com.example.org/x'])
      expect(await reading(() => {}, { url })).toEqual({ ok: false, problem: 'fileAway' });
    expect(asked).toEqual([]);
  });

  it('may be UTF-8, UTF-16 with its mark, or what Excel in China writes', () => {
    const gb = new Uint8Array([0xb5, 0xea, 0xc6, 0xcc]);
    const big = Buffer.from('\uFEFF店铺', 'utf16le').swap16();
    expect(decode(Buffer.from('店铺'))).toBe('店铺');
    expect(decode(Buffer.from('\uFEFF店铺'))).toBe('店铺');
    expect(decode(Buffer.from('\uFEFF店铺', 'utf16le'))).toBe('店铺');
    expect(decode(big)).toBe('店铺');
    expect(decode(gb)).toBe('店铺');
    expect(decode(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBeNull();
  });
});
