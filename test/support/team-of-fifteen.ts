import type { OpenRequest } from '../../src/desk/desk.ts';
import type { Profile } from '../../src/desk/ports/people.ts';
import type { StoreDraft } from '../../src/desk/setup/setup.ts';
import { type PersonId, personId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-time.ts';
import { DAY, type Instant } from '../../src/domain/time.ts';
import { at } from './story.ts';

/** Fifteen people in Shenzhen and Shanghai, London and New York, with four stores: who they are, and their cases. */

const CHINA = { zone: 'Asia/Shanghai', locale: 'zh-CN' } as const;
const LONDON = { zone: 'Europe/London', locale: 'en' } as const;
const NEW_YORK = { zone: 'America/New_York', locale: 'en' } as const;

const WHO: readonly (readonly [id: string, name: string, where: Pick<Profile, 'zone' | 'locale'>])[] = [
  ['U0CHEN', 'Chen Jing', CHINA],
  ['U0LI', 'Li Na', CHINA],
  ['U0WANG', 'Wang Wei', CHINA],
  ['U0ZHAO', 'Zhao Min', CHINA],
  ['U0LIU', 'Liu Yang', CHINA],
  ['U0SUN', 'Sun Li', CHINA],
  ['U0ZHOU', 'Zhou Qiang', CHINA],
  ['U0WU', 'Wu Fang', CHINA],
  ['U0EMMA', 'Emma Jones', LONDON],
  ['U0OLIVER', 'Oliver Hart', LONDON],
  ['U0PRIYA', 'Priya Shah', LONDON],
  ['U0MARIA', 'Maria Lopez', NEW_YORK],
  ['U0TOM', 'Tom Baker', NEW_YORK],
  ['U0GRACE', 'Grace Kim', NEW_YORK],
  ['U0DAN', 'Dan Cole', NEW_YORK],
];

export const PEOPLE: readonly Profile[] = WHO.map(([id, name, where]) => ({
  id: personId(id),
  name,
  ...where,
  isGuest: false,
  vacation: null,
}));

/** @throws for a name that nobody has. */
export function named(name: string): PersonId {
  const found = PEOPLE.find((person) => person.name.startsWith(name));
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found.id;
}

export const LEADS = [named('Chen'), named('Maria')];
export const REVIEWERS = [named('Wu'), named('Priya')];
/** Each has five of the cases that are brought in. */
export const OWNERS = ['Li', 'Wang', 'Zhao', 'Liu', 'Emma', 'Priya', 'Tom', 'Grace'].map(named);

export const STORES: readonly Omit<StoreDraft, 'id'>[] = [
  {
    name: 'Lumora',
    marketplaces: ['US', 'CA'],
    keeper: named('Sun'),
    cover: named('Grace'),
    defaultOwner: null,
    submitters: ['Li', 'Wang', 'Grace', 'Dan'].map(named),
    channel: null,
    premium: false,
  },
  {
    name: 'Northfold',
    marketplaces: ['US', 'UK'],
    keeper: named('Zhou'),
    cover: named('Tom'),
    defaultOwner: null,
    submitters: ['Zhao', 'Tom', 'Emma'].map(named),
    channel: null,
    premium: false,
  },
  {
    name: 'Pinewick',
    marketplaces: ['US'],
    keeper: named('Sun'),
    cover: named('Grace'),
    defaultOwner: named('Liu'),
    submitters: ['Liu', 'Dan', 'Grace', 'Tom'].map(named),
    channel: null,
    premium: false,
  },
  {
    name: 'Aosen Home',
    marketplaces: ['UK', 'DE'],
    keeper: named('Oliver'),
    cover: named('Emma'),
    defaultOwner: null,
    submitters: ['Emma', 'Priya'].map(named),
    channel: null,
    premium: false,
  },
];

/** Where an owner's five cases are. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'Li Na': ['Lumora，美国', 'Lumora，加拿大'],
  'Wang Wei': ['Lumora，美国', 'Lumora，美国'],
  'Zhao Min': ['Northfold，美国', 'Northfold，英国'],
  'Liu Yang': ['Pinewick，美国', 'Pinewick，美国'],
  'Emma Jones': ['Aosen Home，UK', 'Northfold，UK'],
  'Priya Shah': ['Aosen Home，DE', 'Aosen Home，UK'],
  'Tom Baker': ['Northfold，US', 'Pinewick，US'],
  'Grace Kim': ['Lumora，US', 'Pinewick，US'],
};
const STATUSES = ['等回复', '等回复', '待处理', '等回复', '等回复', '等回复', '等回复', '已解决'] as const;
const DATES = ['9月14日', '9月18日', '9月22日', '9月23日', '9月24日'] as const;

/** Forty live cases as they stood in the team's sheet: five of each owner, most of them at Amazon. */
export const SHEET = [
  '店铺，站点，Case ID，编号，负责人，提交日期，状态',
  ...Object.entries(PLACES).flatMap(([owner, places], o) =>
    Array.from({ length: 5 }, (_, i) => {
      const n = o * 5 + i;
      const status = STATUSES[n % STATUSES.length];
      const asin = `B0WEEK${String(n).padStart(4, '0')}`;
      return `${places[i % places.length]}，${16_000_000_000 + n}，${asin}，${owner}，${DATES[i]}，${status}`;
    }),
  ),
].join('\n');

/** Something that somebody does because the day brought it, not because Docket said so. */
export interface Turn {
  readonly at: Instant;
  readonly by: PersonId;
  readonly open?: OpenRequest;
  readonly away?: { readonly from: LocalDate; readonly to: LocalDate; readonly cover: PersonId | null };
  /** Offers the case of a subject to somebody. */
  readonly handOver?: { readonly asin: string; readonly to: PersonId };
}

const opening = (
  iso: string,
  by: string,
  storeName: string,
  marketplace: OpenRequest['marketplace'],
  value: string,
  more: Partial<OpenRequest> = {},
): Turn => ({
  at: at(iso),
  by: named(by),
  open: {
    storeName,
    marketplace,
    category: 'featured_offer',
    subjects: [{ kind: 'asin', value }],
    problem: 'The Buy Box is gone.',
    message: 'Please look into it.',
    deadline: null,
    different: '',
    ...more,
  },
});

const day = (month: number, d: number): LocalDate => ({ year: 2026, month, day: d });
const RED = at('2026-09-30T22:40+08:00');

/** Monday 28 September to Sunday 4 October 2026; China is on holiday from Thursday for a week. */
export const TURNS: readonly Turn[] = [
  opening('2026-09-28T10:10+08:00', 'Li', 'Lumora', 'US', 'B0NEW00001'),
  opening('2026-09-28T14:20+08:00', 'Zhao', 'Northfold', 'US', 'B0NEW00002'),
  opening('2026-09-28T10:30-04:00', 'Tom', 'Pinewick', 'US', 'B0NEW00003'),
  opening('2026-09-29T11:15+08:00', 'Liu', 'Pinewick', 'US', 'B0NEW00004', {
    deadline: { at: at('2026-10-09T23:59-07:00'), source: 'notice' },
    category: 'listing_removed',
  }),
  opening('2026-09-29T10:05+01:00', 'Emma', 'Aosen Home', 'UK', 'B0NEW00005'),
  {
    at: at('2026-09-29T15:00+08:00'),
    by: named('Wang'),
    away: { from: day(9, 30), to: day(10, 8), cover: named('Grace') },
  },
  {
    at: at('2026-09-29T16:00+01:00'),
    by: named('Priya'),
    away: { from: day(10, 1), to: day(10, 2), cover: null },
  },
  opening('2026-09-30T15:40+08:00', 'Zhao', 'Northfold', 'UK', 'B0NEW00006'),
  {
    at: at('2026-09-30T16:30+08:00'),
    by: named('Zhao'),
    handOver: { asin: 'B0NEW00006', to: named('Emma') },
  },
  opening('2026-09-30T22:40+08:00', 'Zhou', 'Pinewick', 'US', '', {
    category: 'account_health',
    subjects: [],
    problem: 'Account at risk of deactivation: 72 hours.',
    deadline: { at: RED + 3 * DAY, source: 'notice' },
  }),
  {
    at: at('2026-09-30T17:00+08:00'),
    by: named('Li'),
    away: { from: day(10, 1), to: day(10, 7), cover: named('Dan') },
  },
  opening('2026-10-01T11:00-04:00', 'Grace', 'Lumora', 'US', 'B0NEW00008'),
  opening('2026-10-02T10:00+01:00', 'Emma', 'Northfold', 'UK', 'B0NEW00009'),
  opening('2026-10-02T12:00-04:00', 'Tom', 'Northfold', 'US', 'B0NEW00010'),
  {
    at: at('2026-10-02T16:00-04:00'),
    by: named('Tom'),
    away: { from: day(10, 3), to: day(10, 6), cover: named('Grace') },
  },
];
