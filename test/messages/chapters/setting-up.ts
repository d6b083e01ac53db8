import type { SetupView } from '../../../src/desk/views/setup-view.ts';
import { channelId, storeId } from '../../../src/domain/ids.ts';
import type { LineProblem } from '../../../src/domain/setup/stores-list.ts';
import type { StoreProfile } from '../../../src/domain/team.ts';
import { HOUR } from '../../../src/domain/time.ts';
import { SCOPE_WORDS } from '../../../src/i18n/scopes.ts';
import { SETUP_WORDS } from '../../../src/i18n/setup.ts';
import { START_PROBLEMS } from '../../../src/i18n/start-problems.ts';
import { setupMessage } from '../../../src/slack/blocks/setup/setup-message.ts';
import { startedMessage } from '../../../src/slack/blocks/setup/started-message.ts';
import { channelForm } from '../../../src/slack/setup/channel-form.ts';
import { peopleForm } from '../../../src/slack/setup/people-form.ts';
import { previewView } from '../../../src/slack/setup/preview-view.ts';
import { storesForm } from '../../../src/slack/setup/stores-form.ts';
import { FakeDesk } from '../../slack/fake-desk.ts';
import { plain } from '../../slack/plain.ts';
import { FRIDAY, LI, MONDAY, WANG, ZHAO } from '../../slack/story.ts';
import { said, type WriteChapter } from '../chapter.ts';
import { plainView } from '../plain-view.ts';
import { leadReading, quietSurface } from '../quiet-surface.ts';

export const STORE_A: StoreProfile = {
  store: { id: storeId('store-a'), name: 'Store A' },
  marketplaces: ['US', 'DE'],
  keeper: LI,
  cover: WANG,
  defaultOwner: null,
  channel: null,
  submitters: [LI, ZHAO],
  premium: false,
};
const STORE_B: StoreProfile = {
  ...STORE_A,
  store: { id: storeId('store-b'), name: 'Store B' },
  keeper: null,
  cover: null,
  submitters: [],
};

const NEW: SetupView = {
  channel: null,
  isChannelChosen: false,
  locale: 'zh-CN',
  zone: 'Asia/Shanghai',
  steps: { channel: 'open', stores: 'open', people: 'open', import: 'open' },
  next: 'channel',
  stores: [],
  leads: [],
  reviewers: [],
  openCases: 0,
  startedAt: null,
};
const HALF: SetupView = {
  ...NEW,
  channel: channelId('C0CASES'),
  isChannelChosen: true,
  steps: { channel: 'done', stores: 'done', people: 'open', import: 'skipped' },
  next: 'people',
  stores: [STORE_A],
};
export const DONE: SetupView = {
  ...HALF,
  locale: 'en',
  steps: { channel: 'done', stores: 'done', people: 'done', import: 'done' },
  next: null,
  stores: Array.from({ length: 12 }, (_, i) => (i === 0 ? STORE_A : STORE_B)),
  leads: [WANG],
  reviewers: [ZHAO],
  openCases: 40,
};

const LINES: readonly LineProblem[] = [
  { line: 1, kind: 'no_name' },
  { line: 2, kind: 'no_marketplace', name: 'Store A' },
  { line: 3, kind: 'not_a_marketplace', name: 'Store A', word: 'Europe' },
  { line: 4, kind: 'same_as', name: 'Store A', other: 2 },
  { line: 5, kind: 'long_name', most: 60 },
];

const opening = { opensAt: MONDAY, closesAt: MONDAY + 2 * HOUR };

/** From the terminal to *Start*. */
export const settingUp: WriteChapter = async (locale) => {
  const words = SETUP_WORDS[locale];
  const terminal = START_PROBLEMS[locale];
  const desk = new FakeDesk();
  const asked = { value: '', locale };
  const draw = async (form: typeof channelForm, view: SetupView) => {
    desk.setup.view = async () => view;
    return plainView(await form.draw(quietSurface(desk), leadReading(locale), asked));
  };
  return {
    title: 'Setting up',
    parts: [
      [
        'On the terminal, where Docket can’t start',
        said(
          terminal.botToken('invalid_auth'),
          terminal.notABot,
          terminal.appToken('invalid_auth'),
          terminal.unreachable('https://slack.com/api/', 'ENOTFOUND'),
          terminal.portTaken(3000),
          terminal.notInChannel('#cases', 'docket'),
          terminal.channelUnknown('#cases', 'docket'),
          terminal.channelArchived('#cases'),
          terminal.scopeMissing('users:read'),
        ),
      ],
      [
        'Where the app was installed with fewer scopes',
        said(
          ...Object.entries(SCOPE_WORDS[locale].without).map(([scope, without]) =>
            SCOPE_WORDS[locale].warning(scope, without),
          ),
          SCOPE_WORDS[locale].refused('files:read'),
        ),
      ],
      ['The panel, nothing done', plain(setupMessage({ view: NEW, locale }))],
      ['The panel, half done', plain(setupMessage({ view: HALF, locale }))],
      ['The panel, all done', plain(setupMessage({ view: DONE, locale }))],
      ['The panel, once Docket is on', plain(setupMessage({ view: { ...DONE, startedAt: FRIDAY }, locale }))],
      ['Channel', await draw(channelForm, HALF)],
      [
        'Channel, what can be wrong',
        said(
          words.channel.missing,
          words.channel.archived,
          words.channel.private,
          words.channel.public,
          words.channel.savedInvite('<#C0CASES>'),
        ),
      ],
      ['Stores', await draw(storesForm, NEW)],
      ['Stores, some known', await draw(storesForm, HALF)],
      [
        'Stores, what can be wrong',
        said(words.stores.empty, ...LINES.map(words.stores.problem), words.stores.moreProblems(4)),
      ],
      ['People', await draw(peopleForm, { ...DONE, stores: DONE.stores.slice(0, 1) })],
      [
        'People, below the form',
        said(
          words.people.more(1),
          words.people.more(4),
          words.people.leadMissing,
          words.notMember('Chen Jing'),
          words.changed,
        ),
      ],
      [
        'Look ahead',
        plainView(
          previewView(
            {
              windows: [{ marketplaces: ['US', 'CA'], opening, zone: 'America/New_York' }],
              briefings: Array.from({ length: 21 }, (_, i) => ({
                person: i % 2 ? LI : WANG,
                at: MONDAY - 12 * HOUR,
                zone: 'Asia/Shanghai',
                counts: {
                  checks: i % 2 ? 12 : 0,
                  turns: i % 2 ? 1 : 3,
                  covered: i % 3 ? 0 : 2,
                  forWindow: i % 2 ? 0 : 1,
                  digest: i === 0,
                },
              })),
            },
            locale,
          ),
        ),
      ],
      ['Look ahead, with nothing in it', plainView(previewView({ windows: [], briefings: [] }, locale))],
      ['After Start, to whoever pressed it', said(words.startedNow('<#C0CASES>'), words.startedAlready)],
      ['After Start, in the channel', plain(startedMessage(locale))],
    ],
  };
};
