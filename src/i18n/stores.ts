import type { Locale } from '../domain/locale.ts';

/** Words about stores and their people. Mentions and channels arrive ready for Slack. */
export interface StoreWords {
  readonly title: string;
  readonly listTitle: (count: number) => string;
  readonly none: string;
  readonly noneForLooking: string;
  readonly more: (count: number) => string;
  readonly unknown: (name: string) => string;
  readonly show: string;
  readonly add: string;
  readonly newTitle: string;
  readonly save: string;
  readonly name: string;
  readonly marketplaces: string;
  readonly keeper: string;
  readonly keeperHint: string;
  readonly cover: string;
  readonly coverHint: string;
  readonly owner: string;
  readonly ownerHint: string;
  readonly submitters: string;
  readonly submittersHint: string;
  readonly where: string;
  readonly caseChannel: string;
  readonly ownChannel: string;
  readonly channel: string;
  readonly premium: string;
  readonly premiumOption: string;
  readonly premiumDetail: string;
  readonly nobody: string;
  readonly anybody: string;
  readonly leadsOnly: string;
  readonly nameMissing: string;
  readonly marketplaceMissing: string;
  readonly channelMissing: string;
  readonly taken: (name: string) => string;
  readonly coverIsKeeper: (name: string) => string;
  readonly now: (lines: string) => string;
  /** One line of what is known of a store. */
  readonly fact: (what: string, is: string) => string;
  readonly comma: string;
  /** To whoever opened it. */
  readonly ownedBy: (owner: string) => string;
}

const en: StoreWords = {
  title: 'Store',
  listTitle: (count) => (count === 1 ? '1 store' : `${count} stores`),
  none: 'There are no stores yet. Add one, or paste a list in `/case setup`.',
  noneForLooking: 'There are no stores yet. A lead adds them in `/case setup`.',
  more: (count) => `And ${count} more. \`/case store\` and the name finds each of them.`,
  unknown: (name) => `There is no store called “${name}”. These are the ones that Docket knows:`,
  show: 'Show',
  add: 'Add a store',
  newTitle: 'Add a store',
  save: 'Save',
  name: 'Name',
  marketplaces: 'Marketplaces',
  keeper: 'Keeper',
  keeperHint: 'Checks the store in Seller Central each morning.',
  cover: 'Cover',
  coverHint: 'Covers for whoever of the store is away.',
  owner: 'Default owner',
  ownerHint: 'Gets the store’s new cases. Left empty: whoever opens them.',
  submitters: 'Who can sign in at Amazon',
  submittersHint: 'Left empty: anybody may be able to.',
  where: 'Where its cases are posted',
  caseChannel: 'In the case channel',
  ownChannel: 'In a channel of its own',
  channel: 'Its own channel',
  premium: 'Premium support',
  premiumOption: 'Amazon answers within an hour',
  premiumDetail: 'Docket then asks for the answer 1 hour after submission.',
  nobody: 'nobody',
  anybody: 'anybody',
  leadsOnly: 'Only leads change stores.',
  nameMissing: 'Give the store a name.',
  marketplaceMissing: 'Choose at least one marketplace.',
  channelMissing: 'Choose the channel, or let its cases go to the case channel.',
  taken: (name) => `There is a store called “${name}” already. Choose another name, or open that one.`,
  coverIsKeeper: (name) =>
    `*${name} is keeper and cover of this store:* nobody covers while they are away. Choose somebody else, or press *Save* again to keep it so.`,
  now: (lines) => `Now it says:\n${lines}`,
  fact: (what, is) => `${what}: ${is}`,
  comma: ', ',
  ownedBy: (owner) => ` ${owner} owns it.`,
};

const zh: StoreWords = {
  title: '店铺',
  listTitle: (count) => `共 ${count} 个店铺`,
  none: '还没有店铺。可以在这里添加，也可以用 `/case 设置向导` 粘贴列表。',
  noneForLooking: '还没有店铺。主管可以用 `/case 设置向导` 添加。',
  more: (count) => `另有 ${count} 个。用 \`/case 店铺\` 加名称可以查看。`,
  unknown: (name) => `没有叫“${name}”的店铺。现有的店铺：`,
  show: '查看',
  add: '添加店铺',
  newTitle: '添加店铺',
  save: '保存',
  name: '名称',
  marketplaces: '站点',
  keeper: '店铺负责人',
  keeperHint: '每天早上到后台巡查这个店铺。',
  cover: '代班',
  coverHint: '这个店铺的同事休假时，由代班处理。',
  owner: '新案件默认负责人',
  ownerHint: '这个店铺的新案件交给谁。不选就是谁新建谁负责。',
  submitters: '可登录的人',
  submittersHint: '能登录亚马逊后台的人。不选就是不限。',
  where: '案件发到哪里',
  caseChannel: '案件频道',
  ownChannel: '店铺自己的频道',
  channel: '这个店铺的频道',
  premium: '高级客服',
  premiumOption: '亚马逊一小时内回复',
  premiumDetail: '提交 1 小时后就提醒查看回复。',
  nobody: '没有',
  anybody: '不限',
  leadsOnly: '只有主管可以修改店铺。',
  nameMissing: '请填写店铺名称。',
  marketplaceMissing: '请至少选择一个站点。',
  channelMissing: '请选择频道，或者让案件发到案件频道。',
  taken: (name) => `已经有叫“${name}”的店铺。请换个名称，或者打开那个店铺。`,
  coverIsKeeper: (name) =>
    `*${name} 既是店铺负责人又是代班。* 休假时就没有人代班：请换一位，或者再点一次“保存”，就这样保留。`,
  now: (lines) => `现在的内容：\n${lines}`,
  fact: (what, is) => `${what}：${is}`,
  comma: '、',
  ownedBy: (owner) => `由 ${owner} 负责。`,
};

export const STORE_WORDS: Readonly<Record<Locale, StoreWords>> = { en, 'zh-CN': zh };
