import type { WebClient } from '@slack/web-api';
import type { ImportWords } from '../../i18n/import.ts';
import type { ListFile } from './meta.ts';

/** A list of 500 cases is a tenth of it. In bytes. */
const LARGEST = 1_000_000;
/** The form has 2.5 s for its answer. */
const READ_WITHIN_MS = 2_000;

export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'fileTooLarge' | 'fileNotText' | 'fileScope' | 'fileAway' };

export const fileProblem = (words: ImportWords, problem: Extract<FileText, { ok: false }>['problem']) =>
  words[problem];

/** Reads a file that somebody put into a form. Never throws: what goes wrong is for the person to know. */
export async function readListFile(
  client: Pick<WebClient, 'token' | 'slackApiUrl'>,
  { url, size }: ListFile,
): Promise<FileText> {
  if (size > LARGEST) return { ok: false, problem: 'fileTooLarge' };
  if (!isSlacks(url, client.slackApiUrl)) return { ok: false, problem: 'fileAway' };
  try {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${client.token ?? ''}` },
      signal: AbortSignal.timeout(READ_WITHIN_MS),
    });
    // Without the scope Slack leads to its login page, which has status 200.
    if (isPage(answer) || answer.status === 401 || answer.status === 403) {
      await answer.body?.cancel();
      return { ok: false, problem: 'fileScope' };
    }
    if (!answer.ok) {
      await answer.body?.cancel();
      return { ok: false, problem: 'fileAway' };
    }
    const bytes = await bytesOf(answer);
    if (bytes === null) return { ok: false, problem: 'fileTooLarge' };
    const text = decode(bytes);
    return text === null ? { ok: false, problem: 'fileNotText' } : { ok: true, text };
  } catch {
    return { ok: false, problem: 'fileAway' };
  }
}

/** The token goes to Slack only, whatever a payload says. */
function isSlacks(url: string, apiUrl: string): boolean {
  const { hostname, host, protocol } = new URL(url);
  return host === new URL(apiUrl).host || (protocol === 'https:' && /(?:^|\.)slack\.com$/.test(hostname));
}

const isPage = (answer: Response): boolean => /^text\/html/i.test(answer.headers.get('content-type') ?? '');

/** Null where there is more than a list can be. */
async function bytesOf(answer: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | null = answer.body;
  if (body === null) return new Uint8Array();
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LARGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** UTF-8; UTF-16 where a mark in front says so; else GB 18030, which Excel in China writes. Null for other than text. */
export function decode(bytes: Uint8Array): string | null {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  return null;
}
