import type { CaseView } from '../../desk/views/case-view.ts';
import type { Case } from '../../domain/case.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import { CARD } from '../../i18n/card.ts';
import { TERMS } from '../../i18n/terms.ts';
import { inline, mention } from './text.ts';

/** A person by name; a mention, which rings their phone, only where the name isn't known. */
export function personIn({ names }: Pick<CaseView, 'names'>, person: PersonId): string {
  const name = names[person];
  return name === undefined ? mention(person) : inline(name, 60);
}

/** `Store A US` / `Store A 美国站`; a store that is already called so is not called so twice. */
export function storeOf(c: Pick<Case, 'store' | 'marketplace'>, locale: Locale): string {
  const place = locale === 'en' ? c.marketplace : TERMS[locale].marketplaces[c.marketplace];
  const said = new RegExp(`(^|[\\s_-])${c.marketplace}$|${TERMS['zh-CN'].marketplaces[c.marketplace]}$`);
  return said.test(c.store.name.trim()) ? inline(c.store.name, 60) : `${inline(c.store.name, 60)} ${place}`;
}

/** What the case is about, in one line: edited by a person, or made from identifier, category and store. */
export function summaryOf(c: Case, locale: Locale): string {
  if (c.summary !== null) return `${summaryText(c.summary, locale)} · ${storeOf(c, locale)}`;
  const category = TERMS[locale].categories[c.category];
  return [...identifiers(c, locale), category, storeOf(c, locale)].join(' · ');
}

const SUMMARY_LIMIT = 150;

function summaryText(summary: string, locale: Locale): string {
  const shown = inline(summary, SUMMARY_LIMIT);
  return summary.trim().length > SUMMARY_LIMIT ? `${shown} ${CARD[locale].cut}` : shown;
}

function identifiers(c: Case, locale: Locale): string[] {
  const [first, ...rest] = c.subjects;
  if (!first) return [];
  const shown = inline(first.value, 60);
  return [rest.length > 0 ? `${shown} ${CARD[locale].more(rest.length)}` : shown];
}

/** How a notification begins, so that a locked phone says which case it is: `#42 · Store A US`. */
export function nameOf({ case: c, red }: CaseView, locale: Locale): string {
  const name = `#${c.number} · ${storeOf(c, locale)}`;
  return red ? `${name} · ${TERMS[locale].red}` : name;
}
