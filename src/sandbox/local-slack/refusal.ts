import type { Json } from './json.ts';

/** An error answer of the Web API. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Json;

  constructor(code: string, details: Json = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }

  /** A refusal with the findings that Slack lists in `response_metadata.messages`. */
  static because(code: string, messages: string[]): Refusal {
    const metadata = { response_metadata: { messages: messages.map((one) => `[ERROR] ${one}`) } };
    return new Refusal(code, code === 'invalid_blocks' ? { errors: messages, ...metadata } : metadata);
  }
}
