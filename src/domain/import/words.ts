import type { Status } from '../case.ts';
import { cleanText, foldWidth } from '../identifiers.ts';

/** What a column of a list holds. `replied` is Amazon's "latest reply": it counts where nothing better is known. */
export type Column =
  | ('store' | 'case_id' | 'identifier' | 'owner' | 'date')
  | ('replied' | 'status' | 'marketplace' | 'category' | 'note');

/** A word as it is compared: width, case, spaces and punctuation don't matter. */
export const foldWord = (text: string): string =>
  foldWidth(cleanText(text).normalize('NFKC'))
    .replace(/[\s_\-.,:;/()[\]#*'"、。]+/g, ' ')
    .trim()
    .toLowerCase();

const HEADERS: Readonly<Record<Column, string>> = {
  store: 'store|store name|shop|account|seller account|seller|店铺|店铺名|店铺名称|店名|账号|账户',
  case_id:
    'case id|caseid|case no|case number|case|amazon case id|support case id|案件号|案件编号|案件id|案例号|案例编号|case号|case 号|case编号|case 编号',
  identifier:
    'identifier|identifiers|id|asin|asins|asin sku|asin order|order|orders|order id|order number|sku|msku|fnsku|shipment|shipment id|reference|编号|订单号|订单编号|订单|货件|货件编号|货件号|asin编号|父asin|子asin',
  owner: 'owner|assignee|assigned to|responsible|handler|who|负责人|跟进人|跟进|处理人|担当|运营',
  date: 'date|submitted|submitted on|submitted at|submission date|date submitted|created|created on|created date|creation date|date created|date opened|opened|日期|提交日期|提交时间|时间|创建日期|创建时间|开case日期|开 case 日期',
  replied:
    'latest reply|last reply|last response|latest response|last updated|last update|updated|last correspondence|最新回复|最近回复|最后回复|更新时间|最后更新',
  status: 'status|case status|state|状态|案件状态|case状态|case 状态|进度|进展',
  marketplace: 'marketplace|market|site|country|region|站点|市场|国家',
  category: 'type|category|kind|issue type|case type|类型|类别|问题类型|分类',
  note: 'note|notes|comment|comments|remark|remarks|subject|title|summary|description|short description|issue|problem|备注|说明|情况|问题|主题|标题|描述|内容',
};

const COLUMNS: readonly Column[] = [
  'store',
  'case_id',
  'identifier',
  'owner',
  'date',
  'replied',
  'status',
  'marketplace',
  'category',
  'note',
];

const COLUMN_OF = new Map(
  COLUMNS.flatMap((column) => HEADERS[column].split('|').map((word) => [word, column] as const)),
);

/** What stands under a heading; null where the word is none that we know. */
export const columnOf = (heading: string): Column | null => COLUMN_OF.get(foldWord(heading)) ?? null;

/** Ours in both languages, and Amazon's own (A: the case lobby's words). */
const STATUSES: Readonly<Record<Status, string>> = {
  preparing: 'preparing|draft|准备中|准备|未提交',
  in_review: 'in review|review|待复核|复核中|审核中',
  ready: 'ready|to submit|待提交|准备好了',
  awaiting_amazon:
    'waiting for amazon|awaiting amazon|waiting|pending|pending amazon action|pending amazon|work in progress|in progress|submitted|open|opened|transferred|reopened|unassigned|assigned|researching|等亚马逊回复|等待亚马逊回复|等回复|等待回复|等待中|待亚马逊处理|待亚马逊回复|处理中|进行中|跟进中|已提交|已转移|转移',
  action_needed:
    'your turn|action needed|answered|needs your attention|requires attention|requires your attention|action required|pending merchant action|pending seller action|pending your action|needs reply|replied|待我方处理|待处理|需要处理|需处理|已回复|亚马逊已回复|待回复|需要关注|需要您的关注|需要操作',
  resolved: 'solved close it|solved|resolved|已解决 待关 case|已解决待关case|已解决|解决',
  closed: 'closed|done|已关闭|关闭|已关|已结案|结案',
  withdrawn: 'withdrawn|cancelled|canceled|已撤回|撤回|已取消|取消',
};

const ALL: readonly Status[] = [
  'preparing',
  'in_review',
  'ready',
  'awaiting_amazon',
  'action_needed',
  'resolved',
  'closed',
  'withdrawn',
];

const STATUS_OF = new Map(
  ALL.flatMap((status) => STATUSES[status].split('|').map((word) => [word, status] as const)),
);

/** Where a case stands, in anybody's word for it; null for an unknown one. */
export const statusOf = (said: string): Status | null => STATUS_OF.get(foldWord(said)) ?? null;
