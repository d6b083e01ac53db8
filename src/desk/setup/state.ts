import type { WorkspaceId } from '../../domain/ids.ts';
import { SETUP_STEPS, type SetupStep } from '../../domain/setup/steps.ts';
import type { DeskDeps } from '../deps.ts';
import type { SetupView } from '../views/setup-view.ts';

/** How far the set-up is: what is there counts as done, whoever brought it about. */
export async function setupView(
  deps: Pick<DeskDeps, 'team' | 'cases' | 'people' | 'settings'>,
  workspace: WorkspaceId,
): Promise<SetupView> {
  const [choices, stores, leads, people, open] = await Promise.all([
    deps.team.choices(workspace),
    deps.team.stores(workspace),
    deps.people.leads(workspace),
    deps.team.people(workspace),
    deps.cases.listOpen(workspace, null),
  ]);
  const { caseChannel: channel, locale, zone } = deps.settings(workspace);
  const isThere: Readonly<Record<SetupStep, boolean>> = {
    channel: channel !== null,
    stores: stores.length > 0,
    people: choices.steps?.people === 'done',
    import: open.length > 0,
  };
  const steps = {
    channel: stepOf('channel'),
    stores: stepOf('stores'),
    people: stepOf('people'),
    import: stepOf('import'),
  };
  function stepOf(step: SetupStep): 'open' | 'done' | 'skipped' {
    if (isThere[step]) return 'done';
    return choices.steps?.[step] === 'skipped' ? 'skipped' : 'open';
  }
  return {
    channel,
    isChannelChosen: choices.caseChannel !== null,
    locale,
    zone,
    steps,
    next: SETUP_STEPS.find((step) => steps[step] === 'open') ?? null,
    stores,
    leads: leads.map((p) => p.id),
    reviewers: people.filter((p) => p.isReviewer).map((p) => p.id),
    openCases: open.length,
    startedAt: choices.startedAt,
  };
}
