import type { Answer } from '../../src/desk/answer.ts';
import type { AwayAnswer } from '../../src/desk/away/away-answer.ts';
import type { Desk, OpenRequest, Request, Rivals } from '../../src/desk/desk.ts';
import type { BroughtIn } from '../../src/desk/import/list.ts';
import type { Person } from '../../src/desk/ports/people.ts';
import type { SetupDesk } from '../../src/desk/setup/setup.ts';
import type { CaseView } from '../../src/desk/views/case-view.ts';
import type { HomeView } from '../../src/desk/views/home-view.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { type CaseNumber, caseNumber, channelId, personId, storeId } from '../../src/domain/ids.ts';
import type { Locale } from '../../src/domain/locale.ts';
import { type Absence, DEFAULT_HABITS } from '../../src/domain/team.ts';
import { FRIDAY, open, viewOf } from './story.ts';

const person = (id: string, name: string, locale: Locale, more: Partial<Person> = {}): Person => ({
  id: personId(id),
  name,
  zone: locale === 'en' ? 'America/New_York' : 'Asia/Shanghai',
  locale,
  isGuest: false,
  vacation: null,
  isLead: false,
  isReviewer: false,
  office: null,
  habits: DEFAULT_HABITS,
  absences: [],
  ...more,
});

/** A desk in the test's hands: it writes down what it is asked and answers what the test says. */
export class FakeDesk implements Desk {
  readonly opened: { request: Request; what: OpenRequest }[] = [];
  readonly acted: { request: Request; number: CaseNumber; command: CaseCommand }[] = [];
  readonly people = new Map<string, Person>();
  readonly views = new Map<number, CaseView>();
  readonly sought: string[] = [];
  found: readonly CaseView[] = [];
  /** Answers by key, as the real one keeps them. */
  readonly #receipts = new Map<string, Promise<Answer>>();
  pairs: Awaited<ReturnType<Desk['stores']>> = [
    { store: { id: storeId('s1'), name: 'Store A' }, marketplace: 'US' },
    { store: { id: storeId('s1'), name: 'Store A' }, marketplace: 'DE' },
  ];
  known: Rivals = { open: [], recentlyClosed: [] };
  time = FRIDAY;
  decideOpen: (what: OpenRequest) => Promise<Answer> = async () => ({ ok: true, number: caseNumber(1) });
  decideAct: (command: CaseCommand, number: CaseNumber) => Promise<Answer> = async (_, number) => ({
    ok: true,
    number,
  });
  loadStores: () => Promise<void> = async () => {};
  readonly setup: SetupDesk = {
    view: async () => ({
      channel: channelId('C0CASES'),
      isChannelChosen: false,
      locale: 'en',
      zone: 'Asia/Shanghai',
      steps: { channel: 'done', stores: 'done', people: 'done', import: 'done' },
      next: null,
      stores: [],
      leads: [],
      reviewers: [],
      openCases: 1,
      startedAt: FRIDAY,
    }),
    preview: async () => ({ windows: [], briefings: [] }),
    whyNot: async () => null,
    isOpenFor: async () => false,
    isChannelChosen: async () => false,
    chooseChannel: async () => ({ ok: true }),
    addStores: async () => ({ ok: true, added: 0, known: 0 }),
    saveStore: async () => ({ ok: true }),
    nameRoles: async () => ({ ok: true }),
    skip: async () => ({ ok: true }),
    start: async () => ({ ok: true, already: false }),
  };

  constructor() {
    const team = [
      person('U0LINA', 'Li Na', 'zh-CN'),
      person('U0WANGWEI', 'Wang Wei', 'zh-CN'),
      person('U0MARIA', 'Maria Lopez', 'en', { isLead: true }),
      person('U0TOM', 'Tom Baker', 'en'),
      person('U0CHENJING', 'Chen Jing', 'zh-CN', { isGuest: true }),
    ];
    for (const one of team) this.people.set(one.id, one);
    this.views.set(42, viewOf(open({}, FRIDAY, personId('U0TOM'))));
  }

  open(request: Request, what: OpenRequest): Promise<Answer> {
    this.opened.push({ request, what });
    return this.#once(request.key, () => this.decideOpen(what));
  }
  act(request: Request, number: CaseNumber, command: CaseCommand): Promise<Answer> {
    this.acted.push({ request, number, command });
    return this.#once(request.key, () => this.decideAct(command, number));
  }
  #once(key: string, decide: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#receipts.get(key) ?? decide();
    this.#receipts.set(key, answer);
    return answer;
  }
  async makeLead() {
    return { ok: true } as const;
  }
  async checkList() {
    return { kind: 'checked', rows: [] } as const;
  }
  async bringIn(): Promise<BroughtIn> {
    return { kind: 'done', created: [], already: [], failed: [], unowned: 0 };
  }
  decideAway: () => Promise<AwayAnswer> = async () => ({ ok: true, cases: 5, wasAway: false });
  readonly away: { person: string; absence: Absence | null }[] = [];
  async goAway({ person: who }: Request, absence: Absence) {
    this.away.push({ person: who, absence });
    return this.decideAway();
  }
  async comeBack({ person: who }: Request) {
    this.away.push({ person: who, absence: null });
    return { ok: true, cases: 5, wasAway: true } as const;
  }
  async caseOfThread(_: unknown, { ts }: { readonly ts: string }) {
    return [...this.views.values()].find(({ thread }) => thread?.ts === ts)?.case.number ?? null;
  }
  async view(_: unknown, number: CaseNumber) {
    return this.views.get(number) ?? null;
  }
  async list() {
    return [...this.views.values()];
  }
  async find(_: unknown, text: string) {
    this.sought.push(text);
    return this.found;
  }
  async rivals() {
    return this.known;
  }
  async stores() {
    await this.loadStores();
    return this.pairs;
  }
  async person(_: unknown, id: string) {
    return this.people.get(id) ?? null;
  }
  async keeps() {
    return false;
  }
  atHome: HomeView | null = null;
  async home() {
    return this.atHome;
  }
  async todaysBriefing() {
    return null;
  }
  async chooseHabits() {
    return null;
  }
  async nextBriefings() {
    return [];
  }
  async caseChannel() {
    return channelId('C0CASES');
  }
  now() {
    return this.time;
  }
}
