import { ANSWERS } from '../i18n/answers.ts';
import { STORE_WORDS } from '../i18n/stores.ts';
import { mention } from './blocks/text.ts';
import { readOpenMeta } from './modals/open/meta.ts';
import type { Done } from './open-submission.ts';
import type { ViewPayload } from './payloads.ts';
import { permalink } from './permalink.ts';
import { readerOf } from './reader.ts';
import type { Caller, Place, Surface } from './surface.ts';
import { tell } from './tell.ts';

/**
 * Says what became of the form, where it was opened. The case is there whether or not this arrives, and its
 * card says the same to everybody: so where Docket can't speak (no member, address expired), it tries the
 * channel of the cases, and then leaves it at that.
 */
export async function tellDone(
  surface: Surface,
  caller: Caller,
  view: ViewPayload,
  done: Done,
): Promise<void> {
  const { channel, threadTs } = readOpenMeta(view.private_metadata);
  const [{ locale }, opened, caseChannel] = await Promise.all([
    readerOf(surface, caller),
    surface.desk.view(caller.workspace, done.number),
    surface.desk.caseChannel(caller.workspace),
  ]);
  const words = ANSWERS[locale];
  const posted = opened?.case.channel ?? caseChannel;
  const inChannel = posted === null ? '' : words.inChannel(`<#${posted}>`);
  const where = opened?.thread ? words.atThread(permalink(surface.teamUrl, opened.thread)) : inChannel;
  const owner = opened?.case.owner ?? null;
  const isOthers = done.kind === 'opened' && owner !== null && owner !== caller.person;
  const said = done.asFirstSent ? words.openedAsFirstSent(done.number) : words[done.kind](done.number, where);
  const text = said + (isOthers ? STORE_WORDS[locale].ownedBy(mention(owner)) : '');

  const responseUrl = surface.memory.responseUrls.get(view.id) ?? null;
  const places: Place[] = [
    ...(responseUrl === null ? [] : [{ channel, threadTs, responseUrl }]),
    { channel, threadTs, responseUrl: null },
    ...(caseChannel === null ? [] : [{ channel: caseChannel, threadTs: null, responseUrl: null }]),
  ];
  for (const place of places) {
    try {
      await tell(surface, caller, place, { text });
      return;
    } catch (err) {
      surface.log.info({ err, case: done.number }, 'Could not say here that the case is open');
    }
  }
}
