import type { Case } from '../../src/domain/case.ts';
import type { Actor, CaseCommand, OpenCase } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import type { Facts } from '../../src/domain/decide/decision.ts';
import { decideFire } from '../../src/domain/decide/fire.ts';
import { decideOpen } from '../../src/domain/decide/open.ts';
import type { CaseEvent, Stamped } from '../../src/domain/events.ts';
import { begin, evolve } from '../../src/domain/evolve.ts';
import { caseNumber, channelId, personId, storeId, workspaceId } from '../../src/domain/ids.ts';
import { DEFAULT_POLICY, officeIn } from '../../src/domain/policy.ts';
import type { Refusal } from '../../src/domain/refusals.ts';
import { type PlannedTimer, planTimers } from '../../src/domain/timers/plan.ts';
import type { Schedule } from '../../src/domain/timers/schedule.ts';

export const LI: Actor = { id: personId('U0LINA'), isLead: false };
export const WEI: Actor = { id: personId('U0WANGWEI'), isLead: false };
export const MARIA: Actor = { id: personId('U0MARIA'), isLead: true };

export const SCHEDULE: Schedule = {
  policy: DEFAULT_POLICY,
  office: officeIn(DEFAULT_POLICY, 'Asia/Shanghai'),
};

/** `2026-11-27T17:00-05:00` as an instant. */
export const at = (iso: string): number => {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) throw new Error(`Not a time: ${iso}`);
  return instant;
};

export const OPENING: OpenCase = {
  type: 'open',
  channel: channelId('C0CASES'),
  store: { id: storeId('s1'), name: 'Store A' },
  marketplace: 'US',
  category: 'featured_offer',
  subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
  problem: 'The Buy Box is gone since Thursday.',
  message: '',
  deadline: null,
  different: '',
};

/** One case lived through by commands: what a test says, and what it may ask afterwards. */
export class Story {
  case: Case;
  readonly history: Stamped[] = [];
  refusal: Refusal | null = null;

  constructor(openedAt: number, what: Partial<OpenCase> = {}, opener: Actor = LI) {
    const decision = decideOpen({ ...OPENING, ...what }, { now: openedAt, rivals: [], recentlyClosed: [] });
    if (!decision.ok) throw new Error(`Not opened: ${decision.refusal.code}`);
    const event = { ...decision.event, seq: 1, at: openedAt, by: opener.id };
    this.history.push(event);
    this.case = begin(workspaceId('T0DOCKET'), caseNumber(42), event, opener.id);
  }

  /** Lets somebody do something; a refusal is kept, not thrown. */
  do(when: number, actor: Actor, command: CaseCommand, facts: Partial<Facts> = {}): this {
    const all = {
      now: when,
      actor,
      policy: DEFAULT_POLICY,
      rivals: [],
      recentlyClosed: [],
      caseIdHolder: null,
    };
    const decision = decide(this.case, command, { ...all, ...facts });
    this.refusal = decision.ok ? null : decision.refusal;
    if (decision.ok) for (const event of decision.events) this.apply(event, when, actor);
    return this;
  }

  /** Fires what is due at an instant; what people are told. */
  fire(when: number): readonly PlannedTimer[] {
    const firing = decideFire(this.case, SCHEDULE, when);
    if (firing) this.apply(firing.event, when, null);
    return firing?.told ?? [];
  }

  timers(): readonly PlannedTimer[] {
    return planTimers(this.case, SCHEDULE);
  }

  /** When the next timer of a kind is due, or null. */
  due(kind: PlannedTimer['kind']): number | null {
    return this.timers().find((timer) => timer.kind === kind)?.dueAt ?? null;
  }

  private apply(event: CaseEvent, when: number, actor: Actor | null): void {
    const stamped: Stamped = { ...event, seq: this.case.version + 1, at: when, by: actor?.id ?? null };
    this.history.push(stamped);
    this.case = evolve(this.case, stamped);
  }
}
