import { DAY, type Duration, MINUTE, SECOND } from '../../domain/time.ts';

/** How long a claim holds; longer than the sending client's time-out, so that a look-up sees its effect. */
export const LEASE: Duration = 15 * SECOND;

/** How long an uncertain message is looked for; an outage of Slack is shorter. */
export const LOOK_FOR: Duration = DAY;

/** How long a case that fails is passed over. */
export const PASSED_OVER: Duration = 30 * SECOND;

/** A message this much after its time says that it is late. */
export const LATE: Duration = 10 * MINUTE;

/** How many notices of one case are said in one message. */
export const TOGETHER = 8;

/** The pause before the next try: 2 s, 4 s, … up to five minutes. */
export const backoff = (attempts: number): Duration =>
  Math.min(5 * MINUTE, 2 ** Math.min(attempts, 10) * SECOND);
