import { slips } from '../domain/slips.ts';

/** What can be said to Docket, after `/case` and after its name alike: one grammar for both. */
export const STEP_WORDS = [
  'claim',
  'assign',
  'release',
  'ready',
  'submitted',
  'checked',
  'replied',
  'noted',
  'note',
  'snooze',
  'solved',
  'closed',
  'reopen',
  'withdraw',
] as const;
/** A step of a case: the same as its button. */
export type StepWord = (typeof STEP_WORDS)[number];

const OTHER_WORDS = [
  'open',
  'show',
  'find',
  'mine',
  'list',
  'away',
  'back',
  'lead',
  'import',
  'setup',
  'store',
  'settings',
  'help',
] as const;
export type Word = StepWord | (typeof OTHER_WORDS)[number];

const WORDS: readonly Word[] = [...OTHER_WORDS, ...STEP_WORDS];

/** The first spelling is the one that help suggests; Chinese ones are those of the buttons. */
const SPELLINGS: Readonly<Record<Word, readonly string[]>> = {
  open: ['open', 'new', 'create', '开', '新建', '新开'],
  show: ['show', 'view', '查看', '看'],
  find: ['find', 'search', '查找', '搜索', '找'],
  mine: ['mine', 'my', '我的'],
  list: ['list', 'all', '列表', '全部'],
  away: ['away', '休假', '请假'],
  back: ['back', '回来了', '销假'],
  lead: ['lead', '主管'],
  import: ['import', '导入'],
  setup: ['setup', '设置向导', '初始化'],
  store: ['store', 'stores', '店铺'],
  settings: ['settings', 'setting', '设置'],
  help: ['help', '?', '帮助'],
  claim: ['claim', 'take', '我来跟', '认领'],
  assign: ['assign', 'handover', '转交', '分配'],
  release: ['release', '放下'],
  ready: ['ready', '待提交', '准备好了'],
  submitted: ['submitted', '已提交', '提交了'],
  checked: ['checked', '已查', '查过了'],
  replied: ['replied', '亚马逊已回复', '已回复'],
  noted: ['noted', 'chased', '已追问'],
  note: ['note', '备注', '加备注'],
  snooze: ['snooze', 'remind', '稍后提醒', '提醒'],
  solved: ['solved', '已解决'],
  closed: ['closed', '后台已关', '已关闭'],
  reopen: ['reopen', '重新打开', '重开'],
  withdraw: ['withdraw', '撤回'],
};

export const wordOf = (typed: string): Word | null =>
  WORDS.find((word) => SPELLINGS[word].some((spelling) => spelling === typed)) ?? null;

export const isStep = (word: Word): word is StepWord => STEP_WORDS.some((step) => step === word);

/** The word that was probably meant: at most two slips away, and less than half of it changed. */
export function nearestWord(typed: string): Word | null {
  const [best] = WORDS.map((word) => ({ word, slips: slips(typed, word) })).sort((a, b) => a.slips - b.slips);
  return best && best.slips <= 2 && best.slips * 2 <= best.word.length ? best.word : null;
}
