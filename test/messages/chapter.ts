import type { Locale } from '../../src/domain/locale.ts';
import { readable } from '../slack/plain.ts';

/** Messages of one surface, each under its name. */
export interface Chapter {
  readonly title: string;
  readonly parts: readonly Part[];
}

export type Part = readonly [name: string, text: string];

export type WriteChapter = (locale: Locale) => Chapter | Promise<Chapter>;

/** Sentences that stand alone, one to a line. */
export const said = (...sentences: readonly string[]): string =>
  sentences.map((sentence) => readable(sentence)).join('\n');

export const written = (title: string, chapters: readonly Chapter[]): string =>
  [`# ${title}`, ...chapters.map(writtenChapter)].join('\n\n');

const writtenChapter = ({ title, parts }: Chapter): string =>
  [`## ${title}`, ...parts.map(([name, text]) => `### ${name}\n\n\`\`\`text\n${text}\n\`\`\``)].join('\n\n');
