import { CATEGORIES, type Category, type EvidenceNeed } from '../../domain/categories.ts';
import { copyText } from '../../domain/letter.ts';
import type { Locale } from '../../domain/locale.ts';
import { EVIDENCE } from '../../i18n/evidence.ts';
import { PANELS } from '../../i18n/panels.ts';
import { RED } from '../../i18n/red.ts';
import { TERMS } from '../../i18n/terms.ts';
import { buttonsOf, type Choice, row } from './buttons.ts';
import type { CardInput } from './card.ts';
import { Budget, letterBlocks } from './letters.ts';
import type { Message } from './message.ts';
import { nameOf } from './naming.ts';
import { isPossible } from './possible.ts';
import { section } from './text.ts';

/** What *Submit now* shows to whoever submits: where to, text to copy, what to have at hand, and what to press. */
export function submitPack({ view, locale }: Omit<CardInput, 'now'>): Message {
  const c = view.case;
  const words = PANELS[locale];
  const title = `${nameOf(view, locale)} · ${words.submitTitle}`;
  if (!isPossible('submitted', c)) {
    const said = words.alreadySubmitted(TERMS[locale].statuses[c.phase.status]);
    return { text: `${title} · ${said}`, blocks: [section(said)] };
  }
  const unread = view.red && !c.reviewed ? RED[locale].secondReader : '';
  const letter = copyText(c);
  const category = CATEGORIES[c.category];
  const steps = words.submitSteps(TERMS[locale].doors[category.door]);
  return {
    text: title,
    blocks: [
      section([`*${title}*`, unread, steps, letter ? '' : words.noMessage].filter(Boolean).join('\n')),
      ...(letter ? letterBlocks({ label: null, letter }, new Budget(), locale) : []),
      section(checklist(category, locale)),
      ...row(buttonsOf(letter ? WITH_MESSAGE : WITHOUT_MESSAGE, c, locale)),
    ],
  };
}

const WITH_MESSAGE: readonly Choice[] = [
  { name: 'submitted', primary: true },
  { name: 'edit' },
  { name: 'link' },
];
const WITHOUT_MESSAGE: readonly Choice[] = [
  { name: 'edit', primary: true },
  { name: 'submitted' },
  { name: 'link' },
];

function checklist({ evidence, attachments }: Category, locale: Locale): string {
  const words = PANELS[locale];
  const formats = attachments.length > 0 ? words.formats(attachments) : words.noAttachments;
  return [words.evidence, ...evidence.map((need) => `• ${item(need, locale)}`), formats].join('\n');
}

function item({ key, required, maxAgeDays }: EvidenceNeed, locale: Locale): string {
  const words = PANELS[locale];
  const name = EVIDENCE[locale][key];
  const dated = maxAgeDays === undefined ? name : words.maxAge(name, maxAgeDays);
  return required ? dated : words.optional(dated);
}
