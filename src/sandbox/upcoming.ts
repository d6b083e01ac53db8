import type { App } from '../app.ts';
import type { Case } from '../domain/case.ts';
import type { CaseNumber, PersonId } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import { LOCALES } from '../domain/locale.ts';
import type { PlannedTimer } from '../domain/timers/plan.ts';
import { TERMS } from '../i18n/terms.ts';
import { whyWords } from '../i18n/why.ts';
import type { SandboxUpcoming } from './protocol.ts';
import { upcomingBriefings } from './upcoming-briefings.ts';

/** The page shows a page of them; what is further off comes nearer. */
const SHOWN = 40;

/** Later than anything that is planned. */
const FAR = Number.MAX_SAFE_INTEGER;

const QUIET: Readonly<Record<Locale, string>> = {
  en: 'a message for somebody who is asleep now',
  'zh-CN': '有一条提醒，等对方醒着的时候再发',
};

/** What happens next, each with its reason: all timers, briefings, and what waits for somebody's morning. */
export async function upcoming(
  app: Pick<App, 'cases' | 'outbox' | 'desk' | 'plans' | 'briefs'>,
): Promise<SandboxUpcoming[]> {
  const lanes = await app.outbox.lanesDue(FAR, 0, SHOWN);
  const timers = await app.cases.timersDue(FAR, 1);
  const found = await upcomingBriefings(app);
  for (const workspace of new Set([...lanes, ...timers].map(({ workspaceId }) => workspaceId))) {
    // One question for all of them: a page that watches asks often, and each question holds up the product.
    const open = await app.cases.listOpen(workspace, null);
    for (const { case: c, timers: planned } of open)
      for (const timer of planned)
        found.push({
          at: timer.dueAt,
          ...aboutCase(c.number, turnOf(c, timer)),
          text: inEach((locale) => TERMS[locale].timers[timer.kind]),
          why: inEach((locale) => whyWords(timer, c, locale)),
        });
    for (const lane of lanes) {
      if (lane.workspaceId !== workspace || lane.notBefore <= app.desk.now()) continue;
      const of = open.find((one) => one.case.number === lane.case);
      const about = aboutCase(lane.case, of?.case.owner ?? null);
      found.push({ at: lane.notBefore, ...about, text: inEach((locale) => QUIET[locale]) });
    }
  }
  return found.sort((a, b) => a.at - b.at).slice(0, SHOWN);
}

const aboutCase = (number: CaseNumber, person: PersonId | null) => ({
  label: `#${number}`,
  case: Number(number),
  ...(person === null ? {} : { person: String(person) }),
});

/** Who is asked: a reviewer or a taker where the step is theirs, else the owner. */
function turnOf(c: Case, { kind }: PlannedTimer): PersonId | null {
  if (kind === 'offer_unanswered' && c.offer) return c.offer.to;
  if (kind === 'stale_review' && c.phase.status === 'in_review') return c.phase.reviewer;
  return c.owner;
}

function inEach(say: (locale: Locale) => string): Record<Locale, string> {
  const [en, zh] = LOCALES;
  return { [en]: say(en), [zh]: say(zh) };
}
