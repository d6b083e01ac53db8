import type { ViewResponseAction } from '@slack/bolt';
import type { Locale } from '../domain/locale.ts';
import { ANSWERS } from '../i18n/answers.ts';
import { faultText, logFault } from './fault.ts';
import { endView } from './modals/plain-views.ts';
import { typedTexts } from './modals/typed.ts';
import type { ViewPayload } from './payloads.ts';
import { type Caller, localeOf, type Surface } from './surface.ts';
import { PATIENCE_MS, within } from './within.ts';

/** What Slack does with a form that was sent: null closes it. */
export type Response = ViewResponseAction | null;

interface Sent {
  readonly caller: Caller;
  readonly view: ViewPayload;
  /** For the log: which form. */
  readonly what: string;
  readonly title: (locale: Locale) => string;
  readonly submit: (locale: Locale) => string;
}

/** Decides on a form in the three seconds that Slack gives. Whatever happens, what was typed is kept. */
export async function answerSubmission(
  surface: Surface,
  sent: Sent,
  decide: () => Promise<Response>,
  unanswered: (text: string) => Response = (text) =>
    underFirstField(sent, text, localeOf(surface, sent.caller)),
): Promise<Response> {
  const { caller, what } = sent;
  const words = () => ANSWERS[localeOf(surface, caller)];
  try {
    const late = (err: unknown) => void logFault(surface, caller, err, `${what}, late`);
    const decided = await within(PATIENCE_MS, decide(), late);
    if (!decided.late) return decided.value;
    const reference = logFault(surface, caller, new Error('The desk did not answer in time'), what);
    return unanswered(words().slow(sent.submit(localeOf(surface, caller)), reference));
  } catch (err) {
    const reference = logFault(surface, caller, err, what);
    return unanswered(faultText(err, localeOf(surface, caller), reference));
  }
}

/** Errors can stand under inputs only; a form without any ends with the text instead. */
function underFirstField({ view, title }: Sent, text: string, locale: Locale): Response {
  const [first] = inputsOf(view);
  if (first !== undefined) return { response_action: 'errors', errors: { [first]: text } };
  return {
    response_action: 'update',
    view: endView(title(locale), text, typedTexts(view.state.values), locale),
  };
}

export const inputsOf = (view: ViewPayload): string[] =>
  view.blocks.flatMap(({ type, block_id: id }) => (type === 'input' && id ? [id] : []));
