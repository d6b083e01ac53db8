import type { IncomingMessage } from 'node:http';
import type { Json } from '../json.ts';
import { objectOf } from '../json.ts';

const LIMIT = 2_000_000;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > LIMIT) throw new Error('The request is larger than any that Slack takes');
  }
  return body;
}

/** Arguments of a Web API call, from a form, a JSON body or the query; undefined if they can't be read. */
export async function argumentsOf(request: IncomingMessage): Promise<Json | undefined> {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  const body = await bodyOf(request);
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
  }
  try {
    return { ...query, ...objectOf(JSON.parse(body === '' ? '{}' : body)) };
  } catch {
    return undefined;
  }
}
