import { setTimeout as pause } from 'node:timers/promises';
import { CARD } from '../../src/i18n/card.ts';
import type { FormValues } from '../../src/sandbox/local-slack/driver.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import type { SandboxMessage } from '../../src/sandbox/protocol.ts';
import { ACTIONS, MORE } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { STORE } from '../../src/slack/modals/open/stores.ts';
import { CASES, words } from './journey.ts';

/** A step that somebody was shown to be done: the submission was accepted, or the case shows it. */
export interface Done {
  readonly number: number;
  readonly by: string;
  /** The type of the event, and what tells it from others of its type. */
  readonly what: string;
}

/** How long somebody looks before they try again. */
const LOOK_MS = 4_000;
/** How long they wait for what Docket says by itself, at its pace and after a worker's death. */
const TOLD_MS = 90_000;
const TRIES = 30;

/**
 * People who try again what Slack shows as failed, and what has no effect, as people do; and who write down
 * what they saw done. They look at a case with `/case show`, which waits for no worker.
 */
export function stubborn(slack: LocalSlack) {
  const journal: Done[] = [];
  const seen = <T>(check: () => T) => slack.eventually(check, LOOK_MS).catch(() => null);

  async function until<T>(what: string, attempt: () => Promise<T | null>): Promise<T> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const done = await attempt();
      if (done !== null) return done;
      await pause(300);
    }
    throw new Error(`In vain, ${TRIES} times: ${what}`);
  }
  const write = (by: string, number: number, what: string): void => void journal.push({ number, by, what });

  /** What `/case show` answers now, as the latest look of this person. */
  async function look(who: string, number: number) {
    const before = new Set(slack.ephemerals(who).map(({ id }) => id));
    const typed = await slack.command(who, CASES, `/case show ${number}`);
    if (!typed.acked) return null;
    const isIt = (text: string): boolean => text.includes(`#${number} `);
    return seen(() =>
      slack.ephemerals(who).find((m) => !before.has(m.id) && isIt(m.text) && m.blocks.length > 0),
    );
  }
  const offers = (blocks: unknown[], number: number, action: string): boolean =>
    [`"action_id":"${action}"`, `"${action}:${number}"`].some((part) =>
      JSON.stringify(blocks).includes(part),
    );

  async function press(who: string, number: number, action: string): Promise<boolean> {
    const shown = await look(who, number);
    if (!shown || !offers(shown.blocks, number, action)) return false;
    const at = { ephemeral: shown.id };
    const isButton = JSON.stringify(shown.blocks).includes(`"action_id":"${action}"`);
    const clicked = isButton
      ? await slack.click(who, at, action)
      : await slack.click(who, at, MORE, `${action}:${number}`);
    return clicked.acked;
  }

  /** Sends the form that is open until it is accepted. Never again with another form: that would be twice. */
  async function send(who: string, view: string, again: () => FormValues): Promise<'sent' | 'refused'> {
    return until(`a form of ${who}`, async () => {
      const sent = await slack.submit(who, {}, { view });
      if (sent.closed) return 'sent';
      if (!sent.acked) return null;
      if (JSON.stringify(slack.views(who)).includes(FIELD.choice)) return 'refused';
      const shown = slack.views(who).find(({ id }) => id === view);
      if (shown?.view['submit'] === undefined) throw new Error(`A form ended: ${JSON.stringify(shown)}`);
      await slack.fill(who, again(), { view });
      return null;
    });
  }
  async function closeForms(who: string): Promise<void> {
    while (slack.views(who).length > 0) await slack.closeView(who);
  }
  /** The form that comes of what was just done: one of an earlier try may come late. */
  const formOf = (who: string, isIt: (view: Record<string, unknown>) => boolean) =>
    seen(() => slack.views(who).find(({ view }) => isIt(view)));
  const isFormOf = (number: number, action: string) => (view: Record<string, unknown>) =>
    view['callback_id'] === action && String(view['private_metadata']).includes(`"number":${number},`);

  return {
    journal,
    until,

    /** Opens a case about something, or adds to the case that has it already; its number. */
    async open(who: string, asin: string, store = 'Store A · US'): Promise<number> {
      const view = await until(`/case open of ${who}`, async () => {
        await closeForms(who);
        const typed = await slack.command(who, CASES, `/case open ${asin} US lost the buy box`);
        return typed.acked ? formOf(who, (view) => JSON.stringify(view).includes(asin)) : null;
      });
      const isFirst = !JSON.stringify(view).includes(STORE);
      await slack.fill(who, isFirst ? { [FIELD.newStore]: 'Store A' } : { [STORE]: store }, {
        view: view.id,
      });
      if ((await send(who, view.id, () => ({}))) === 'sent') {
        const number = await this.numberOf(asin);
        write(who, number, 'opened');
        return number;
      }
      const number = Number(/"add:(\d+)"/.exec(JSON.stringify(slack.views(who)))?.[1]);
      const choice = { [FIELD.choice]: `add:${number}` };
      await slack.fill(who, choice, { view: view.id });
      await until(`adding to #${number}`, async () =>
        (await slack.submit(who, choice, { view: view.id })).closed ? true : null,
      );
      write(who, number, 'noted');
      return number;
    },
    /** As the channel shows it, once a worker got to it. */
    async numberOf(asin: string): Promise<number> {
      const root = await slack.eventually(
        () => slack.messages(CASES).find((m) => m.threadTs === undefined && words(m).includes(asin)),
        TOLD_MS,
      );
      return Number(/#(\d+) /.exec(words(root))?.[1]);
    },
    /** Presses a button until the case shows what comes after it. */
    async presses(
      who: string,
      number: number,
      action: string,
      after: (text: string) => boolean,
      what?: string,
    ) {
      await until(`${action} on #${number}`, async () => {
        const shown = await look(who, number);
        if (shown && after(JSON.stringify(shown.blocks))) return true;
        await press(who, number, action);
        return null;
      });
      if (what !== undefined) write(who, number, what);
    },
    /** Fills and sends a form of a case; `what` is what it does. */
    async sends(who: string, number: number, action: string, values: () => FormValues, what: string) {
      const view = await until(`the form ${action} of #${number}`, async () => {
        await closeForms(who);
        return (await press(who, number, action)) ? formOf(who, isFormOf(number, action)) : null;
      });
      await slack.fill(who, values(), { view: view.id });
      await send(who, view.id, values);
      write(who, number, what);
    },
    /** Takes up what was offered, where the thread offers it. */
    async accepts(who: string, number: number, name: string) {
      const offer = await slack.eventually<SandboxMessage | undefined>(
        () =>
          slack
            .messages(CASES)
            .find((m) => m.threadTs && offers(m.blocks, number, ACTIONS.acceptOffer) && isOf(m, number)),
        TOLD_MS,
      );
      await until(`accepting #${number}`, async () => {
        const shown = await look(who, number);
        if (shown && words(shown).includes(CARD.en.ownersTurn(name))) return true;
        await slack.click(who, { channel: CASES, ts: offer.ts }, ACTIONS.acceptOffer);
        return null;
      });
      write(who, number, 'offer_accepted');
    },
    /** Says something to Docket. Slack repeats what is not acknowledged; a person, what Slack gives up. */
    async says(who: string, text: string) {
      await until(`“${text}”`, async () => {
        slack.say(who, CASES, `<@${slack.botUserId}> ${text}`);
        const sent = slack.deliveries.at(-1);
        return slack
          .eventually(() => sent?.attempts.some(({ ack }) => ack.acked), 3 * LOOK_MS)
          .then(() => true)
          .catch(() => null);
      });
    },
  };
}

const isOf = (message: SandboxMessage, number: number): boolean => words(message).includes(`#${number} `);
