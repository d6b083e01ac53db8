import { describe, expect, test } from 'vitest';
import type { MorningView } from '../../src/desk/views/briefing-view.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { DEFAULT_HABITS } from '../../src/domain/team.ts';
import { HOUR } from '../../src/domain/time.ts';
import { briefMessage } from '../../src/slack/blocks/briefing.ts';
import { settingsView } from '../../src/slack/briefings/settings-form.ts';
import { MORNING, numbers, OTHERS, sample } from './brief-samples.ts';
import { plain } from './plain.ts';
import { MONDAY, viewOf } from './story.ts';

describe.each(LOCALES)('what one person is told, in %s', (locale) => {
  test('the morning, with everything that it can hold', () => {
    expect(plain(briefMessage({ view: MORNING, lateSince: null, locale }))).toMatchSnapshot();
  });

  test.each(Object.keys(OTHERS))('%s', (name) => {
    const view = OTHERS[name] ?? MORNING;
    expect(plain(briefMessage({ view, lateSince: null, locale }))).toMatchSnapshot();
  });

  test('late, it says so', () => {
    const view = { ...MORNING, back: null, digest: null, covering: [], checks: [], alsoWaiting: [] };
    expect(plain(briefMessage({ view, lateSince: MONDAY - 20 * HOUR, locale }))).toMatchSnapshot();
  });

  test('however much there is, Slack takes it', () => {
    const line = { view: viewOf(sample('preparing, an edited summary')), looked: null, isDue: true };
    const view: MorningView = {
      ...MORNING,
      checks: Array.from({ length: 10 }, (_, i) => ({
        store: `Store ${i} ${'x'.repeat(60)}`,
        lines: [line],
      })),
      alsoWaiting: numbers(...Array.from({ length: 60 }, (_, i) => i + 100)),
      yourTurn: Array.from({ length: 8 }, () => ({ view: line.view, reason: 'deadline' as const })),
    };
    const { blocks, text } = briefMessage({ view, lateSince: MONDAY, locale });
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(blocks).length).toBeLessThan(13_000);
    expect(text.length).toBeLessThan(200);
  });

  test('the form for it asks leads about the digest, and nobody else', () => {
    const reader = { habits: DEFAULT_HABITS, zone: 'Asia/Shanghai', isLead: true };
    expect(settingsView(reader, locale).blocks).toHaveLength(4);
    expect(settingsView({ ...reader, isLead: false }, locale).blocks).toHaveLength(3);
  });
});
