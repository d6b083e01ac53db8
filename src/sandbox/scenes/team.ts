import type { Desk } from '../../desk/desk.ts';
import { personId, workspaceId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Instant } from '../../domain/time.ts';
import type { LocalSlack } from '../local-slack/local-slack.ts';
import { TEAM } from '../local-slack/workspace.ts';
import { instantOf, type Team, type TeamInSlack } from './scene.ts';

const CASES = 'C0CASES';

export interface Workplace {
  readonly desk: Pick<Desk, 'open' | 'act'>;
  readonly locale: Locale;
  /** Turns the clock; all that is due on the way happens. */
  readonly turnTo: (instant: Instant) => Promise<void>;
}

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
