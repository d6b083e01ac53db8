import type { Subject } from '../../domain/identifiers.ts';

/** A letter to Amazon as a careful owner writes it. */
export const letter = (subject: string, ...paragraphs: string[]): string =>
  [`Subject: ${subject}`, ...paragraphs].join('\n\n');

export const asin = (value: string): Subject => ({ kind: 'asin', value });
