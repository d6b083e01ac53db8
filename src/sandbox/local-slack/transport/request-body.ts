import type { IncomingMessage } from 'node:http';
import { objectOf } from '../json.ts';
import type { Json } from '../json.ts';

const LIMIT_BYTES = 2_000_000;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LIMIT_BYTES) throw new Error('The request is larger than any that Slack takes');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
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
