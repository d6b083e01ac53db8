import { WebClient } from '@slack/web-api';
import { personId, workspaceId } from '../../src/domain/ids.ts';
import type { Locale } from '../../src/domain/locale.ts';
import { LatestOnly } from '../../src/slack/latest-only.ts';
import { newMemory } from '../../src/slack/memory.ts';
import type { Caller, Surface } from '../../src/slack/surface.ts';
import type { FakeDesk } from '../slack/fake-desk.ts';

const quiet = () => {};

/** Enough of a surface to draw a form; Slack itself is never asked. */
export const quietSurface = (desk: FakeDesk): Surface => ({
  desk,
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  client: new WebClient('none'),
  workspace: workspaceId('T0TEAM'),
  botUser: 'U0DOCKET',
  missingScopes: [],
  teamUrl: 'https://example.slack.com/',
  memory: newMemory(),
  defaultLocale: 'en',
  redraws: new LatestOnly(),
  newReference: () => 'K7Q2',
});

/** A lead who reads this language. */
export const leadReading = (locale: Locale): Caller => ({
  workspace: workspaceId('T0TEAM'),
  person: personId(locale === 'en' ? 'U0MARIA' : 'U0LINA'),
});
