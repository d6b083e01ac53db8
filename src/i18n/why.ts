import type { Case } from '../domain/case.ts';
import type { Locale } from '../domain/locale.ts';
import { MARKETPLACES } from '../domain/marketplaces.ts';
import type { TimerKind } from '../domain/timers/keys.ts';
import type { PlannedTimer } from '../domain/timers/plan.ts';
import type { Wait } from '../domain/timers/rules.ts';
import { windowOf } from '../domain/window-advice.ts';
import { bothClocks, businessDays, clockAt, durationWords } from './times.ts';

/** What a wait is counted from. One step of a case may be counted from several. */
type Origin =
  | Exclude<TimerKind, 'window' | 'snooze_over' | 'follow_up' | 'escalation' | 'person_decides'>
  | (
      | 'submission'
      | 'note'
      | 'holding_answer'
      | 'promise'
      | 'expected_answer'
      | 'last_reminder'
      | 'snooze_end'
    )
  | 'last_check';

interface WhyWords {
  readonly why: (explanation: string) => string;
  readonly next: (what: string, when: string) => string;
  /** `at` is a time in words. */
  readonly origins: Readonly<Record<Origin, (at: string) => string>>;
  readonly after: (wait: string, origin: string) => string;
  readonly before: (wait: string, origin: string) => string;
  readonly working: (length: string) => string;
  readonly moved: (explanation: string) => string;
  readonly window: string;
  readonly snoozed: (at: string) => string;
}

const en: WhyWords = {
  why: (explanation) => `Why: ${explanation}`,
  next: (what, when) => `Next: ${what}, ${when}`,
  origins: {
    unclaimed: (at) => `it lost its owner, on ${at}`,
    offer_unanswered: (at) => `the hand-over was offered, on ${at}`,
    stale_preparing: (at) => `it became the owner’s turn, on ${at}`,
    stale_review: (at) => `the review was asked for, on ${at}`,
    stale_ready: (at) => `it was ready, on ${at}`,
    note_due: (at) => `the last check, on ${at}`,
    stale_action: (at) => `it became the owner’s turn, on ${at}`,
    close_out: (at) => `it was solved, on ${at}`,
    deadline: (at) => `Amazon’s deadline, ${at}`,
    deadline_night: (at) => `Amazon’s deadline at night, ${at}`,
    red_unclaimed: (at) => `it was red with nobody at it, on ${at}`,
    submission: (at) => `we submitted, on ${at}`,
    note: (at) => `our last note, on ${at}`,
    holding_answer: (at) => `Amazon’s last answer, on ${at}`,
    promise: (at) => `the date that Amazon named, ${at}`,
    expected_answer: (at) => `the latest expected answer, ${at}`,
    last_reminder: (at) => `the last reminder, on ${at}`,
    snooze_end: (at) => `the pause ended, on ${at}`,
    last_check: (at) => `the last check, on ${at}`,
  },
  after: (wait, origin) => `${wait} after ${origin}`,
  before: (wait, origin) => `${wait} before ${origin}`,
  working: (length) => `${length} of working time`,
  moved: (explanation) => `${explanation}, moved to the next best time to submit`,
  window: 'Amazon’s support answers fastest in these hours; you can submit at any other time too',
  snoozed: (at) => `the reminder was set on ${at}`,
};

const zh: WhyWords = {
  why: (explanation) => `依据：${explanation}`,
  next: (what, when) => `接下来：${what}，${when}`,
  origins: {
    unclaimed: (at) => `无人负责（${at}）`,
    offer_unanswered: (at) => `提出转交（${at}）`,
    stale_preparing: (at) => `轮到负责人（${at}）`,
    stale_review: (at) => `提交复核（${at}）`,
    stale_ready: (at) => `准备好（${at}）`,
    note_due: (at) => `上次查看后台（${at}）`,
    stale_action: (at) => `轮到负责人（${at}）`,
    close_out: (at) => `标为已解决（${at}）`,
    deadline: (at) => `亚马逊的截止时间（${at}）`,
    deadline_night: (at) => `夜里的亚马逊截止时间（${at}）`,
    red_unclaimed: (at) => `紧急而无人处理（${at}）`,
    submission: (at) => `提交（${at}）`,
    note: (at) => `上次追问（${at}）`,
    holding_answer: (at) => `亚马逊上次回复（${at}）`,
    promise: (at) => `亚马逊承诺的时间（${at}）`,
    expected_answer: (at) => `最迟预计回复时间（${at}）`,
    last_reminder: (at) => `上次提醒（${at}）`,
    snooze_end: (at) => `暂停结束（${at}）`,
    last_check: (at) => `上次查看后台（${at}）`,
  },
  after: (wait, origin) => `${origin}后 ${wait}`,
  before: (wait, origin) => `${origin}前 ${wait}`,
  working: (length) => `${length}（只算工作时间）`,
  moved: (explanation) => `${explanation}，顺延到下一个最佳提交时段`,
  window: '这段时间亚马逊客服回复最快；其他时间也可以提交',
  snoozed: (at) => `提醒设定于 ${at}`,
};

export const WHY: Readonly<Record<Locale, WhyWords>> = { en, 'zh-CN': zh };

/** The clock that Amazon's support for this case goes by: its window's, else its marketplace's. */
export const zoneOf = (c: Pick<Case, 'marketplace' | 'category'>): string =>
  windowOf(c)?.zone ?? MARKETPLACES[c.marketplace].zone;

/** The rule and the arithmetic behind a timer's date, in one sentence without its full stop. */
export function whyWords(timer: PlannedTimer, c: Case, locale: Locale): string {
  const words = WHY[locale];
  const { kind, why } = timer;
  const at = clockAt(why.from, zoneOf(c), locale);
  if (kind === 'window') return words.why(words.window);
  if (kind === 'snooze_over') return words.why(words.snoozed(at));
  const origin = words.origins[originOf(kind, timer, c)](at);
  const said = waitWords(why.wait, origin, locale);
  return words.why(why.movedToWindow ? words.moved(said) : said);
}

/** What happens next and when, in both clocks. */
export const nextWords = (what: string, at: number, c: Case, locale: Locale): string =>
  WHY[locale].next(what, bothClocks(at, zoneOf(c), locale));

function waitWords(wait: Wait, origin: string, locale: Locale): string {
  const words = WHY[locale];
  switch (wait.unit) {
    case 'none':
      return origin;
    case 'time':
      return words.after(durationWords(wait.amount, locale), origin);
    case 'working_time':
      return words.after(words.working(durationWords(wait.amount, locale)), origin);
    case 'business_days':
      return words.after(businessDays(wait.amount, locale), origin);
    case 'hours_before':
      return wait.amount === 0 ? origin : words.before(durationWords(wait.amount, locale), origin);
    default: {
      const never: never = wait;
      return never;
    }
  }
}

function originOf(
  kind: Exclude<TimerKind, 'window' | 'snooze_over'>,
  { step, why }: PlannedTimer,
  c: Case,
): Origin {
  if (kind === 'deadline' || kind === 'deadline_night') return kind;
  if (step > 1) return 'last_reminder';
  if (why.from === c.snooze?.endedAt) return 'snooze_end';
  const waiting = c.phase.status === 'awaiting_amazon' ? c.phase.waiting : null;
  switch (kind) {
    case 'follow_up':
      if (waiting?.promisedAt === why.from) return 'promise';
      return waiting?.basis ?? 'submission';
    case 'escalation':
      if (waiting?.promisedAt === why.from) return 'promise';
      return why.wait.unit === 'business_days' ? 'expected_answer' : 'submission';
    case 'person_decides':
      return waiting?.checked ? 'last_check' : 'note';
    default:
      return kind;
  }
}
