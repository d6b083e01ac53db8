import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from '../desk/ports/log.ts';
import type { Instant } from '../domain/time.ts';
import { errorCode } from '../store/file-errors.ts';
import type { LocalSlack } from './local-slack/local-slack.ts';
import { keptWorld } from './local-slack/world-as-json.ts';
import type { MovableClock } from './movable-clock.ts';

const keptFile = z.object({
  version: z.literal(1),
  productTime: z.number(),
  /** Its time is a story's: it stands still between two runs, and is not the wall's. */
  isStory: z.literal(true).exactOptional(),
  world: keptWorld,
});
type KeptFile = z.output<typeof keptFile>;

/** A process that is killed loses at most this much of the local Slack. */
const SAVE_MS = 300;
/** How often a turned clock is saved while nothing happens. */
const BEAT_MS = 10_000;

/** What a person has to do; the message is for them. */
export class KeptWorldError extends Error {
  override readonly name = 'KeptWorldError';
}

/**
 * Keeps the local Slack and the turned clock beside the product's database: the product updates messages that it
 * posted before a restart, so these must still be there, and time that has passed for it must have passed.
 * Reads and writes happen only while the database's lock holds the folder; that is why they are synchronous.
 */
export class KeptWorld {
  readonly #folder: string;
  readonly #file: string;
  readonly #hadDatabase: boolean;
  readonly #log: Log;
  #isStory = false;
  #save: (() => void) | undefined;
  #soon: NodeJS.Timeout | undefined;
  #stops: (() => void)[] = [];
  #finishing = false;

  constructor(folder: string, log: Log) {
    this.#folder = folder;
    this.#file = join(folder, 'slack.json');
    this.#hadDatabase = existsSync(join(folder, 'pgdata'));
    this.#log = log;
  }

  /** When a kept story goes on; undefined where none is kept. What can't be read is told by `takeUp`. */
  storyTime(): Instant | undefined {
    try {
      const kept = this.#read();
      return kept?.isStory ? kept.productTime : undefined;
    } catch {
      return undefined;
    }
  }

  /** Goes on from what was kept, and saves from now on. @throws with what to do where that can't be read. */
  takeUp(
    slack: Pick<LocalSlack, 'keep' | 'restore' | 'onChange'>,
    clock: MovableClock,
    isStory = false,
  ): void {
    this.#isStory = isStory;
    const kept = this.#read();
    if (kept) {
      slack.restore(kept.world);
      clock.turnTo(kept.productTime);
    }
    this.#save = () =>
      this.#write({
        version: 1,
        productTime: this.#timeToSave(clock),
        ...(isStory ? { isStory } : {}),
        world: slack.keep(),
      });
    this.#save();
    const beat = setInterval(() => this.#isApart(clock) && this.changed(), BEAT_MS).unref();
    this.#stops.push(
      slack.onChange(() => this.changed()),
      () => clearInterval(beat),
    );
  }

  /** Something changed that is to be saved. */
  changed(): void {
    if (this.#finishing) return this.#saveNow();
    this.#soon ??= setTimeout(() => this.#saveNow(), SAVE_MS).unref();
  }

  /** Saves each change at once from now on: as soon as the product has stopped, the folder is no longer ours. */
  finish(): void {
    this.#finishing = true;
    this.#saveNow();
  }

  /** Saves nothing any more. */
  end(): void {
    clearTimeout(this.#soon);
    for (const stop of this.#stops.splice(0)) stop();
    this.#save = undefined;
  }

  /** A turned clock runs on unsaved until the next beat. So that a kill never sets it back, that is counted in. */
  #timeToSave(clock: MovableClock): Instant {
    return clock.now() + (this.#isApart(clock) && !this.#finishing ? BEAT_MS : 0);
  }

  #isApart(clock: MovableClock): boolean {
    return this.#isStory || clock.ahead() > 0;
  }

  #saveNow(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    try {
      this.#save?.();
    } catch (err) {
      this.#log.error({ err }, `What happens in the local Slack can't be kept in ${this.#file}`);
    }
  }

  #write(kept: KeptFile): void {
    const beside = `${this.#file}.new`;
    writeFileSync(beside, JSON.stringify(kept), { flush: true });
    renameSync(beside, this.#file);
  }

  #read(): KeptFile | null {
    const afresh = `Delete the folder ${this.#folder} to start afresh, or leave out --keep.`;
    try {
      return keptFile.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') {
        const message = `${this.#file} can't be read (${reasonOf(error)}). ${afresh}`;
        throw new KeptWorldError(message, { cause: error });
      }
      if (!this.#hadDatabase) return null;
      const message = `${this.#folder} holds cases, but not the Slack that they were posted to (slack.json). ${afresh}`;
      throw new KeptWorldError(message, { cause: error });
    }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  const [first] = error.issues;
  return `${first?.path.join('.')}: ${first?.message}`;
}
