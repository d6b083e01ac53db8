import type { App } from '../app.ts';
import type { Locale } from '../domain/locale.ts';
import { LOCALES } from '../domain/locale.ts';
import { TERMS } from '../i18n/terms.ts';
import { whyWords } from '../i18n/why.ts';
import type { SandboxUpcoming } from './protocol.ts';

/** The page shows a page of them; what is further off comes nearer. */
const SHOWN = 40;

const QUIET: Readonly<Record<Locale, string>> = {
  en: 'a message for somebody who is asleep now',
  'zh-CN': '有一条提醒，等对方醒着的时候再发',
};

/** What happens next, each with its reason: all timers, and what waits for somebody's morning. */
export async function upcoming(app: Pick<App, 'cases' | 'outbox' | 'desk'>): Promise<SandboxUpcoming[]> {
  const far = Number.MAX_SAFE_INTEGER;
  const found: SandboxUpcoming[] = [];
  for (const due of await app.cases.timersDue(far, SHOWN)) {
    const loaded = await app.cases.load(due.workspaceId, due.case);
    const timer = loaded?.timers.find((t) => t.key === due.key);
    if (!loaded || !timer) continue;
    found.push({
      at: due.dueAt,
      label: `#${due.case}`,
      text: inEach((locale) => TERMS[locale].timers[timer.kind]),
      why: inEach((locale) => whyWords(timer, loaded.case, locale)),
    });
  }
  for (const lane of await app.outbox.lanesDue(far, 0, SHOWN)) {
    if (lane.notBefore > app.desk.now())
      found.push({ at: lane.notBefore, label: `#${lane.case}`, text: inEach((locale) => QUIET[locale]) });
  }
  return found.sort((a, b) => a.at - b.at).slice(0, SHOWN);
}

function inEach(say: (locale: Locale) => string): Record<Locale, string> {
  const [en, zh] = LOCALES;
  return { [en]: say(en), [zh]: say(zh) };
}
