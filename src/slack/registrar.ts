import type { App } from '@slack/bolt';

/** The part of Bolt that listeners are given to. */
export type Registrar = Pick<App, 'command' | 'action' | 'view' | 'event' | 'shortcut'>;
