import { median } from './numbers.ts';

/** One line of `bench-results.json`: what Docket reaches, beside a peer that does the same. */
export interface Result {
  readonly key: string;
  readonly ours: number;
  readonly beside: number;
  /** Ours by the peer's: the median of the rounds' ratios. */
  readonly ratio: number;
  readonly spread: readonly [min: number, max: number];
  readonly target: string;
  readonly met: boolean;
  readonly unit: string;
  /** How it was measured, and what else was seen. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Where one mark holds for several engines: each of them. */
  readonly parts?: readonly Result[];
}

/** What one round measured on each side. */
export interface Round {
  readonly ours: number;
  readonly beside: number;
}

interface Mark {
  readonly key: string;
  readonly unit: string;
  readonly target: string;
  readonly met: (measured: Pick<Result, 'ours' | 'beside' | 'ratio'>) => boolean;
}

/** The medians of alternating rounds, held against the mark. */
export function resultOf(mark: Mark, rounds: readonly Round[], details: Result['details'] = {}): Result {
  const ratios = rounds.map(({ ours, beside }) => ours / beside);
  const measured = {
    ours: median(rounds.map(({ ours }) => ours)),
    beside: median(rounds.map(({ beside }) => beside)),
    ratio: median(ratios),
  };
  const { key, unit, target, met } = mark;
  const spread = [Math.min(...ratios), Math.max(...ratios)] as const;
  return { key, ...measured, spread, target, met: met(measured), unit, details: { ...details, rounds } };
}

/** One mark for all parts: the part that lies furthest behind its peer, met where each part meets it. */
export function worstOf(key: string, parts: readonly [Result, ...Result[]]): Result {
  const behind = ({ ours, beside }: Result): number => ours - beside;
  const worst = parts.reduce((found, part) => (behind(part) > behind(found) ? part : found));
  return { ...worst, key, met: parts.every(({ met }) => met), parts };
}
