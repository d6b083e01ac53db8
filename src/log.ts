import { type DestinationStream, pino } from 'pino';
import type { Config } from './config.ts';
import type { Log, LogFields } from './desk/ports/log.ts';

/** Keys that hold a secret wherever they appear. */
const SECRET_KEY = /^(authorization|cookie|set-cookie|password|secret|.*token|.*secret|x-slack-signature)$/i;
/** Keys under which Slack and Docket carry what people wrote. */
const TEXT_KEY =
  /^(text|.*_text|.*Text|blocks|attachments|body|rawBody|view|values|value|private_metadata|summary|note)$/;
/** Slack tokens (xoxb-, xoxp-, xoxe.xoxb-, xapp-, …), bearer headers, and passwords inside addresses. */
const SECRET_IN_TEXT =
  /\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[\w-]+|(?<=\bBearer\s+)[\w.~+/=-]+|(?<=:\/\/[^\s:/@]*:)[^\s@]+(?=@)/gi;
/** Deeper than this nothing is worth a log line, and some Slack clients refer to themselves. */
const MAX_DEPTH = 6;

/** JSON lines on stdout (or `destination`), without secrets and without what people wrote. */
export function createLogger(level: Config['logLevel'], destination?: DestinationStream): Log {
  const options = {
    level,
    base: { pid: process.pid },
    // Errors are ours to write down: pino's own serializer would name the copy instead.
    serializers: { err: (err: unknown) => err },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  const write = (at: 'debug' | 'info' | 'warn' | 'error') => (fields: LogFields, message: string) => {
    if (logger.isLevelEnabled(at)) logger[at](scrubFields(fields, 0), scrubText(message));
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

const scrubText = (text: string): string => text.replaceAll(SECRET_IN_TEXT, '[secret]');

function scrub(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= MAX_DEPTH) return '[deeper]';
  if (value instanceof Error) return scrubError(value, depth);
  if (Array.isArray(value)) return value.map((item) => scrub(item, depth + 1));
  return scrubFields(value, depth);
}

function scrubFields(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]: [string, unknown]) => [key, scrubEntry(key, value, depth)]),
  );
}

function scrubEntry(key: string, value: unknown, depth: number): unknown {
  if (value === undefined || value === null) return value;
  if (SECRET_KEY.test(key)) return '[secret]';
  if (TEXT_KEY.test(key)) return '[text]';
  return scrub(value, depth + 1);
}

/** An error's own fields too: pg's `code`, Slack's `data.error`; the stack holds the message. */
function scrubError(error: Error, depth: number): Record<string, unknown> {
  const { cause } = error;
  return {
    ...scrubFields(error, depth),
    type: error.name,
    message: scrubText(error.message),
    stack: scrubText(error.stack ?? ''),
    ...(cause !== undefined && { cause: scrub(cause, depth + 1) }),
  };
}
