import type { App } from '../app.ts';
import type { PlanKind, PlanWhy } from '../domain/briefings/plan.ts';
import type { ClockTime } from '../domain/local-time.ts';
import type { Locale } from '../domain/locale.ts';
import type { SandboxUpcoming } from './protocol.ts';

/** Later than anything that is planned. */
const FAR = Number.MAX_SAFE_INTEGER;
const WAITING = 100;

interface Words {
  readonly kinds: Readonly<Record<PlanKind, string>>;
  readonly morning: (at: string) => string;
  readonly told: Readonly<Record<Extract<PlanWhy, { rule: 'before_window' }>['told'], string>>;
  readonly waits: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    kinds: { morning: 'the morning briefing', before_window: 'what to submit at the best time' },
    morning: (at) => `On working days at ${at} on their own clock; not sent if there is nothing in it.`,
    told: {
      before: 'A quarter of an hour before the best time to submit; not sent if there is nothing to submit.',
      at_opening: 'At the opening of the best time: a quarter of an hour before, they sleep.',
      evening: 'The evening before: at the opening of the best time they sleep.',
    },
    waits: 'a direct message that waits until they are awake',
  },
  'zh-CN': {
    kinds: { morning: '每日简报', before_window: '最佳提交时段前的提醒' },
    morning: (at) => `工作日当地时间 ${at} 发送；没有内容就不发。`,
    told: {
      before: '最佳提交时段前一刻钟发送；没有要提交的就不发。',
      at_opening: '在最佳提交时段开始时发送：提前一刻钟对方还在休息。',
      evening: '前一天晚上发送：最佳提交时段开始时对方在休息。',
    },
    waits: '有一条私信，等对方醒着的时候再发',
  },
};

/** What people are told directly: their briefings, and messages that wait for somebody's morning. */
export async function upcomingBriefings({
  plans,
  briefs,
  desk,
}: Pick<App, 'plans' | 'briefs' | 'desk'>): Promise<SandboxUpcoming[]> {
  const found: SandboxUpcoming[] = [];
  for (const { workspace } of await plans.started())
    for (const { person, kind, next } of await plans.rows(workspace)) {
      if (next === null) continue;
      const said = inEach((words) => words.kinds[kind]);
      found.push({ at: next.dueAt, label: '', person, text: said, why: inEach((w) => whyOf(next.why, w)) });
    }
  for (const { person, at } of await briefs.due(FAR, 0, WAITING))
    if (at > desk.now()) found.push({ at, label: '', person, text: inEach((words) => words.waits) });
  return found;
}

const inEach = (say: (words: Words) => string): Record<Locale, string> => ({
  en: say(WORDS.en),
  'zh-CN': say(WORDS['zh-CN']),
});

const whyOf = (why: PlanWhy, words: Words): string =>
  why.rule === 'morning' ? words.morning(clock(why.at)) : words.told[why.told];

const clock = ({ hour, minute }: ClockTime): string =>
  [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
