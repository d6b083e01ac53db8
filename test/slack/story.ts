/** Tells the life of a case through the domain itself, so that no test writes a state by hand. */
import type { CaseView } from '../../src/desk/views/case-view.ts';
import type { Case } from '../../src/domain/case.ts';
import type { CaseCommand, OpenCase } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import { decideFire } from '../../src/domain/decide/fire.ts';
import { decideOpen } from '../../src/domain/decide/open.ts';
import type { CaseEvent, Stamped } from '../../src/domain/events.ts';
import { begin, evolve } from '../../src/domain/evolve.ts';
import {
  caseNumber,
  channelId,
  type PersonId,
  personId,
  storeId,
  workspaceId,
} from '../../src/domain/ids.ts';
import { decideImport } from '../../src/domain/import/decide.ts';
import type { ImportRow } from '../../src/domain/import/row.ts';
import { type Notice, noticeOfEvent, noticeOfTimer } from '../../src/domain/notices.ts';
import { DEFAULT_POLICY, officeIn } from '../../src/domain/policy.ts';
import { isRed } from '../../src/domain/red.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { TimerKind } from '../../src/domain/timers/keys.ts';
import { planTimers } from '../../src/domain/timers/plan.ts';

export const LI = personId('U0LI');
export const WANG = personId('U0WANG');
export const ZHAO = personId('U0ZHAO');

/** Friday 17:00 in New York, Saturday 06:00 in Shenzhen; the week after has Thanksgiving in it. */
export const FRIDAY = at('2026-11-20T22:00Z');
/** Monday 09:00 in New York, 22:00 in Shenzhen. */
export const MONDAY = at('2026-11-23T14:00Z');

export function at(iso: string): Instant {
  return Date.parse(iso);
}

export const MESSAGE = `Subject: B0ABC12345 – Listing removed – Request for reinstatement
Hello,

our listing B0ABC12345 was removed on November 19, 2026. The documents that the notice names are attached.

Please reinstate the listing.`;

const schedule = { policy: DEFAULT_POLICY, office: officeIn(DEFAULT_POLICY, 'Asia/Shanghai') };

export interface Story {
  readonly case: Case;
  readonly events: readonly Stamped[];
  /** What was told so far, oldest first. */
  readonly notices: readonly Notice[];
  readonly now: Instant;
}

const SAMPLE: OpenCase = {
  type: 'open',
  channel: channelId('C0CASES'),
  store: { id: storeId('store-a'), name: 'Store A' },
  marketplace: 'US',
  category: 'featured_offer',
  subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
  problem: 'The Buy Box is gone since Thursday, price and stock are fine.',
  message: MESSAGE,
  deadline: null,
  different: '',
};

export function open(what: Partial<OpenCase> = {}, now: Instant = FRIDAY, by: PersonId = LI): Story {
  const decision = decideOpen({ ...SAMPLE, ...what }, { now, rivals: [], recentlyClosed: [] });
  if (!decision.ok) throw new Error(`Not opened: ${decision.refusal.code}`);
  const event = { ...decision.event, seq: 1, at: now, by };
  const c = begin(workspaceId('T0TEAM'), caseNumber(42), event, by);
  return { case: c, events: [event], notices: told(null, c, event), now };
}

/** A case that was live at Amazon before Docket knew it. */
export function broughtIn(row: Partial<ImportRow>, now: Instant, by: PersonId = LI): Story {
  const { store, channel, problem } = SAMPLE;
  const whole: ImportRow = {
    storeName: store.name,
    marketplace: 'US',
    category: 'other',
    subjects: SAMPLE.subjects,
    caseId: '12345678901',
    owner: WANG,
    calledOwner: null,
    date: null,
    status: 'awaiting_amazon',
    note: problem,
    ...row,
  };
  const facts = {
    now,
    channel,
    store,
    owner: whole.owner,
    rivals: [],
    recentlyClosed: [],
    caseIdHolder: null,
  };
  const decision = decideImport(whole, facts);
  if (!decision.ok) throw new Error(`Not brought in: ${decision.refusal.code}`);
  const event = { ...decision.opened, seq: 1, at: now, by };
  const c = begin(workspaceId('T0TEAM'), caseNumber(42), event, by);
  return fold({ case: c, events: [event], notices: [], now }, decision.imported, now, by);
}

const told = (before: Case | null, after: Case, event: Stamped): Notice[] => {
  const notice = noticeOfEvent(before, after, event, DEFAULT_POLICY);
  return notice ? [notice] : [];
};

export function act(
  story: Story,
  command: CaseCommand,
  now: Instant,
  by: PersonId = LI,
  isLead = false,
): Story {
  const facts = {
    now,
    actor: { id: by, isLead },
    policy: DEFAULT_POLICY,
    rivals: [],
    recentlyClosed: [],
    caseIdHolder: null,
  };
  const decision = decide(story.case, command, facts);
  if (!decision.ok) throw new Error(`${command.type} refused: ${decision.refusal.code}`);
  return decision.events.reduce((s, event) => fold(s, event, now, by), { ...story, now });
}

function fold(story: Story, event: CaseEvent, now: Instant, by: PersonId | null): Story {
  const stamped = { ...event, seq: story.case.version + 1, at: now, by };
  const after = evolve(story.case, stamped);
  return {
    case: after,
    events: [...story.events, stamped],
    notices: [...story.notices, ...told(story.case, after, stamped)],
    now,
  };
}

/** Lets the clock run to the next time that a kind of timer falls due, `times` over; returns what it says. */
export function until(story: Story, kind: TimerKind, times = 1): Story {
  let s = story;
  for (let seen = 0, steps = 0; seen < times; steps += 1) {
    const [next] = planTimers(s.case, schedule);
    if (!next || steps > 300) throw new Error(`${kind} never falls due`);
    const now = Math.max(next.dueAt, s.now);
    const firing = decideFire(s.case, schedule, now);
    if (!firing) throw new Error('Due, but nothing fired');
    const folded = fold(s, firing.event, now, null);
    const notices = firing.told.map((timer) => noticeOfTimer(folded.case, timer, now, DEFAULT_POLICY));
    const wanted = firing.told.some((timer) => timer.kind === kind);
    s = { ...folded, notices: [...folded.notices, ...notices] };
    if (wanted) seen += 1;
  }
  return s;
}

export function viewOf({ case: c, now }: Story): CaseView {
  return {
    case: c,
    timers: planTimers(c, schedule),
    thread: { channel: 'C0CASES', ts: '1795298400.000100' },
    red: isRed(c, DEFAULT_POLICY, now),
    names: { [LI]: 'Li Na', [WANG]: 'Wang Wei', [ZHAO]: 'Zhao Min' },
  };
}

/** Whom the last notice mentions, as the outbox finds out: Wang is the lead. */
export function mentioned({ case: c, notices }: Story): PersonId[] {
  const people = notices
    .slice(-1)
    .flatMap(({ mention }) =>
      mention.map((r) =>
        'person' in r ? r.person : r.role === 'owner' || r.role === 'submitter' ? c.owner : WANG,
      ),
    );
  return people.filter((person) => person !== null);
}
