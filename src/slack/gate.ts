import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { ANSWERS } from '../i18n/answers.ts';
import { responseUrlOf, workspaceOf } from './payloads.ts';
import type { Surface } from './surface.ts';
import { respond } from './tell.ts';

type Arriving = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * Lets in only what this workspace sends: an id of another one must never reach the desk. Whoever sent it is
 * told kindly, where the payload says how.
 */
export async function onlyThisWorkspace(surface: Surface, arriving: Arriving): Promise<void> {
  const workspace = workspaceOf(arriving.body);
  if (workspace === surface.workspace) return arriving.next();
  surface.log.warn({ workspace }, 'A payload of another workspace was refused');
  if ('ack' in arriving && arriving.ack !== undefined) await arriving.ack();
  const url = responseUrlOf(arriving.body);
  if (url !== null) await respond(url, { text: ANSWERS[surface.defaultLocale].otherWorkspace });
}

/** How long a stop waits for what is being answered. */
const FAREWELL_MS = 5_000;

/** Knows what is being answered, so that a stop can wait for it. */
export class Running {
  readonly #answers = new Set<Promise<void>>();
  #stopping = false;

  /**
   * Nothing new begins once a stop has begun: unacknowledged, Slack shows it as failed or sends it again.
   *
   * @throws then.
   */
  async track(work: () => Promise<void>): Promise<void> {
    if (this.#stopping) throw new Error('Docket is stopping');
    const running = work();
    this.#answers.add(running);
    try {
      await running;
    } finally {
      this.#answers.delete(running);
    }
  }

  /** False if something was still running in the end. */
  async finish(ms = FAREWELL_MS): Promise<boolean> {
    this.#stopping = true;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), ms);
    });
    const done = Promise.allSettled(this.#answers).then(() => true);
    const finished = await Promise.race([done, patience]);
    clearTimeout(timer);
    return finished;
  }
}
