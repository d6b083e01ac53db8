import type { KnownBlock } from '@slack/types';

/** What Slack is given: the blocks that people see, and the text for notifications and plain clients. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}
