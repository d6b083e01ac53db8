import { personId } from '../../domain/ids.ts';
import { asin, letter } from './letters.ts';
import { begin } from './sample-team.ts';
import { instantOf, type Scene } from './scene.ts';

const BACK = instantOf('2026-10-09T09:30+08:00');

/** What the team's own list had open when it began, on Tuesday. */
const LIVE = [
  'Lumora US, 17159920418, FBA18H2MZK07, Li Na, 2026-09-25',
  'Northfold UK, 17161174950, B0CF5WJ2RN, Wang Wei, 2026-09-28',
  'Aosen Home DE, 17160388127, B0CVT8M4XP, Wang Wei, 2026-09-24, Amazon replied',
];

/** 1 October: China is away for a week, one colleague in New York holds the fort, and the window opens in ten minutes. */
export const goldenWeek: Scene = {
  name: 'golden-week',
  startAt: instantOf('2026-09-29T14:30+08:00'),
  story: async (team) => {
    const { at, open, act, away, say } = team;
    await begin(team, ['Lumora', 'Northfold', 'Aosen Home'], LIVE);
    const removed = await open('U0WANGWEI', {
      storeName: 'Northfold',
      category: 'listing_removed',
      subjects: [asin('B0BX6M2YKD')],
      problem: say(
        'The listing was removed: a test report is asked for.',
        'Listing 被下架，要求提供检测报告。',
      ),
      message: letter(
        'B0BX6M2YKD – test report for the removed listing',
        'Attached is the test report that your notice of September 28 asks for. Please review and restore the listing.',
      ),
      deadline: { at: instantOf('2026-10-06T23:59-07:00'), source: 'notice' },
    });
    const fees = await open('U0LINA', {
      category: 'fees_dimensions',
      subjects: [asin('B0C9V3HTPS')],
      problem: say('Billed as oversize since the last measurement.', '上次测量后被按大件收费。'),
    });
    const units = await open('U0LINA', {
      category: 'fba_lost_damaged',
      subjects: [{ kind: 'fnsku', value: 'X003V7L2QD' }],
      problem: say('42 units lost in the warehouse in August.', '八月仓库丢失 42 件。'),
      message: letter(
        'X003V7L2QD – 42 units lost in the fulfilment centre',
        'Our ledger shows 42 units lost in August that were neither found nor reimbursed. Please reimburse them.',
      ),
    });
    await at('2026-09-29T21:10+08:00');
    await act('U0LINA', units, { type: 'submit', reference: { kind: 'case_id', id: '17163307741' } });
    await at('2026-09-30T17:20+08:00');
    await act('U0LINA', fees, {
      type: 'snooze',
      until: BACK,
      why: say('National Day; back on October 9', '国庆假期，10 月 9 日回来'),
    });
    await act('U0WANGWEI', removed, {
      type: 'hand_over',
      to: personId('U0TOM'),
      note: say(
        'The report is in the shared folder. It must go out by Monday.',
        '报告在共享文件夹里，周一前要交。',
      ),
    });
    await act('U0LINA', units, {
      type: 'hand_over',
      to: personId('U0TOM'),
      note: say('Submitted yesterday; they answer in three days.', '昨天已提交，一般三天内回复。'),
    });
    await away('U0LINA', '2026-10-01', '2026-10-08', 'U0TOM');
    await away('U0WANGWEI', '2026-10-01', '2026-10-08', 'U0TOM');
    await away('U0CHENJING', '2026-10-01', '2026-10-08', 'U0MARIA');
    await at('2026-09-30T22:05+08:00');
    await act('U0TOM', removed, { type: 'accept_offer' });
    await act('U0TOM', units, { type: 'accept_offer' });
    await act('U0TOM', removed, { type: 'make_ready' });
    await at('2026-10-01T20:30+08:00');
    await open('U0MARIA', {
      storeName: 'Northfold',
      category: 'featured_offer',
      subjects: [asin('B0D2JQ8FZM')],
      problem: say(
        'The Buy Box went this morning; price and stock unchanged.',
        '今早丢了购物车，价格和库存没变。',
      ),
    });
    await at('2026-10-01T20:50+08:00');
  },
};
