import type { Desk } from '../../desk/desk.ts';
import type { By, Saved, StoreDraft } from '../../desk/setup/setup.ts';
import { personId, workspaceId } from '../../domain/ids.ts';
import { type LocalDate, localDate } from '../../domain/local-time.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Instant } from '../../domain/time.ts';
import type { LocalSlack } from '../local-slack/local-slack.ts';
import { TEAM } from '../local-slack/workspace.ts';
import { instantOf, type StoreOf, type Team, type TeamInSlack } from './scene.ts';

const CASES = 'C0CASES';

export interface Workplace {
  readonly desk: Desk;
  readonly locale: Locale;
  /** Turns the clock; all that is due on the way happens. */
  readonly turnTo: (instant: Instant) => Promise<void>;
}

const setter = (person: string): By => ({ workspace: workspaceId(TEAM.id), person: personId(person) });

const draftOf = ({ name, marketplaces, keeper, cover, submitters = [] }: StoreOf): StoreDraft => ({
  id: null,
  name,
  marketplaces,
  keeper: keeper === undefined ? null : personId(keeper),
  cover: cover === undefined ? null : personId(cover),
  defaultOwner: null,
  channel: null,
  submitters: submitters.map(personId),
  premium: false,
});

async function saved(step: Promise<Saved>): Promise<void> {
  const answer = await step;
  if (!answer.ok) throw new Error(`Not saved: ${JSON.stringify(answer.problem)}`);
}

/** `2026-10-01` */
const dateOf = (iso: string): LocalDate => localDate(instantOf(`${iso}T12:00Z`), 'UTC');

export function teamAt({ desk, locale, turnTo }: Workplace): Team {
  let asked = 0;
  const request = (person: string) => {
    asked += 1;
    return { workspace: workspaceId(TEAM.id), person: personId(person), key: `scene.${asked}` };
  };
  return {
    at: (iso) => turnTo(instantOf(iso)),
    open: async (person, what) => {
      const usual = {
        storeName: 'Lumora',
        marketplace: 'US',
        message: '',
        deadline: null,
        different: '',
      } as const;
      const answer = await desk.open(request(person), { ...usual, ...what });
      if (!answer.ok) throw new Error(`Not opened: ${JSON.stringify(answer.refusal)}`);
      return answer.number;
    },
    setUp: async (by, { stores, leads, reviewers }) => {
      for (const store of stores) await saved(desk.setup.saveStore(setter(by), draftOf(store), null));
      const { leads: shownLeads, reviewers: shownReviewers } = await desk.setup.view(workspaceId(TEAM.id));
      const shown = { leads: shownLeads, reviewers: shownReviewers, stores: [] };
      const roles = { leads: leads.map(personId), reviewers: reviewers.map(personId), stores: [] };
      await saved(desk.setup.nameRoles(setter(by), roles, shown));
    },
    start: async (by) => saved(desk.setup.start(setter(by))),
    bringIn: async (person, lines) => {
      const list = { text: lines.join('\n'), dayFirst: false, called: [] };
      const done = await desk.bringIn(request(person), list, { owner: null });
      if (done.kind !== 'done' || done.failed.length > 0 || done.created.length < lines.length)
        throw new Error(
          `Not brought in: ${JSON.stringify(done)} ${JSON.stringify(await desk.checkList(request(person), list))}`,
        );
    },
    away: async (person, from, to, cover) => {
      const absence = { from: dateOf(from), to: dateOf(to), cover: cover === null ? null : personId(cover) };
      const answer = await desk.goAway(request(person), absence);
      if (!answer.ok) throw new Error(`${person} is not away: ${JSON.stringify(answer.refusal)}`);
    },
    act: async (person, number, command) => {
      const answer = await desk.act(request(person), number, command);
      if (!answer.ok) throw new Error(`#${number} ${command.type}: ${JSON.stringify(answer.refusal)}`);
    },
    say: (en, zh) => (locale === 'zh-CN' ? zh : en),
  };
}

export const teamInSlack = (team: Team, slack: LocalSlack, settle: () => Promise<void>): TeamInSlack => ({
  ...team,
  type: async (person, text) => {
    const before = slack.ephemerals(person).length;
    const done = text.startsWith('/') ? await slack.command(person, CASES, text) : undefined;
    if (done?.acked === false) throw new Error(`${text}: ${done.error}`);
    if (!done) slack.say(person, CASES, text);
    await settle();
    for (const { id } of slack.ephemerals(person).slice(before)) slack.dismiss(id);
  },
});
