import type { Json } from '../json.ts';
import type { ResponseUrls } from '../response-urls.ts';
import type { Triggers } from '../triggers.ts';
import type { Views } from '../views.ts';
import type { World } from '../world.ts';
import type { Args } from './args.ts';

/** What Web API methods work on. */
export interface Slack {
  world: World;
  views: Views;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  /** Where the local Slack listens, with a closing slash. */
  url: () => string;
  /** Makes a URL for one new Socket Mode connection. */
  newSocketUrl: () => string;
}

export interface Method {
  token: 'bot' | 'app' | 'none';
  /** Scopes of which the bot needs all; some depend on the channel. */
  scopes?: (args: Args, slack: Slack) => string[];
  /** Returns the answer without `ok`; throws a `Refusal` for Slack's errors. */
  run(args: Args, slack: Slack): Json;
}
