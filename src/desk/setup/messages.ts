import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import { personId } from '../../domain/ids.ts';
import type { DeskDeps } from '../deps.ts';
import type { Post, SetupContent } from '../ports/messenger.ts';
import { sendOnce } from './send-once.ts';
import { setupView } from './state.ts';

/** Before *Start* only one person is written to: whoever was named, else the first admin. Null: there is nobody. */
async function installerOf(
  deps: DeskDeps,
  workspace: WorkspaceId,
  named: PersonId | null,
): Promise<PersonId | null> {
  const person = named && (await deps.people.find(workspace, named));
  if (person && !person.isGuest) return person.id;
  if (named) deps.log.warn({ workspace, named }, 'INSTALLER is no member of this workspace; asking an admin');
  const [lead] = await deps.people.leads(workspace);
  return lead?.id ?? null;
}

/**
 * Takes the messages of the set-up further: asked at the start and at each sweep. A workspace whose channel the
 * environment names is at work already, so nobody is greeted there unless the environment names them too.
 */
export async function tendSetup(
  deps: DeskDeps,
  workspace: WorkspaceId,
  named: PersonId | null,
): Promise<void> {
  const { greeting, startedAt, started } = await deps.team.choices(workspace);
  if (started?.kind === 'sending')
    await sendOnce(deps, workspace, 'started', null, startedPost(deps, workspace));
  const isWanted = named !== null || deps.settings(workspace).caseChannel === null;
  if (greeting?.kind === 'sending' || (!greeting && startedAt === null && isWanted)) {
    const installer = greeting ? personId(greeting.to) : await installerOf(deps, workspace, named);
    if (installer === null) return;
    const first = { to: installer, also: { installer } };
    await sendOnce(deps, workspace, 'greeting', first, greetingPost(deps, workspace));
  }
}

/** Shows how far the set-up is in the message that asked for it. The message only helps: a fault is logged. */
export async function refreshGreeting(deps: DeskDeps, workspace: WorkspaceId): Promise<void> {
  try {
    const { greeting } = await deps.team.choices(workspace);
    if (greeting?.kind !== 'sent') return;
    const post = await greetingPost(deps, workspace)(greeting.to);
    const outcome = await deps.messenger.update(post, greeting.ts);
    if (outcome.kind !== 'sent')
      deps.log.warn({ workspace, outcome }, 'The set-up message is not up to date');
  } catch (err) {
    deps.log.warn({ err, workspace }, 'The set-up message is not up to date');
  }
}

const greetingPost =
  (deps: DeskDeps, workspace: WorkspaceId) =>
  async (to: string): Promise<Post<SetupContent>> => {
    const reader = await deps.people.find(workspace, personId(to));
    return {
      workspace,
      channel: to,
      threadTs: null,
      key: 'setup.greeting',
      locale: reader?.locale ?? deps.settings(workspace).locale,
      content: { kind: 'setup', view: await setupView(deps, workspace) },
    };
  };

export const startedPost =
  (deps: DeskDeps, workspace: WorkspaceId) =>
  async (to: string): Promise<Post<SetupContent>> => ({
    workspace,
    channel: to,
    threadTs: null,
    key: 'setup.started',
    locale: deps.settings(workspace).locale,
    content: { kind: 'started' },
  });
