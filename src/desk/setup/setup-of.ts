import type { WorkspaceId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { LEASE } from '../deliver/timing.ts';
import type { DeskDeps } from '../deps.ts';
import type { WorkspaceChoices } from '../ports/team.ts';
import { refreshGreeting, startedPost } from './messages.ts';
import { setupPreview } from './preview.ts';
import { saveRoles } from './roles.ts';
import { saveStore } from './save-store.ts';
import { sendOnce } from './send-once.ts';
import type { By, ChannelChoice, Saved, SetupDesk, SetupProblem } from './setup.ts';
import { setupView } from './state.ts';

/** How often a change is made again when somebody else's came first. */
const ATTEMPTS = 5;

const refused = (problem: SetupProblem) => ({ ok: false, problem }) as const;

/** The set-up over the desk's ports. */
export function setupOf(deps: DeskDeps): SetupDesk {
  const { team } = deps;

  /** Every change: whether somebody may make it, the change itself, then the message that shows how far it is. */
  async function changing<T>(by: By, work: () => Promise<Saved<T>>): Promise<Saved<T>> {
    const refusal = await whyNot(deps, by);
    if (refusal) return refused(refusal);
    const saved = await work();
    if (saved.ok) await refreshGreeting(deps, by.workspace);
    return saved;
  }

  /** Changes what the workspace chose, starting from what stands there now. */
  async function choose<T = unknown>(
    workspace: WorkspaceId,
    decide: (shown: WorkspaceChoices) => { write: WorkspaceChoices | null; answer: Saved<T> },
  ): Promise<Saved<T>> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const shown = await team.choices(workspace);
      const { write, answer } = decide(shown);
      if (write === null || (await team.choose(workspace, write, shown))) return answer;
    }
    return refused({ code: 'too_busy' });
  }

  return {
    view: (workspace) => setupView(deps, workspace),
    preview: (workspace) => setupPreview(deps, workspace),
    whyNot: (by) => whyNot(deps, by),
    isOpenFor: async (by) =>
      deps.settings(by.workspace).startedAt === undefined && (await whyNot(deps, by)) === null,
    isChannelChosen: async (workspace) => (await team.choices(workspace)).caseChannel !== null,
    chooseChannel: (by, choice, shown) =>
      changing(by, () =>
        choose<unknown>(by.workspace, (stands) => {
          const isStill = isShown(deps, by.workspace, stands, shown);
          if (!isStill) return { write: null, answer: refused({ code: 'changed' }) };
          const { channel: caseChannel, locale, zone } = choice;
          return { write: { ...stands, caseChannel, locale, zone }, answer: { ok: true } };
        }),
      ),
    addStores: (by, list) =>
      changing(by, async () => {
        const counts = { added: 0, known: 0 };
        for (const { name, marketplaces } of list) {
          counts[(await deps.cases.findStore(by.workspace, name)) ? 'known' : 'added'] += 1;
          for (const code of marketplaces) await deps.cases.ensureStore(by.workspace, name, code);
        }
        return { ok: true, ...counts };
      }),
    saveStore: (by, draft, shown) => changing(by, () => saveStore(deps, by, draft, shown)),
    nameRoles: (by, roles, shown) =>
      changing(by, async () => {
        const saved = await saveRoles(deps, by, roles, shown);
        if (!saved.ok) return saved;
        return choose(by.workspace, (stands) => ({
          write: { ...stands, steps: { ...stands.steps, people: 'done' } },
          answer: saved,
        }));
      }),
    skip: (by, step) =>
      changing(by, () =>
        choose(by.workspace, (stands) => ({
          write: { ...stands, steps: { ...stands.steps, [step]: 'skipped' } },
          answer: { ok: true },
        })),
      ),
    start: (by) => changing(by, () => start(by)),
  };

  async function start(by: By): Promise<Saved<{ already: boolean }>> {
    const { caseChannel } = deps.settings(by.workspace);
    if (caseChannel === null) return refused({ code: 'no_channel' });
    const now = deps.now();
    const answer = await choose<{ already: boolean }>(by.workspace, (stands) => {
      if (stands.startedAt !== null) return { write: null, answer: { ok: true, already: true } };
      // To be sent at once, and if this process dies before, by the next sweep.
      const started = { kind: 'sending', to: caseChannel, since: now - LEASE, fence: 0 } as const;
      return { write: { ...stands, startedAt: now, started }, answer: { ok: true, already: false } };
    });
    if (answer.ok && !answer.already)
      await sendOnce(deps, by.workspace, 'started', null, startedPost(deps, by.workspace));
    return answer;
  }
}

/** Leads, and whoever was asked to set up; anybody while there is no lead. */
export async function whyNot(deps: DeskDeps, { workspace, person }: By): Promise<Refusal | null> {
  const asker = await deps.people.find(workspace, person);
  if (!asker || asker.isGuest) return { code: 'guest' };
  const leads = await deps.people.leads(workspace);
  if (leads.length === 0 || leads.some((lead) => lead.id === person)) return null;
  const { installer } = await deps.team.choices(workspace);
  return installer === person ? null : { code: 'not_lead', leads: leads.map((lead) => lead.id) };
}

/** Whether the choices are still what a form showed; null where it showed that there was no channel. */
function isShown(
  deps: Pick<DeskDeps, 'settings'>,
  workspace: WorkspaceId,
  stands: WorkspaceChoices,
  shown: ChannelChoice | null,
): boolean {
  const now = deps.settings(workspace);
  const channel = stands.caseChannel ?? now.caseChannel;
  if (shown === null || channel === null) return shown === null && channel === null;
  return (
    channel === shown.channel &&
    (stands.locale ?? now.locale) === shown.locale &&
    (stands.zone ?? now.zone) === shown.zone
  );
}
