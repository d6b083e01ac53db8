import { commonRefusal } from '../domain/decide/guards.ts';
import type { CaseNumber } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusals.ts';
import { ANSWERS } from '../i18n/answers.ts';
import { STEPS } from '../i18n/steps.ts';
import { LISTENERS } from './actions/listeners.ts';
import { readNumber } from './click.ts';
import type { Asked } from './command.ts';
import { CASE_FORMS } from './modals/case-forms.ts';
import { showCase, showHelp } from './panels.ts';
import { plainText } from './plain-text.ts';
import { readerOf } from './reader.ts';
import { refusalMarkup } from './refuse.ts';
import { readStep, type Step } from './steps.ts';
import type { Caller, Place, Surface } from './surface.ts';
import { givenBack, tell } from './tell.ts';

/** What a person said to Docket, by a command or by its name. */
export interface Spoken {
  readonly caller: Caller;
  readonly place: Place;
  /** The same for every delivery of the same words. */
  readonly key: string;
  /** Null where Slack gives no way to open a form. */
  readonly triggerId: string | null;
}

type AskedStep = Extract<Asked, { kind: 'step' }>;

/** A step in words does what its button does, through the same command; what is left open, its form asks. */
export async function runStep(surface: Surface, spoken: Spoken, asked: AskedStep): Promise<void> {
  const { caller, place, key } = spoken;
  // What Slack wrapped into links was typed as plain words; a person stays a mention.
  const text = asked.word === 'assign' ? asked.text : plainText(asked.text);
  /** With what was typed, so that nobody writes it twice. */
  const refuse = async (refusal: Refusal): Promise<void> => {
    const { locale } = await readerOf(surface, caller);
    await tell(surface, caller, place, givenBack(refusalMarkup(refusal, locale), plainText(asked.text)));
  };
  const number = await numberOf(surface, spoken, asked);
  if (number === null)
    return asked.number === null
      ? showHelp(surface, caller, place, { kind: 'number_missing', word: asked.word })
      : refuse({ code: 'unknown_case', number: asked.number });
  const [{ person, isGuest, locale }, view] = await Promise.all([
    readerOf(surface, caller),
    surface.desk.view(caller.workspace, number),
  ]);
  if (person === null || isGuest) return refuse({ code: 'guest' });
  if (view === null) return refuse({ code: 'unknown_case', number });
  const now = surface.desk.now();
  const step = readStep({ word: asked.word, text, view, locale, now, zone: person.zone });
  switch (step.kind) {
    case 'command': {
      const answer = await surface.desk.act({ ...caller, key }, number, step.command);
      if (!answer.ok) return refuse(answer.refusal);
      return tell(surface, caller, place, { text: ANSWERS[locale].noted(number) });
    }
    case 'problem':
      return tell(surface, caller, place, givenBack(step.text, text));
    case 'form': {
      const form = CASE_FORMS.find(({ id }) => id === step.action);
      const refusal = form && commonRefusal(view.case, form.asks, person);
      return refusal ? refuse(refusal) : askTheRest(surface, spoken, number, { ...step, text }, locale);
    }
    default: {
      const never: never = step;
      return never;
    }
  }
}

/** The number that was said; in a thread, that of its case. */
async function numberOf(
  { desk }: Surface,
  { caller, place }: Spoken,
  { number }: AskedStep,
): Promise<CaseNumber | null> {
  if (number !== null) return readNumber(number);
  const { channel, threadTs } = place;
  return channel === null || threadTs === null
    ? null
    : desk.caseOfThread(caller.workspace, { channel, ts: threadTs });
}

async function askTheRest(
  surface: Surface,
  { caller, place, key, triggerId }: Spoken,
  number: CaseNumber,
  { action, missing, text }: Extract<Step, { kind: 'form' }> & { readonly text: string },
  locale: keyof typeof STEPS,
): Promise<void> {
  if (triggerId !== null)
    return LISTENERS[action](surface, { caller, place, action, number, triggerId, key, isMute: true, text });
  // A mention brings no way to open a form; the case's buttons do.
  await tell(surface, caller, place, { text: `${missing}\n${STEPS[locale].useButton}` });
  await showCase(surface, caller, place, number);
}
