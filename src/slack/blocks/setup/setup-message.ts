import type { KnownBlock } from '@slack/types';
import type { SetupView } from '../../../desk/views/setup-view.ts';
import type { Locale } from '../../../domain/locale.ts';
import { SETUP_STEPS, type SetupStep } from '../../../domain/setup/steps.ts';
import { SETUP_WORDS } from '../../../i18n/setup.ts';
import { cityOf } from '../../../i18n/times.ts';
import { SETUP } from '../../setup/ids.ts';
import { row } from '../buttons.ts';
import { labelledButton } from '../labelled-button.ts';
import type { Message } from '../message.ts';
import { inline, mention, section } from '../text.ts';

const MARKS = { done: '✓', skipped: '–', open: '○' } as const;
/** Names of stores that a line has room for. */
const NAMED = 4;

/** How far the set-up is: one line and one button for each step, then what ends it. */
export function setupMessage({
  view,
  locale,
}: {
  readonly view: SetupView;
  readonly locale: Locale;
}): Message {
  const words = SETUP_WORDS[locale];
  const title = view.startedAt === null ? words.title : words.titleStarted;
  const intro = view.startedAt === null ? words.intro : words.introStarted;
  const { next } = view;
  return {
    text: title,
    blocks: [
      section(`*${title}*\n${intro}`),
      ...SETUP_STEPS.map((step) => stepBlock(step, view, locale)),
      ...row([
        ...(view.startedAt === null && next === null
          ? [labelledButton(SETUP.start, words.start, { primary: true })]
          : []),
        labelledButton(SETUP.preview, words.preview),
        ...(view.startedAt === null && next !== null
          ? [
              labelledButton(SETUP.start, words.start),
              labelledButton(SETUP.skip, words.skip(words.steps[next]), { value: next }),
            ]
          : []),
      ]),
    ],
  };
}

function stepBlock(step: SetupStep, view: SetupView, locale: Locale): KnownBlock {
  const words = SETUP_WORDS[locale];
  const state = view.steps[step];
  const said = state === 'done' ? doneWords(step, view, locale) : words.states[state];
  return {
    ...section(`${MARKS[state]} *${words.steps[step]}*\n${said}`),
    accessory: labelledButton(SETUP[step], state === 'done' ? words.change[step] : words.begin[step], {
      primary: view.startedAt === null && view.next === step,
    }),
  };
}

function doneWords(step: SetupStep, view: SetupView, locale: Locale): string {
  const words = SETUP_WORDS[locale];
  switch (step) {
    case 'channel':
      return [
        view.channel === null ? '' : `<#${view.channel}>`,
        words.languages[view.locale],
        words.zoneOf(cityOf(view.zone, locale)),
      ]
        .filter(Boolean)
        .join(' · ');
    case 'stores': {
      const names = view.stores.slice(0, NAMED).map(({ store }) => inline(store.name, 30));
      return words.storesDone(view.stores.length, names);
    }
    case 'people':
      return words.peopleDone(
        view.leads.slice(0, NAMED).map(mention),
        view.stores.filter(({ keeper }) => keeper !== null).length,
        view.stores.length,
      );
    case 'import':
      return words.importDone(view.openCases);
    default: {
      const never: never = step;
      return never;
    }
  }
}
