import type { CategoryKey } from '../../domain/categories.ts';
import type { SubjectKind } from '../../domain/identifiers.ts';

interface Trouble {
  readonly category: CategoryKey;
  readonly kind: SubjectKind;
  /** Of the shape that Amazon's have, and another one for each case. */
  readonly value: (i: number) => string;
  readonly en: string;
  readonly zh: string;
}

const digits = (i: number, length: number): string =>
  String((i + 1) * 7_368_787)
    .padStart(length, '4')
    .slice(-length);
const letters = (i: number): string => [...digits(i, 8)].map((d) => 'BCDFGHJKLM'[Number(d)]).join('');

const asin = (i: number): string => `B0${letters(i).slice(0, 4)}${digits(i, 4)}`;
const order = (i: number): string => `113-${digits(i, 7)}-${digits(i + 1_000, 7)}`;
const shipment = (i: number): string => `FBA18${letters(i).slice(0, 3)}${digits(i, 4)}`;
const fnsku = (i: number): string => `X00${letters(i).slice(0, 3)}${digits(i, 4)}`;

/** What goes wrong in a seller's week, in the words of colleagues. */
export const BUSY_TROUBLES: readonly Trouble[] = [
  {
    category: 'featured_offer',
    kind: 'asin',
    value: asin,
    en: 'The Featured Offer is gone, price and stock unchanged',
    zh: '购物车丢失，价格和库存都没变',
  },
  {
    category: 'listing_removed',
    kind: 'asin',
    value: asin,
    en: 'The listing was removed, a compliance document is asked for',
    zh: 'Listing 被下架，要求补交合规文件',
  },
  {
    category: 'inbound_shortage',
    kind: 'shipment',
    value: shipment,
    en: 'Units are missing from the shipment',
    zh: '货件少收',
  },
  {
    category: 'fba_lost_damaged',
    kind: 'fnsku',
    value: fnsku,
    en: 'Units were lost in the warehouse',
    zh: '仓库丢失库存',
  },
  {
    category: 'fees_dimensions',
    kind: 'asin',
    value: asin,
    en: 'Billed in a size tier that is too large',
    zh: '尺寸分段错误，多收配送费',
  },
  {
    category: 'fba_return',
    kind: 'order',
    value: order,
    en: 'Refunded, but the item never came back',
    zh: '已退款，但买家没有退货',
  },
  {
    category: 'stranded_inventory',
    kind: 'asin',
    value: asin,
    en: 'Stock is stranded without an offer',
    zh: '库存变成无在售信息',
  },
  {
    category: 'feedback_review',
    kind: 'order',
    value: order,
    en: 'A feedback that is about delivery by Amazon',
    zh: '买家反馈其实是亚马逊配送问题',
  },
];
