import type { ThreadRef } from '../desk/views/case-view.ts';

/** The address of a case's card, and so of its thread. Slack documents the form; asking it would cost a call. */
export const permalink = (teamUrl: string, { channel, ts }: ThreadRef): string =>
  `${teamUrl}archives/${channel}/p${ts.replace('.', '')}`;
