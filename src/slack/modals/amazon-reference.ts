import type { AmazonReference } from '../../domain/case.ts';
import { parseCaseId } from '../../domain/identifiers.ts';
import type { Locale } from '../../domain/locale.ts';
import { MODALS } from '../../i18n/modals.ts';
import { refusalText } from '../../i18n/refusals.ts';

/** A reference is a short code; more than this is a pasted letter. */
const REFERENCE_LIMIT = 200;

export type GivenReference =
  | { readonly ok: true; readonly reference: AmazonReference }
  | { readonly ok: false; readonly problem: string };

/** What Amazon gave us, from whatever was pasted. */
export function readReference(kind: AmazonReference['kind'], text: string, locale: Locale): GivenReference {
  const { problems } = MODALS[locale];
  if (kind === 'case_id') {
    const parsed = parseCaseId(text);
    return parsed.kind === 'case_id'
      ? { ok: true, reference: { kind, id: parsed.id } }
      : { ok: false, problem: problems.caseId[parsed.reason] };
  }
  if (!text)
    return {
      ok: false,
      problem: refusalText({ code: 'empty', field: 'reference' }, locale, { names: String }),
    };
  if (text.length > REFERENCE_LIMIT) return { ok: false, problem: problems.referenceLong };
  return { ok: true, reference: { kind, text } };
}
