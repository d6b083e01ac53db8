import type { CategoryKey } from './categories.ts';

/**
 * What people type when they mean a category: alternatives of a regular expression, read without case. In
 * English a space also stands for a hyphen, and a word never matches inside another; Chinese has no such edges.
 *
 * `says` names the problem. `hints` are words that also occur elsewhere ("please review"); they count only
 * where nothing is named. Words that fit two categories alike are left out, such as 跟卖 (hijacked listing) and
 * 赔偿 (reimbursement): a wrong prefill costs more than none.
 */
export interface CategoryWords {
  readonly en: { readonly says: string; readonly hints?: string };
  readonly zh: { readonly says: string; readonly hints?: string };
}

const PASSIVE = '(?:(?:is|are|was|were|got|has been|have been|been|being) )?';

export const CATEGORY_WORDS: { readonly [Key in Exclude<CategoryKey, 'other'>]: CategoryWords } = {
  account_health: {
    en: {
      says: `account ${PASSIVE}(?:deactivated|suspended|banned|blocked|at risk)|account (?:deactivation|suspension|health)|(?:deactivated|suspended) account|reinstate(?:ment)?`,
      hints: 'deactivated|suspended|poa|plan of action',
    },
    zh: {
      says: '封号|封店|(?:账号|账户|帐号|帐户|店铺)(?:已?被|已经?|遭)?(?:停用|封|关停|冻结)|(?:账户|账号)(?:状况|健康|风险)',
      hints: '停用|被封|行动计划|申诉',
    },
  },
  listing_removed: {
    en: {
      says: `(?:listings?|asins?|products?) ${PASSIVE}(?:removed|taken down|suppressed|deactivated|suspended|blocked|inactive)|(?:removed|suppressed|inactive) (?:listings?|asins?)|listing (?:removal|takedown|suppression)|compliance documents?|product compliance`,
      hints: 'removed|suppressed|taken down|compliance',
    },
    zh: {
      says: '下架|(?:链接|listing|产品|商品|asin)(?:已?被|已经?)(?:删|移除|屏蔽|停售|封|抑制)|变狗|合规(?:文件|资料|审核)|禁止显示',
      hints: '合规|停售',
    },
  },
  product_safety: {
    en: { says: "cpc|children'?s product certificate|(?:test|lab) reports?|product safety" },
    zh: { says: '检测报告|测试报告|产品安全|商品安全|儿童产品证书' },
  },
  ip_complaint: {
    en: {
      says: 'ip (?:complaints?|claims?|infringements?|violations?)|intellectual property|infring(?:e|es|ed|ing|ement|ements)|copyrights?|(?:trademark|patent) (?:complaints?|claims?)|rights owner',
      hints: 'patents?|counterfeit|inauthentic',
    },
    zh: { says: '侵权|知识产权|商标投诉|版权|专利投诉|权利人', hints: '专利|假货' },
  },
  featured_offer: {
    en: { says: 'buy ?box|featured offers?' },
    zh: { says: '购物车|黄金按钮|丢车' },
  },
  advertising: {
    en: {
      says: 'advertising|(?:ads?|ppc|campaign) (?:over ?charged?|charges?|billing|invoices?|spend|fees?)|sponsored (?:products?|brands?|display)|over ?charged for (?:the |my |our )?(?:ads?|clicks)',
      hints: 'ads?|ppc',
    },
    zh: { says: '广告' },
  },
  brand_registry: {
    en: { says: 'brand (?:registry|registration)', hints: 'trademarks?' },
    zh: { says: '品牌备案|品牌注册|商标备案|品牌登记', hints: '备案|商标' },
  },
  a_to_z: {
    en: { says: 'a ?(?:to|2) ?z|atoz|a z (?:claims?|guarantee)|guarantee claims?' },
    zh: { says: 'az ?索赔|a-z ?索赔|az ?纠纷' },
  },
  fba_lost_damaged: {
    en: {
      says: '(?:lost|damaged|missing) (?:in|at|by|inside) (?:the |an? )?(?:fba |amazon )?(?:warehouse|fba|amazon|fulfil?lment cent(?:er|re))|(?:warehouse|fba) (?:lost|damaged|loss|damage)|(?:lost|damaged) (?:inventory|stock|units)',
      hints: 'lost|damaged',
    },
    zh: {
      says: '(?:库存|仓库|仓内|库内|库房)(?:货物|商品|里)?(?:弄丢|丢失|丢货|损坏|破损|遗失)',
      hints: '丢失|损坏',
    },
  },
  fba_return: {
    en: {
      says: 'customer returns?|returns? (?:(?:is|was|were|are) )?(?:not|never) (?:received|returned|arrived)|refunded (?:but|and) (?:not|never) returned',
    },
    zh: {
      says: '退货(?:未|没有?|还没)(?:收到|入库|退回|上架|返还)|(?:未|没有?)收到退货|退款(?:未|没有?|不)退货|(?:客户|买家)退货',
      hints: '退货',
    },
  },
  fba_removal: {
    en: {
      says: 'removal orders?|(?:lost|missing) removals?|removals? (?:shipments?|lost|missing|(?:not|never) received)',
      hints: 'removals?',
    },
    zh: { says: '移除(?:订单|货件|丢失|丢件|少收|少货|(?:未|没有?)收到)', hints: '移除' },
  },
  inbound_shortage: {
    en: {
      says: '(?:missing|short) (?:[0-9]+ )?units|units (?:are |were )?(?:missing|short)|inbound (?:shortage|shipments?|missing|discrepanc(?:y|ies)|lost)|shipments? (?:shortage|discrepanc(?:y|ies)|short|missing units)|(?:received|receiving) short|short received',
      hints: 'inbound|shortage|shipments?',
    },
    zh: {
      says: '少收|少货|少件|少入库|(?:货件|入库|入仓)(?:丢失|差异|短缺|缺货)|(?:接收|入库)数量不(?:符|对|一致)',
      hints: '货件|入库|入仓',
    },
  },
  stranded_inventory: {
    en: { says: 'stranded' },
    zh: { says: '无在售|滞留库存|搁浅库存' },
  },
  gating: {
    en: {
      says: '(?:un)?gat(?:ing|ed)|ungate|(?:category|brand) approval|approval to sell|restricted (?:category|brand)',
    },
    zh: { says: '(?:类目|分类|品类)(?:审核|审批|权限|申请|解锁)|销售权限|销售申请|申请销售|品牌审批' },
  },
  fees_dimensions: {
    en: {
      says: 're ?measur(?:e|ed|ing|ement)|(?:wrong|incorrect) (?:size|weight|dimensions?|measurements?)|size tier|(?:fba|fulfil?lment|referral|storage) fees?',
      hints: 'dimensions?|measurements?|weight|fees?',
    },
    zh: { says: '尺寸|重测|重新测量|测量错误|体积重|配送费|仓储费|fba ?费', hints: '费用|重量' },
  },
  hazmat: {
    en: { says: 'haz ?mat|dangerous goods?|sds|safety data sheets?|exemption sheets?' },
    zh: { says: '危险(?:品|货物|商品)|危化品|豁免表|安全数据表' },
  },
  verification: {
    en: {
      says: '(?:identity|business|account|seller|address|video|id) verification|verify (?:my |our |the |your )?(?:identity|business|account|address)|inform (?:consumers )?act|kyc',
      hints: 'verification|verify',
    },
    zh: {
      says: '(?:身份|企业|公司|地址|视频|账户|账号|店铺|卖家)(?:审核|验证|认证)|二审',
      hints: '审核|验证|认证',
    },
  },
  funds_on_hold: {
    en: {
      says: `(?:funds?|disbursements?|payments?|payouts?|money|balance) ${PASSIVE}(?:on hold|held|withheld|frozen|reserved)|(?:disbursement|payout|payment) holds?|(?:held|withheld|frozen) (?:funds?|disbursements?|payments?)|account level reserve`,
      hints: 'disbursements?|payouts?',
    },
    zh: {
      says: '(?:资金|款项|余额|货款)(?:已?被|已经?)?(?:冻结|扣留|扣押|扣住|预留|暂扣)|冻结(?:了)?资金|(?:不|没有?|暂停|停止)放款',
      hints: '资金|放款|冻结',
    },
  },
  feedback_review: {
    en: {
      says: '(?:negative|bad|fake|malicious|(?:one|1) star|product|customer|abusive) (?:reviews?|feedbacks?|ratings?)|(?:seller|buyer) feedbacks?|(?:remove|delete) (?:a |an |the |this |that )?(?:reviews?|feedbacks?)|(?:review|feedback) (?:removal|abuse)',
      hints: 'reviews?|feedbacks?',
    },
    zh: {
      says: '差评|恶意评[价论]|(?:删|移除)(?:除)?(?:评论|评价|反馈|review)|店铺反馈|买家反馈',
      hints: '评价|评论|反馈',
    },
  },
  performance_notice: {
    en: {
      says: 'performance (?:notifications?|notices?|warnings?)|order defects?(?: rate)?|odr|late shipments?(?: rate)?|late shipping|late dispatch|cancell?ation rate|valid tracking rate|vtr',
    },
    zh: { says: '绩效(?:通知|警告|问题)|迟发|订单缺陷|缺陷率|取消率|有效追踪率' },
  },
};

/** Said after a marketplace's code or name, these make clear that the marketplace is meant. */
export const STORE_WORDS = { en: 'stores?|sites?|market ?places?|market|shop', zh: '站点|站|店铺|店' };

/** What looks like a marketplace and is none, or several. */
export const NO_MARKETPLACE = [
  'us dollars',
  'us dollar',
  'new mexico',
  '印度尼西亚',
  '北美站',
  '南美站',
  '北美',
  '南美',
];

/** Codes that are English words too: in small letters ("contact us", "is it in") they are not believed. */
export const CODES_LIKE_WORDS = ['US', 'IT', 'IN', 'BE'];

/** Codes that people write in small letters too, and that are no word in English. */
export const CODES_IN_SMALL = ['UK', 'JP', 'MX', 'SG'];
