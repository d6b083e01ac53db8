import type { OpenCase } from '../commands.ts';
import { claimKeys } from '../duplicates.ts';
import type { Opened } from '../events.ts';
import type { Refusal, Rival } from '../refusals.ts';
import type { Facts } from './decision.ts';

type OpenDecision =
  | { readonly ok: true; readonly event: Opened }
  | { readonly ok: false; readonly refusal: Refusal };

/** Registers a case, unless it has no subject, or somebody has it already and nobody said why it differs. */
export function decideOpen(
  command: OpenCase,
  facts: Pick<Facts, 'now' | 'rivals' | 'recentlyClosed'>,
): OpenDecision {
  const refusal = openingRefusal(command, facts);
  if (refusal) return { ok: false, refusal };
  const { different, type: _, ...what } = command;
  const from = [...facts.rivals, ...facts.recentlyClosed].map((r) => r.number);
  const because = different.trim();
  return {
    ok: true,
    event: { ...what, type: 'opened', different: from.length > 0 && because ? { because, from } : null },
  };
}

function openingRefusal(
  command: OpenCase,
  facts: Pick<Facts, 'now' | 'rivals' | 'recentlyClosed'>,
): Refusal | null {
  if (claimKeys(command).length === 0) return { code: 'no_subject' };
  if (!command.problem.trim()) return { code: 'empty', field: 'text' };
  if (command.deadline && command.deadline.at <= facts.now) return { code: 'time_past' };
  if (command.different.trim()) return null;
  return rivalRefusal(facts.rivals, facts.recentlyClosed);
}

const rivalRefusal = (rivals: readonly Rival[], closed: readonly Rival[]): Refusal | null => {
  if (rivals.length > 0) return { code: 'duplicate', rivals };
  return closed.length > 0 ? { code: 'recently_closed', rivals: closed } : null;
};
