import { asin, letter } from './letters.ts';
import { instantOf, type Scene } from './scene.ts';

/** A quiet Tuesday evening in China, an hour and a half before the best time to submit. */
export const firstCase: Scene = {
  name: 'first-case',
  startAt: instantOf('2026-10-19T21:20+08:00'),
  story: async ({ at, open, act, say }) => {
    const shipment = await open('U0TOM', {
      category: 'inbound_shortage',
      subjects: [{ kind: 'shipment', value: 'FBA18H7KQ2ZT' }],
      problem: say(
        'Amazon received 180 of 240 units; the carrier has a signature for all ten cartons.',
        '亚马逊只收到 240 件中的 180 件，但承运人有全部十箱的签收记录。',
      ),
      message: letter(
        'FBA18H7KQ2ZT – 60 units missing – please investigate',
        'Amazon received 180 of the 240 units of shipment FBA18H7KQ2ZT.',
        'Proof of delivery for all ten cartons is attached. Please search for the missing units.',
      ),
    });
    await at('2026-10-19T22:05+08:00');
    await act('U0TOM', shipment, { type: 'submit', reference: { kind: 'case_id', id: '17204458810' } });
    await at('2026-10-20T18:40+08:00');
    await open('U0WANGWEI', {
      storeName: 'Northfold',
      category: 'listing_removed',
      subjects: [asin('B0CK7TZ9QN')],
      problem: say(
        'The listing was removed this morning: a compliance document is missing.',
        'Listing 今天早上被下架，提示缺少合规文件。',
      ),
    });
    await at('2026-10-20T19:30+08:00');
  },
};
