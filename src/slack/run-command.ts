import { personId } from '../domain/ids.ts';
import { ANSWERS } from '../i18n/answers.ts';
import { runAway, runBack } from './away/run-away.ts';
import { mention } from './blocks/text.ts';
import { openSettings } from './briefings/settings.ts';
import { type Asked, parseCommand, textAfterMention } from './command.ts';
import { guarded } from './fault.ts';
import { showFound } from './find/show-found.ts';
import { offerImport, openImport } from './import/open-import.ts';
import { readMention } from './mention.ts';
import { openCaseForm } from './open-case.ts';
import { listCases, showCase, showHelp } from './panels.ts';
import type { CommandPayload, MentionPayload } from './payloads.ts';
import { plainText } from './plain-text.ts';
import { readerOf } from './reader.ts';
import { tellRefusal } from './refuse.ts';
import { runStep, type Spoken } from './run-step.ts';
import { showSetup } from './setup/panel.ts';
import { showStores } from './stores/list.ts';
import type { Surface } from './surface.ts';
import { tell } from './tell.ts';

/** `/case …` */
export async function runCommand(surface: Surface, payload: CommandPayload): Promise<void> {
  const caller = { workspace: surface.workspace, person: personId(payload.user_id) };
  const place = { channel: payload.channel_id, threadTs: null, responseUrl: payload.response_url ?? null };
  const { trigger_id: triggerId, text } = payload;
  const asked = parseCommand(text);
  const typed = 'text' in asked ? plainText(asked.text) : '';
  await guarded(surface, { caller, place, what: `/case ${asked.kind}`, typed }, () =>
    run(surface, { caller, place, triggerId, key: `command:${triggerId}` }, asked),
  );
}

/**
 * `@Docket …`, the way in where slash commands don't work: in threads. In Docket's own conversation with somebody
 * its name need not be said.
 *
 * @throws what goes wrong, so that the event stays unacknowledged and comes again.
 */
export async function runMention(surface: Surface, payload: MentionPayload): Promise<void> {
  const { caller, place, text, key } = readMention(surface, payload);
  const asked = parseCommand(textAfterMention(text, surface.botUser));
  await run(surface, { caller, place, triggerId: null, key }, asked);
}

async function run(surface: Surface, { caller, place, triggerId, key }: Spoken, asked: Asked): Promise<void> {
  switch (asked.kind) {
    case 'open':
      return triggerId === null
        ? showHelp(surface, caller, place, 'open_needs_button', plainText(asked.text))
        : openCaseForm(surface, { caller, place, triggerId, text: plainText(asked.text) });
    case 'show':
      return showCase(surface, caller, place, asked.number);
    case 'find':
      return showFound(surface, caller, place, plainText(asked.text));
    case 'mine':
      return listCases(surface, caller, place, 'mine');
    case 'list':
      return listCases(surface, caller, place, 'all');
    case 'away':
      return runAway(surface, { caller, place, triggerId, key }, asked.text);
    case 'back':
      return runBack(surface, { caller, place, triggerId, key });
    case 'lead': {
      const made = await surface.desk.makeLead({ ...caller, key }, asked.who);
      if (!made.ok) return tellRefusal(surface, caller, place, made.refusal);
      const { locale } = await readerOf(surface, caller);
      return tell(surface, caller, place, { text: ANSWERS[locale].leadMade(mention(asked.who)) });
    }
    case 'import':
      return triggerId === null
        ? offerImport(surface, caller, place)
        : openImport(surface, { caller, place, triggerId });
    case 'setup':
      return showSetup(surface, caller, place);
    case 'store':
      return showStores(surface, { caller, place, triggerId }, plainText(asked.name));
    case 'settings':
      return openSettings(surface, { caller, place, triggerId });
    case 'step':
      return runStep(surface, { caller, place, triggerId, key }, asked);
    case 'help':
      return showHelp(surface, caller, place, asked.about);
    default: {
      const never: never = asked;
      return never;
    }
  }
}
