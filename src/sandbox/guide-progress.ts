import type { App } from '../app.ts';
import type { Case, Status } from '../domain/case.ts';
import { caseNumber, workspaceId } from '../domain/ids.ts';
import type { TimerKind } from '../domain/timers/keys.ts';
import type { LocalSlack } from './local-slack/local-slack.ts';
import { TEAM } from './local-slack/workspace.ts';
import type { SandboxGuide, SandboxGuideStep } from './protocol.ts';

/** What the guided tour opens its case about; no scene has it. */
export const GUIDE_ASIN = 'B0ABC12345';

const AFTER_READY: readonly Status[] = ['ready', 'awaiting_amazon', 'action_needed', 'resolved', 'closed'];

/** How far the tour's case has come; the latest one, where somebody went through it twice. */
export async function guideProgress(
  { cases }: Pick<App, 'cases'>,
  slack: Pick<LocalSlack, 'messages'>,
  channel: string,
): Promise<SandboxGuide | undefined> {
  const card = slack
    .messages(channel)
    .findLast(
      ({ threadTs, text, blocks }) =>
        threadTs === undefined && `${text}${JSON.stringify(blocks)}`.includes(GUIDE_ASIN),
    );
  const number = Number(/#(\d+)/.exec(`${card?.text}${JSON.stringify(card?.blocks)}`)?.[1]);
  if (!Number.isInteger(number)) return undefined;
  const loaded = await cases.load(workspaceId(TEAM.id), caseNumber(number));
  if (!loaded) return undefined;
  return { number, opener: loaded.case.openedBy, done: stepsOf(loaded.case) };
}

/** Whatever the way: what lies before a step that was done is done as well. */
function stepsOf(c: Case): SandboxGuideStep[] {
  const { phase } = c;
  const hasFired = (kind: TimerKind): boolean =>
    Object.keys(c.fired).some((key) => key.startsWith(`${kind}.`));
  const waiting = phase.status === 'awaiting_amazon' ? phase.waiting : null;
  const isOver = phase.status === 'resolved' || phase.status === 'closed';
  const reached: readonly [SandboxGuideStep, boolean][] = [
    ['opened', true],
    ['ready', AFTER_READY.includes(phase.status)],
    ['window', hasFired('window')],
    ['submitted', c.reference !== null],
    ['asked', hasFired('follow_up')],
    ['checked', waiting !== null && waiting.checked !== null],
    ['noted', (waiting?.notes ?? 0) > 0],
    ['solved', isOver],
    ['closed', phase.status === 'closed'],
  ];
  const last = reached.findLastIndex(([, isDone]) => isDone);
  return reached.slice(0, last + 1).map(([step]) => step);
}
