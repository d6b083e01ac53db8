import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import type { Refusal } from '../../src/domain/refusals.ts';
import { peopleIn, refusalText } from '../../src/i18n/refusals.ts';
import { ALL, RIVAL } from './every-refusal.ts';

describe.each(LOCALES)('a refusal in %s', (locale) => {
  const say = (refusal: Refusal) => refusalText(refusal, locale, { names: (id) => `<@${id}>` });

  it.each(ALL.map((refusal) => [refusal.code, refusal] as const))(
    '%s is one calm, complete text',
    (_, refusal) => {
      const text = say(refusal);
      expect(text).toMatch(/[.。]$/);
      expect(text.length).toBeLessThan(220);
      expect(text).not.toMatch(/[!！]|工单|窗口|undefined|null|\[object/);
      expect(/\p{Script=Han}/u.test(text)).toBe(locale === 'zh-CN');
    },
  );

  it('names the case that it is about', () => {
    const about = ALL.flatMap((refusal) => ('number' in refusal ? [refusal] : []));
    for (const refusal of about) expect(say(refusal)).toContain(`#${refusal.number}`);
    expect(say({ code: 'duplicate', rivals: [RIVAL] })).toContain('#7');
  });

  it('names the colleagues whom it says it names', () => {
    for (const refusal of ALL)
      for (const person of peopleIn(refusal)) expect(say(refusal)).toContain(`<@${person}>`);
  });
});
