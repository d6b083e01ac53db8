import type { Locale } from '../domain/locale.ts';
import { ANSWERS } from '../i18n/answers.ts';
import { SCOPE_WORDS } from '../i18n/scopes.ts';
import { readMention } from './mention.ts';
import { mentionPayload, responseUrlOf } from './payloads.ts';
import { isTriggerGone, scopeMissing } from './slack-error.ts';
import { type Caller, localeOf, type Place, type Surface } from './surface.ts';
import { givenBack, respond, tell } from './tell.ts';
import { PATIENCE_MS, within } from './within.ts';

/** Nothing is shown while a click is worked on: whoever sees nothing for longer is told so. */
const LONGEST_MS = 2 * PATIENCE_MS;

/** Writes a fault into the log under a reference that the person is shown too. */
export function logFault(
  surface: Surface,
  caller: Caller,
  err: unknown,
  what: string,
  reference = surface.newReference(),
): string {
  surface.log.error(
    { err, reference, workspace: caller.workspace, person: caller.person, what },
    'A listener failed',
  );
  return reference;
}

interface Attempted {
  readonly caller: Caller;
  readonly place: Place;
  /** For the log: a command's word or an action's id, never what was typed. */
  readonly what: string;
  readonly typed?: string;
}

/**
 * Runs what a person asked for; a fault is logged and told with the same reference, and what was typed. What takes
 * too long is told and goes on; what it comes to then stands in the log under that reference.
 */
export async function guarded(
  surface: Surface,
  attempted: Attempted,
  work: () => Promise<void>,
): Promise<void> {
  const { caller, place, what, typed = '' } = attempted;
  const words = () => ANSWERS[localeOf(surface, caller)];
  const say = async (text: string, reference: string): Promise<void> => {
    try {
      await tell(surface, caller, place, givenBack(text, typed));
    } catch (untold) {
      surface.log.error({ err: untold, reference, what }, 'The person could not be told of the fault');
    }
  };
  const reference = surface.newReference();
  const fails = (err: unknown): string => logFault(surface, caller, err, what, reference);
  try {
    const working = work();
    if (!(await within(LONGEST_MS, working, fails)).late) return;
    fails(new Error('The desk did not answer in time'));
    await say(words().uncertain(reference), reference);
    await working.then(
      () => surface.log.info({ reference, what }, 'What took so long is done'),
      () => {},
    );
  } catch (err) {
    fails(err);
    await say(
      isTriggerGone(err) ? words().tooLate : faultText(err, localeOf(surface, caller), reference),
      reference,
    );
  }
}

/** A scope that is missing is nobody's riddle: whoever installed Docket can give it. */
export function faultText(err: unknown, locale: Locale, reference: string): string {
  const scope = scopeMissing(err);
  return scope === null ? ANSWERS[locale].fault(reference) : SCOPE_WORDS[locale].refused(scope);
}

/** Runs what only helps, such as drawing a form again: a fault is logged, and the person goes on without it. */
export async function guardedQuietly(
  surface: Surface,
  caller: Caller,
  what: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (err) {
    logFault(surface, caller, err, what);
  }
}

/** What no listener could answer for, such as a payload that is not Slack's: logged, and told if it can be. */
export async function reportStray(surface: Surface, err: unknown, body: unknown): Promise<void> {
  const reference = surface.newReference();
  surface.log.error({ err, reference }, 'A payload could not be handled');
  const url = responseUrlOf(body);
  if (url === null) return;
  try {
    await respond(url, { text: ANSWERS[surface.defaultLocale].fault(reference) });
  } catch (untold) {
    surface.log.error({ err: untold, reference }, 'The person could not be told of the fault');
  }
}

/** Slack sends an unacknowledged event three times more: at once, after a minute and after five more. */
const LAST_RETRY = 3;

/**
 * An event that could not be worked off. As long as Slack sends it again nobody need know; after that the
 * person does.
 *
 * @throws always: an event that fails must stay unacknowledged.
 */
export async function failEvent(surface: Surface, err: Error, body: unknown, retry: number): Promise<never> {
  const reference = surface.newReference();
  const isLast = retry >= LAST_RETRY;
  const what = isLast ? 'An event failed for good' : 'An event failed; Slack sends it again';
  surface.log.error({ err, reference, retry }, what);
  const { data } = mentionPayload.safeParse(body);
  if (!isLast || !data) throw err;
  const { caller, place } = readMention(surface, data);
  try {
    await tell(surface, caller, place, { text: ANSWERS[localeOf(surface, caller)].fault(reference) });
  } catch (untold) {
    surface.log.error({ err: untold, reference }, 'The person could not be told of the fault');
  }
  throw err;
}
