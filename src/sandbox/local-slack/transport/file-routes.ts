import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiCall } from '../faults.ts';
import { FILE_BYTES, fileAt, fileFrom, shownFile } from '../files.ts';
import { personOn, type Stage } from '../people/stage.ts';
import { json, type WebApiOptions, withFaults } from './web-api.ts';

const LOGIN_PAGE = '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body></body></html>';

/**
 * A file's `url_private`. Without the bot's token and `files:read` Slack answers as it does to a browser: it leads to
 * its login page, which has status 200. Faults and the log know these requests as `url_private`.
 */
export async function serveFile(
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
  { slack, tokens, scopes, calls, faults }: WebApiOptions,
): Promise<void> {
  const file = fileAt(pathname, slack.world);
  const call: ApiCall = {
    method: 'url_private',
    args: { file: file?.id, url: pathname },
    at: slack.world.now(),
    realAt: Date.now(),
  };
  calls.push(call);
  await withFaults(call, response, faults, () => {
    if (!file) return { ok: false, error: 'file_not_found' };
    const known = request.headers.authorization === `Bearer ${tokens.bot}`;
    return known && (scopes?.includes('files:read') ?? true) ? { ok: true } : { ok: false, error: 'login' };
  });
  if (call.fault && call.fault.kind !== 'delay') return;
  if (!file) response.writeHead(404, { 'content-type': 'text/html' }).end('Not found');
  else if (call.answer?.ok !== true) {
    response.writeHead(302, { location: `/signin?redir=${encodeURIComponent(pathname)}` }).end();
  } else {
    const headers = { 'content-type': file.mimetype, 'content-length': file.content.length };
    response.writeHead(200, headers).end(file.content);
  }
}

export function serveLogin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN_PAGE);
}

/** The page hands over a file for a modal's input, before the form is sent, as Slack's own client does. */
export async function serveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  stage: Stage,
): Promise<void> {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const name = searchParams.get('name') ?? '';
  const mimetype = request.headers['content-type'];
  try {
    const user = personOn(stage, searchParams.get('user') ?? '').id;
    const content = await bytesOf(request);
    const choice = { name, content, ...(mimetype === undefined ? {} : { mimetype }) };
    json(response, 200, { ok: true, file: shownFile(fileFrom(choice, user, stage.world)) });
  } catch (error) {
    json(response, 200, { ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

/** Reads to the end whatever its length, so that the page hears the answer; keeps only a little over the limit. */
async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    if (length <= FILE_BYTES) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}
