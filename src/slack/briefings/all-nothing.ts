import type { Refusal } from '../../domain/refusals.ts';
import { readNumber } from '../click.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup } from '../refuse.ts';
import type { Caller, Place, Surface } from '../surface.ts';
import { tell } from '../tell.ts';
import { redrawBriefing } from './redraw.ts';

export interface AllNothing {
  readonly caller: Caller;
  readonly place: Place;
  /** `12,15,20`: the cases that the button stood for. */
  readonly value: string;
  /** The same for every delivery of the click. */
  readonly key: string;
}

/** One click for every case of a store: each is a step of its own, as if pressed one by one. */
export async function allNothing(surface: Surface, { caller, place, value, key }: AllNothing): Promise<void> {
  const refusals = new Map<string, Refusal>();
  for (const part of value.split(',')) {
    const number = readNumber(part);
    if (number === null) continue;
    const answer = await surface.desk.act({ ...caller, key: `${key}:${number}` }, number, {
      type: 'check_nothing',
    });
    // What somebody recorded in the meantime needs no look any more.
    if (!answer.ok && answer.refusal.code !== 'wrong_status') refusals.set(part, answer.refusal);
  }
  const { locale } = await readerOf(surface, caller);
  await redrawBriefing(surface, caller, place.channel);
  const text = [...new Set([...refusals.values()].map((refusal) => refusalMarkup(refusal, locale)))].join(
    '\n',
  );
  if (text) await tell(surface, caller, place, { text });
}
