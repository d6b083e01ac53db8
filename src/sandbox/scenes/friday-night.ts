import { personId } from '../../domain/ids.ts';
import { HOUR } from '../../domain/time.ts';
import { asin, letter } from './letters.ts';
import { begin } from './sample-team.ts';
import { instantOf, type Scene } from './scene.ts';

const NOTICE = '2026-10-23T22:38+08:00';

/** What the team's own list had open when it began, on Thursday. */
const LIVE = [
  'Lumora US, 17198340216, FBA18KT2WQ71, Tom Baker, 2026-10-20',
  'Lumora CA, 17196627783, B0CJ3VXN8T, Li Na, 2026-10-19, Amazon replied',
  'Northfold UK, 17199058847, B0D1PQ6MZK, Wang Wei, 2026-10-21',
];

/** Friday, 22:40 in Shenzhen: an account-health notice gives 72 hours, and it is Friday morning in New York. */
export const fridayNight: Scene = {
  name: 'friday-night',
  startAt: instantOf('2026-10-22T16:10+08:00'),
  story: async (team) => {
    const { at, open, act, say } = team;
    await begin(team, ['Lumora', 'Northfold'], LIVE);
    const offer = await open('U0WANGWEI', {
      storeName: 'Northfold',
      category: 'featured_offer',
      subjects: [asin('B0CN4RJ5WL')],
      problem: say('The Buy Box is gone since Wednesday.', '购物车从周三起丢失。'),
      message: letter(
        'B0CN4RJ5WL – Featured Offer lost – please restore it',
        'Since October 21 our offer no longer shows the Featured Offer. Price, stock and metrics are unchanged.',
      ),
    });
    await at('2026-10-22T17:00+08:00');
    await act('U0WANGWEI', offer, { type: 'make_ready' });
    await at('2026-10-22T21:10+08:00');
    await act('U0WANGWEI', offer, { type: 'submit', reference: { kind: 'case_id', id: '17211290354' } });
    await at('2026-10-23T20:15+08:00');
    const order = await open('U0TOM', {
      category: 'a_to_z',
      subjects: [{ kind: 'order', value: '113-4471902-5580231' }],
      problem: say(
        'The buyer says that the parcel never came; the carrier shows it signed for.',
        '买家称未收到包裹，承运人显示已签收。',
      ),
      message: letter(
        'Order 113-4471902-5580231 – A-to-z claim – proof of delivery',
        'The carrier delivered this order on October 16; the signed proof of delivery is attached.',
      ),
      deadline: { at: instantOf('2026-10-25T12:00-04:00'), source: 'amazon_page' },
    });
    await at('2026-10-23T20:25+08:00');
    await act('U0TOM', order, { type: 'ask_review', reviewer: personId('U0MARIA') });
    await at('2026-10-23T20:40+08:00');
    await act('U0MARIA', order, { type: 'pass_review' });
    await at(NOTICE);
    await open('U0LINA', {
      category: 'account_health',
      subjects: [],
      problem: say(
        'Account at risk: Amazon wants a plan of action within 72 hours, or it deactivates the account.',
        '账户状况预警：亚马逊要求 72 小时内提交行动计划，否则停用账户。',
      ),
      deadline: { at: instantOf(NOTICE) + 72 * HOUR, source: 'notice' },
    });
    await at('2026-10-23T22:40+08:00');
  },
};
