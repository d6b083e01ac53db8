import type { CaseCommand } from '../../domain/commands.ts';
import { personId } from '../../domain/ids.ts';
import type { MarketplaceCode } from '../../domain/marketplaces.ts';
import { DAY, HOUR } from '../../domain/time.ts';
import { BUSY_TROUBLES } from './busy-troubles.ts';
import { letter } from './letters.ts';
import { sampleTeam } from './sample-team.ts';
import { instantOf, type Opening, type Scene, type Team } from './scene.ts';

const START = instantOf('2026-07-20T09:00+08:00');
const NOW = instantOf('2026-10-20T19:30+08:00');
/** Until then they only used the channel. */
const BRIEFED_SINCE = instantOf('2026-10-05T09:00+08:00');
const CASES = 300;

const STORES: readonly (readonly [string, readonly MarketplaceCode[]])[] = [
  ['Lumora', ['US', 'CA']],
  ['Northfold', ['US', 'UK', 'DE']],
  ['Pinewick', ['US', 'MX']],
  ['Aosen Home', ['UK', 'DE', 'FR']],
  ['Kitewell', ['US', 'JP']],
];
const OWNERS = ['U0LINA', 'U0TOM', 'U0WANGWEI', 'U0CHENJING', 'U0LINA', 'U0MARIA', 'U0WANGWEI'] as const;
const IN_CHINESE: readonly string[] = ['U0LINA', 'U0WANGWEI', 'U0CHENJING'];

/** Something that somebody does with a case, some days after it was opened. */
type Step = readonly [days: number, command: (caseId: string, owner: string) => CaseCommand];

const submit: Step[1] = (id) => ({ type: 'submit', reference: { kind: 'case_id', id } });
const solve: Step[1] = () => ({ type: 'solve' });
const reply =
  (meaning: 'needs_us' | 'holding', text: string): Step[1] =>
  () => ({ type: 'record_reply', meaning, text, promisedAt: null, deadlineAt: null });

const close: Step[1] = () => ({ type: 'close' });
const CLOSED: readonly (readonly Step[])[] = [
  [
    [0, submit],
    [0, solve],
    [0, close],
  ],
  [
    [0, submit],
    [1, solve],
    [1, close],
  ],
  [
    [0, submit],
    [0, solve],
    [0, close],
  ],
];
const WITHDRAWN: readonly Step[] = [[0, () => ({ type: 'withdraw', why: 'Opened twice by mistake' })]];
const OPEN: readonly (readonly Step[])[] = [
  [],
  [[0, () => ({ type: 'make_ready' })]],
  [[0, submit]],
  [
    [0, submit],
    [1, reply('needs_us', 'Please send the invoices of the last 365 days.')],
  ],
  [
    [0, submit],
    [1, solve],
  ],
  [
    [
      0,
      (_, owner) => ({
        type: 'ask_review',
        reviewer: personId(owner === 'U0MARIA' ? 'U0CHENJING' : 'U0MARIA'),
      }),
    ],
  ],
  [[0, () => ({ type: 'release' })]],
  [
    [0, submit],
    [1, reply('holding', 'We are looking into this and will answer soon.')],
  ],
];

/** Cases come evenly through three months; the last of them are still open, and a few older ones too. */
function lifeOf(i: number): readonly Step[] {
  if (i % 23 === 7) return WITHDRAWN;
  const isOpen = i >= CASES - 44 || i % 29 === 3;
  const lives = isOpen ? OPEN : CLOSED;
  return lives[i % lives.length] ?? [];
}

function openingOf(i: number): { person: string; what: Opening } {
  const person = OWNERS[i % OWNERS.length] ?? 'U0TOM';
  const [storeName, marketplaces] = STORES[i % STORES.length] ?? ['Lumora', ['US']];
  const trouble = BUSY_TROUBLES[(i * 7) % BUSY_TROUBLES.length];
  if (!trouble) throw new Error('No troubles');
  const { category, kind, en, zh } = trouble;
  const value = trouble.value(i);
  const problem = IN_CHINESE.includes(person) ? zh : en;
  const marketplace = marketplaces[i % marketplaces.length] ?? 'US';
  const message = letter(
    `${value} – ${en}`,
    `${en}.`,
    'Please look into it and tell us what you need from us.',
  );
  return {
    person,
    what: { storeName, marketplace, category, subjects: [{ kind, value }], problem, message },
  };
}

interface Due {
  readonly at: number;
  readonly act: () => Promise<void>;
}

/** A team of five in its third month with Docket: 300 cases, five stores, every status, both languages. */
async function threeMonths(team: Team): Promise<void> {
  const { at, setUp, start, open, act } = team;
  await setUp('U0MARIA', sampleTeam(STORES.map(([name]) => name)));
  const gap = (NOW - START - DAY) / CASES;
  const due: Due[] = Array.from({ length: CASES }, (_, i) => {
    const { person, what } = openingOf(i);
    const opened = START + Math.floor((i * gap) / DAY) * DAY + (i % 5) * HOUR;
    return {
      at: opened,
      act: async () => {
        const number = await open(person, what);
        for (const [days, command] of lifeOf(i)) {
          const when = opened + days * DAY + HOUR;
          const step = () => act(person, number, command(String(17_000_000_001 + i * 7_919), person));
          if (when < NOW) due.push({ at: when, act: step });
        }
      },
    };
  });
  for (let day = START; day < NOW; day += DAY) {
    if (day === BRIEFED_SINCE) await start('U0MARIA');
    for (;;) {
      const today = due.filter((one) => one.at < day + 12 * HOUR).sort((a, b) => a.at - b.at);
      const [next] = today;
      if (!next) break;
      due.splice(due.indexOf(next), 1);
      await next.act();
    }
    await at(new Date(Math.min(day + DAY, NOW)).toISOString());
  }
  await at(new Date(NOW).toISOString());
}

export const busy: Scene = { name: 'busy', startAt: START, past: threeMonths };
