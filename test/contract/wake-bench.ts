import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { LogFields } from '../../src/desk/ports/log.ts';
import type { OutboxWake, PeopleWake, WakeTimer } from '../../src/desk/ports/wake.ts';
import { caseNumber, workspaceId } from '../../src/domain/ids.ts';
import { HOUR } from '../../src/domain/time.ts';
import { type Scheduler, type SchedulerOptions, startScheduler } from '../../src/scheduler/scheduler.ts';
import { type QueueEngine, useDatabase } from '../engines.ts';
import { jobsInDatabase, jobsInRedis } from './queue-place.ts';

const WORKSPACE = workspaceId('T1');

export const timer = (key: string, dueAt: number): WakeTimer => ({
  workspaceId: WORKSPACE,
  case: caseNumber(42),
  key,
  dueAt,
});

export const lane = (number: number, notBefore: number): OutboxWake => ({
  workspaceId: WORKSPACE,
  case: caseNumber(number),
  notBefore,
});

export const silence = new Promise<never>(() => {});
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The schedule's rows as the store would keep them, and a clock that tests turn. */
interface Desk {
  turned: number;
  now: () => number;
  timers: WakeTimer[];
  outbox: OutboxWake[];
  people: PeopleWake[];
  fired: string[];
  delivered: number[];
  attended: string[];
  sweeps: number;
  log: { level: string; message: string; fields: LogFields }[];
  fire: (timer: WakeTimer) => Promise<void>;
  deliver: (lane: OutboxWake) => Promise<void>;
  attend: (wake: PeopleWake) => Promise<void>;
  sweep: () => Promise<{ timers: WakeTimer[]; outbox: OutboxWake[]; people: PeopleWake[] }>;
}

const freshDesk = (desk: Desk): Desk => ({
  turned: 0,
  now: () => Date.now() + desk.turned,
  timers: [],
  outbox: [],
  people: [],
  fired: [],
  delivered: [],
  attended: [],
  sweeps: 0,
  log: [],
  /** Firing claims the row: a twin finds none. */
  fire: async ({ key, dueAt }) => {
    if (desk.now() < dueAt) return;
    desk.fired.push(key);
    desk.timers = desk.timers.filter((row) => row.key !== key);
  },
  deliver: async (wake) => {
    desk.delivered.push(wake.case);
  },
  attend: async ({ person, at }) => {
    if (desk.now() < at) return;
    desk.attended.push(person);
    desk.people = desk.people.filter((row) => row.person !== person);
  },
  sweep: async () => {
    desk.sweeps += 1;
    return { timers: desk.timers, outbox: desk.outbox, people: desk.people };
  },
});

/** A desk for each test, and schedulers that are stopped after it. */
export function wakeBench(engine: QueueEngine, redisDatabase: number) {
  const database = useDatabase(engine.database);
  const { redis } = engine;
  const at = redis === null ? jobsInDatabase(database) : jobsInRedis(() => redis, redisDatabase);
  const desk = {} as Desk;
  const schedulers: Scheduler[] = [];

  beforeEach(() => {
    Object.assign(desk, freshDesk(desk));
  });
  afterEach(async () => {
    await Promise.all(schedulers.splice(0).map((scheduler) => scheduler.stop()));
    await at.loseAll();
  });

  async function start(options: Partial<SchedulerOptions> = {}): Promise<Scheduler> {
    const write = (level: string) => (fields: LogFields, message: string) =>
      desk.log.push({ level, message, fields });
    const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
    const scheduler = await startScheduler({
      ...at.place(),
      handlers: {
        fire: (wake) => desk.fire(wake),
        deliver: (wake) => desk.deliver(wake),
        attend: (wake) => desk.attend(wake),
      },
      sweep: () => desk.sweep(),
      now: () => desk.now(),
      log,
      sweepEvery: HOUR,
      drainLimit: 500,
      ...options,
    });
    schedulers.push(scheduler);
    await vi.waitFor(() => expect(desk.sweeps).toBeGreaterThan(0));
    return scheduler;
  }

  return {
    database,
    desk,
    start,
    fired: async (count: number) => {
      await vi.waitFor(() => expect(desk.fired.length).toBeGreaterThanOrEqual(count), 5_000);
      return desk.fired.toSorted();
    },
    jobs: at.jobs,
    loseAll: at.loseAll,
    addOdd: at.addOdd,
    faults: () => desk.log.filter(({ level }) => level === 'error').map(({ message }) => message),
    /** Clients of the pool that nobody has given back. */
    inUse: () => database().pool.totalCount - database().pool.idleCount,
  };
}
