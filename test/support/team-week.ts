import { officeOf } from '../../src/desk/deps.ts';
import type { Request } from '../../src/desk/desk.ts';
import { hoursOn, isOpenDay, nextWithin } from '../../src/domain/calendar.ts';
import type { Case } from '../../src/domain/case.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { type CaseNumber, channelId, type PersonId } from '../../src/domain/ids.ts';
import { localDate } from '../../src/domain/local-time.ts';
import { isRed } from '../../src/domain/red.ts';
import { isAway } from '../../src/domain/team.ts';
import { HOUR, type Instant } from '../../src/domain/time.ts';
import { windowOf } from '../../src/domain/window-advice.ts';
import { openingAt } from '../../src/domain/windows.ts';
import { T1 } from './desk.ts';
import { LEADS, named, PEOPLE, REVIEWERS, SHEET, STORES, type Turn } from './team-of-fifteen.ts';
import { type Sent, threadOf, type WeekDesk } from './week-desk.ts';

/** What somebody was told and has not done yet. */
interface Told {
  readonly number: CaseNumber;
  /** `alarm`: a red case that nobody is at yet. */
  readonly via: 'check' | 'brief' | 'mention' | 'review' | 'alarm';
  readonly at: Instant;
}

/** People who do what they are told, in their own hours: nobody guesses what Docket kept to itself. */
export function teamWeek(week: WeekDesk, turns: readonly Turn[]) {
  const { deps, desk, time } = week;
  const inbox = new Map<PersonId, Told[]>(PEOPLE.map(({ id }) => [id, []]));
  const refused: string[] = [];
  const acted: { at: Instant; by: PersonId; number: CaseNumber }[] = [];
  let read = 0;

  async function act(by: PersonId, number: CaseNumber, command: CaseCommand): Promise<boolean> {
    const answer = await desk.act(week.by(by), number, command);
    if (answer.ok) acted.push({ at: time.now, by, number });
    else refused.push(`${by} ${command.type} #${number}: ${answer.refusal.code}`);
    return answer.ok;
  }

  /** Puts every message that arrived since the last hour before whoever it was for. */
  function openMail(): void {
    for (; read < week.sent.length; read += 1) {
      const sent = week.sent[read];
      if (sent) for (const [person, told] of toldBy(sent)) put(person, told);
    }
  }
  function put(person: PersonId, told: Told): void {
    const had = (inbox.get(person) ?? []).filter(({ number }) => number !== told.number);
    inbox.set(person, [...had, told]);
  }

  async function person(id: PersonId) {
    const found = await deps.people.find(T1, id);
    if (!found) throw new Error(`Nobody is called ${id}`);
    return found;
  }
  async function isThere(id: PersonId): Promise<boolean> {
    return !isAway(await person(id), time.now);
  }
  async function isAwake(id: PersonId): Promise<boolean> {
    const { zone } = await person(id);
    return nextWithin(time.now, { zone, ...deps.policy.waking }) === time.now;
  }
  async function isWorkday(id: PersonId): Promise<boolean> {
    const office = officeOf(deps, await person(id));
    return (await isThere(id)) && isOpenDay(office, localDate(time.now, office.zone));
  }
  async function isAtWork(id: PersonId): Promise<boolean> {
    const office = officeOf(deps, await person(id));
    const today = localDate(time.now, office.zone);
    const hours = isOpenDay(office, today) ? hoursOn(today, office) : null;
    return hours !== null && hours.opensAt <= time.now && time.now < hours.closesAt;
  }

  /** One thing that somebody was told: true once nothing of it is left for them. */
  async function workOn(id: PersonId, told: Told, atWork: boolean): Promise<boolean> {
    const loaded = await deps.cases.load(T1, told.number);
    if (!loaded) return true;
    const c = loaded.case;
    const red = isRed(c, deps.policy, time.now);
    const hours = windowOf(c);
    const inWindow = c.phase.status === 'ready' && hours !== null && openingAt(hours, time.now) !== null;
    if (!atWork && !red && !inWindow) return false;
    // Whoever was asked to stand in yesterday looks whether that still holds.
    if (c.owner !== id && time.now - told.at > 20 * HOUR) return true;
    const reviewers = [];
    for (const one of REVIEWERS) if (one !== id && (await isWorkday(one))) reviewers.push(one);
    const command = whatToDo(c, id, told, {
      red,
      inWindow,
      reviewer: reviewers[0] ?? named('Priya'),
      day: Math.floor(time.now / (24 * HOUR)),
    });
    if (command === 'later') return false;
    if (command !== null) await act(id, c.number, command);
    // Whoever made it ready goes on with it once the hours come.
    const { case: after } = (await deps.cases.load(T1, told.number)) ?? loaded;
    return after.phase.status !== 'ready' || command === null;
  }

  /** What everybody who is there does in this hour. */
  async function hour(): Promise<void> {
    openMail();
    for (const { id } of PEOPLE) {
      if (!(await isThere(id)) || !(await isAwake(id))) continue;
      const atWork = await isAtWork(id);
      const left: Told[] = [];
      for (const told of inbox.get(id) ?? []) if (!(await workOn(id, told, atWork))) left.push(told);
      inbox.set(id, left);
    }
  }

  async function take(turn: Turn): Promise<void> {
    if (turn.open) {
      const answer = await desk.open(week.by(turn.by), turn.open);
      if (!answer.ok) throw new Error(`Not opened: ${JSON.stringify(answer.refusal)}`);
      const opened = await deps.cases.load(T1, answer.number);
      // Whoever opens a case means to go on with it, unless its store gives it to somebody else.
      if (opened?.case.owner === turn.by) put(turn.by, { number: answer.number, via: 'brief', at: time.now });
    }
    if (turn.away) {
      const answer = await desk.goAway(week.by(turn.by), turn.away);
      if (!answer.ok) throw new Error(`Not away: ${JSON.stringify(answer.refusal)}`);
    }
    if (turn.handOver) {
      const { asin, to } = turn.handOver;
      const [found] = await desk.find(T1, asin);
      if (!found) throw new Error(`No case of ${asin}`);
      await act(turn.by, found.case.number, { type: 'hand_over', to, note: 'I am off tomorrow.' });
    }
  }

  async function until(end: Instant): Promise<void> {
    while (time.now < end) {
      const next = (Math.floor(time.now / HOUR) + 1) * HOUR;
      const soon = turns.filter((turn) => turn.at > time.now && turn.at <= Math.min(next, end));
      for (const turn of soon) {
        await week.turnTo(turn.at);
        await take(turn);
      }
      await week.turnTo(Math.min(next, end));
      await hour();
      await week.settle();
    }
  }

  return { until, refused, acted };
}

/** To whom a message said what. */
function toldBy(sent: Sent): (readonly [PersonId, Told])[] {
  const { at, post } = sent;
  if (post.content.kind === 'brief') {
    const { view } = post.content;
    const reader = PEOPLE.find(({ id }) => id === post.channel)?.id;
    if (reader === undefined) return [];
    const told = (number: CaseNumber, via: Told['via']) => [reader, { number, via, at }] as const;
    if (view.kind !== 'morning') {
      const lines = view.kind === 'cover' ? view.lines : [...view.ready, ...view.inWork];
      return lines.map((line) => told(line.view.case.number, 'brief'));
    }
    return [
      ...view.checks.flatMap(({ lines }) => lines.map((line) => told(line.view.case.number, 'check'))),
      ...[...view.yourTurn, ...view.closeOuts].map((line) => told(line.view.case.number, 'brief')),
    ];
  }
  const thread = threadOf(sent);
  if (!thread) return [];
  const via = viaOf(sent);
  return thread.mention.map((id) => [id, { number: thread.case.number, via, at }] as const);
}

function viaOf({ post: { content } }: Sent): Told['via'] {
  if (content.kind !== 'notices') return 'brief';
  const kinds = content.notices.map(({ cause }) =>
    cause.kind === 'timer' ? cause.timer.kind : cause.event.type,
  );
  if (kinds.some((kind) => kind === 'red_unclaimed')) return 'alarm';
  if (kinds.some((kind) => kind === 'review_asked' || kind === 'stale_review')) return 'review';
  const [first] = content.notices;
  const isAlarm = first?.mention.some(({ role }) => role === 'alarm') === true;
  return isAlarm ? 'alarm' : 'mention';
}

interface Now {
  readonly red: boolean;
  readonly inWindow: boolean;
  readonly day: number;
  /** Who of those who read messages is at work. */
  readonly reviewer: PersonId;
}

/**
 * Null: nothing of it is theirs to do. Whoever Docket told of a case takes it for theirs, as its owner, its cover
 * or somebody who can sign in: what is refused then should not have been told. Some put off some things, so that Docket has something to remind them of. */
function whatToDo(
  c: Case,
  id: PersonId,
  { via }: Told,
  { red, inWindow, day, reviewer }: Now,
): CaseCommand | null | 'later' {
  const { phase, number } = c;
  const isSlow = !red && (number * 5 + day) % 3 === 0;
  if (c.offer?.to === id) return { type: 'accept_offer' };
  if (via === 'review') return phase.status === 'in_review' ? { type: 'pass_review' } : null;
  if (phase.status === 'in_review') return phase.reviewer === id ? { type: 'pass_review' } : null;
  if (phase.status === 'awaiting_amazon' && via === 'check') return lookedUp(number, day);
  if (via === 'alarm' && c.owner !== id) return LEADS.includes(id) && !c.takenUp ? { type: 'take' } : null;
  if (phase.status !== 'ready' && via === 'check') return null;
  switch (phase.status) {
    case 'preparing': {
      if (isSlow) return 'later';
      const asks = (red && c.reviewed === undefined) || number % 4 === 1;
      return asks && reviewer !== c.owner ? { type: 'ask_review', reviewer } : { type: 'make_ready' };
    }
    case 'ready':
      if (windowOf(c) !== null && !inWindow) return 'later';
      return { type: 'submit', reference: referenceOf(c) };
    case 'awaiting_amazon':
      return phase.waiting.checked === null ? null : { type: 'send_note' };
    case 'action_needed':
      return isSlow ? 'later' : { type: 'send_note' };
    case 'resolved':
      return isSlow ? 'later' : { type: 'close' };
    default:
      return null;
  }
}

const referenceOf = ({ number, door }: Case & { door?: never }) =>
  door ?? ({ kind: 'case_id', id: String(17_000_000_000 + number) } as const);

/** Amazon answers one look in nine or so. */
function lookedUp(number: CaseNumber, day: number): CaseCommand {
  const chance = (number * 7 + day * 11) % 27;
  const reply = {
    type: 'record_reply',
    text: 'We looked into it.',
    promisedAt: null,
    deadlineAt: null,
  } as const;
  if (chance === 0) return { ...reply, meaning: 'needs_us' };
  if (chance === 9) return { ...reply, meaning: 'solved' };
  if (chance === 18) return { ...reply, meaning: 'holding' };
  return { type: 'check_nothing' };
}

/** The lead sets Docket up, brings the team's sheet in and presses *Start*. */
export async function switchOn(week: WeekDesk): Promise<readonly CaseNumber[]> {
  const { desk, deps } = week;
  const by = { workspace: T1, person: named('Chen') } satisfies Omit<Request, 'key'>;
  for (const { id } of PEOPLE) await deps.people.find(T1, id);
  const { setup } = desk;
  const done = <T extends { ok: boolean }>(answer: T): T => {
    if (!answer.ok) throw new Error(`Not set up: ${JSON.stringify(answer)}`);
    return answer;
  };
  done(
    await setup.chooseChannel(
      by,
      { channel: channelId('C0CASES'), locale: 'zh-CN', zone: 'Asia/Shanghai' },
      null,
    ),
  );
  await week.settle();
  for (const store of STORES) done(await setup.saveStore(by, { ...store, id: null }, null));
  const { leads, reviewers } = await setup.view(T1);
  const stores = await deps.team.stores(T1);
  done(
    await setup.nameRoles(
      by,
      { leads: LEADS, reviewers: REVIEWERS, stores: [] },
      { leads, reviewers, stores },
    ),
  );
  const list = { text: SHEET, dayFirst: false, called: [] };
  const brought = await desk.bringIn(by, list, { owner: null });
  if (brought.kind !== 'done') throw new Error(`Not brought in: ${JSON.stringify(brought)}`);
  done(await setup.start(by));
  await week.settle();
  return brought.created;
}
