import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { cardMessage } from '../../src/slack/blocks/card.ts';
import { plain } from './plain.ts';
import { CARDS } from './samples.ts';
import { viewOf } from './story.ts';

describe.each(LOCALES)('the card in %s', (locale) => {
  test.each(Object.entries(CARDS))('%s', (_, story) => {
    expect(plain(cardMessage({ view: viewOf(story), now: story.now, locale }))).toMatchSnapshot();
  });
});
