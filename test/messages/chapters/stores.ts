import { channelId } from '../../../src/domain/ids.ts';
import { SETUP_WORDS } from '../../../src/i18n/setup.ts';
import { STORE_WORDS } from '../../../src/i18n/stores.ts';
import { storeLines, storeListMessage } from '../../../src/slack/blocks/setup/store-list.ts';
import { storeFormView } from '../../../src/slack/stores/view.ts';
import { plain } from '../../slack/plain.ts';
import { LI } from '../../slack/story.ts';
import { said, type WriteChapter } from '../chapter.ts';
import { plainView } from '../plain-view.ts';
import { DONE, STORE_A } from './setting-up.ts';

export const stores: WriteChapter = (locale) => {
  const words = STORE_WORDS[locale];
  const { store, ...rest } = STORE_A;
  const draft = { ...rest, id: store.id, name: store.name, premium: true, channel: channelId('C0STOREA') };
  const list = { locale, instead: null, mayAdd: true };
  const form = (banner: string | null) => plainView(storeFormView(draft, locale, { metadata: '', banner }));
  const many = [...DONE.stores, ...DONE.stores];
  const lines = (profile: typeof STORE_A) => storeLines(profile, locale).join('\n');
  return {
    title: 'Stores',
    parts: [
      ['The list', plain(storeListMessage({ ...list, stores: [STORE_A] }))],
      [
        'A long list ends so',
        plain(storeListMessage({ ...list, stores: many }))
          .split('\n')
          .slice(-4)
          .join('\n'),
      ],
      ['None yet', plain(storeListMessage({ ...list, stores: [] }))],
      [
        'None yet, to somebody who can’t add any',
        plain(storeListMessage({ ...list, stores: [], mayAdd: false })),
      ],
      [
        'One that nobody knows',
        plain(storeListMessage({ ...list, stores: [STORE_A], instead: words.unknown('Sotre A') })),
      ],
      [
        'A new store',
        plainView(
          storeFormView(
            { ...draft, id: null, name: '', channel: null, keeper: null, cover: null, submitters: [] },
            locale,
            { metadata: '', banner: null },
          ),
        ),
      ],
      ['A store', form(null)],
      ['A store whose keeper is its cover', form(words.coverIsKeeper(`<@${LI}>`))],
      [
        'A store that somebody else changed',
        form(`${SETUP_WORDS[locale].changed}\n${words.now(lines(STORE_A))}`),
      ],
      [
        'A store, to somebody who may only look',
        said(lines({ ...STORE_A, ...draft, keeper: null, submitters: [] }), words.leadsOnly),
      ],
      [
        'What can be wrong',
        said(words.nameMissing, words.marketplaceMissing, words.channelMissing, words.taken('Store A')),
      ],
    ],
  };
};
