import type { App, AppOptions } from '../../src/app.ts';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import type { WorkspaceSeed } from '../../src/sandbox/local-slack/workspace.ts';
import { clockFrom, type MovableClock, movableClock } from '../../src/sandbox/movable-clock.ts';
import { startOn } from './app-on.ts';

export const NOBODY_CHOSE = { caseChannel: null, zone: 'Asia/Shanghai', locale: 'en' } as const;

/** A workspace in which Docket was installed a moment ago, and nobody has chosen a channel for cases. */
export async function freshWorkspace({
  workspace,
  scopes,
  startAt,
  ...given
}: Partial<AppOptions> & {
  readonly workspace: WorkspaceSeed;
  readonly scopes?: string[];
  readonly startAt: number;
}): Promise<{
  slack: LocalSlack;
  clock: MovableClock;
  app: App;
  start(): Promise<App>;
  stop(): Promise<void>;
}> {
  const clock = movableClock(clockFrom(startAt));
  const slack = await startLocalSlack({ workspace, now: clock.now, ...(scopes ? { scopes } : {}) });
  const apps: App[] = [];
  /** One more process. */
  const start = async (): Promise<App> => {
    const app = await startOn(slack, { settings: NOBODY_CHOSE, clock: () => clock, ...given });
    apps.push(app);
    await slack.eventually(() => slack.connections >= apps.length, 30_000);
    return app;
  };
  const stop = async (): Promise<void> => {
    for (const app of apps) await app.stop();
    await slack.close();
  };
  return { slack, clock, app: await start(), start, stop };
}
