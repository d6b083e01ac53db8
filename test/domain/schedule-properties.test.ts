import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor, CaseCommand } from '../../src/domain/commands.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { at, LI, MARIA, Story, WEI } from '../support/story.ts';

const START = at('2026-11-27T17:00-05:00');
const HOUR = 3_600_000;

interface Step {
  readonly wait: number;
  readonly actor: Actor;
  readonly command: CaseCommand['type'] | 'fire';
}

const steps = fc.array(
  fc.record<Step>({
    wait: fc.integer({ min: 0, max: 200 * HOUR }),
    actor: fc.constantFrom(LI, WEI, MARIA),
    command: fc.constantFrom(
      'fire',
      'note',
      'edit',
      'ask_review',
      'pass_review',
      'return_review',
      'set_deadline',
      'take',
      'release',
      'hand_over',
      'accept_offer',
      'decline_offer',
      'make_ready',
      'take_back',
      'submit',
      'check_nothing',
      'send_note',
      'record_reply',
      'solve',
      'close',
      'reopen',
      'withdraw',
      'snooze',
    ),
  }),
  { maxLength: 40 },
);

function command(type: Exclude<Step['command'], 'fire'>, now: number): CaseCommand {
  switch (type) {
    case 'note':
      return { type, text: 'A note' };
    case 'edit':
      return { type, summary: '', message: 'Please restore the Buy Box.' };
    case 'ask_review':
      return { type, reviewer: WEI.id };
    case 'set_deadline':
      return { type, at: now + 100 * HOUR };
    case 'hand_over':
      return { type, to: WEI.id, note: '' };
    case 'submit':
      return { type, reference: { kind: 'case_id', id: '12345678901' } };
    case 'record_reply':
      return { type, meaning: 'holding', text: '', promisedAt: now + 90 * HOUR, deadlineAt: null };
    case 'snooze':
      return { type, until: now + 50 * HOUR, why: 'Later' };
    case 'decline_offer':
    case 'return_review':
    case 'reopen':
    case 'withdraw':
      return { type, why: 'Because' };
    case 'take':
    case 'release':
    case 'accept_offer':
    case 'pass_review':
    case 'make_ready':
    case 'take_back':
    case 'check_nothing':
    case 'send_note':
    case 'solve':
    case 'close':
      return { type };
    default:
      throw new Error(`No sample of ${type}`);
  }
}

function live(path: readonly Step[]): { story: Story; now: number } {
  const story = new Story(START);
  let now = START;
  for (const step of path) {
    now += step.wait;
    if (step.command === 'fire') story.fire(now);
    else story.do(now, step.actor, command(step.command, now));
  }
  return { story, now };
}

test('a fired key is never planned again, and no key is planned twice', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { story } = live(path);
      const planned = story.timers();
      for (const timer of planned) expect(story.case.fired[timer.key]).toBeUndefined();
      expect(new Set(planned.map((t) => t.key)).size).toBe(planned.length);
    }),
    { numRuns: 300 },
  );
});

test('an open case always has a next step; one that is over has none', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { story } = live(path);
      const over = ['closed', 'withdrawn'].includes(story.case.phase.status);
      expect(story.timers().length > 0).toBe(!over);
    }),
    { numRuns: 300 },
  );
});

test('firing always gets on: from wake to wake the schedule moves forward in time', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { story, now } = live(path);
      let last = now;
      for (let i = 0; i < 25; i += 1) {
        const [next] = story.timers();
        if (!next) return;
        const when = Math.max(next.dueAt, last);
        expect(story.fire(when).length).toBeGreaterThan(0);
        for (const timer of story.timers()) expect(timer.dueAt).toBeGreaterThanOrEqual(when);
        last = when;
      }
      expect(last).toBeGreaterThan(now);
    }),
    { numRuns: 100 },
  );
});

test('the history alone makes the case, and the case survives being written down', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { story } = live(path);
      const born = new Story(START).case;
      expect(story.history.slice(1).reduce(evolve, born)).toEqual(story.case);
      expect(JSON.parse(JSON.stringify(story.case))).toEqual(story.case);
    }),
    { numRuns: 300 },
  );
});
