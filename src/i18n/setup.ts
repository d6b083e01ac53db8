import type { PreviewedBriefing } from '../desk/views/setup-view.ts';
import type { Locale } from '../domain/locale.ts';
import type { SetupStep } from '../domain/setup/steps.ts';
import type { LineProblem } from '../domain/setup/stores-list.ts';

/** Words of the set-up. Mentions, channels and escaped names arrive ready for Slack. */
export interface SetupWords {
  readonly title: string;
  readonly titleStarted: string;
  readonly intro: string;
  readonly introStarted: string;
  readonly steps: Readonly<Record<SetupStep, string>>;
  readonly states: Readonly<Record<'open' | 'skipped', string>>;
  readonly begin: Readonly<Record<SetupStep, string>>;
  readonly change: Readonly<Record<SetupStep, string>>;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly zoneOf: (city: string) => string;
  readonly storesDone: (count: number, names: readonly string[]) => string;
  readonly peopleDone: (leads: readonly string[], kept: number, stores: number) => string;
  readonly importDone: (count: number) => string;
  readonly start: string;
  readonly preview: string;
  readonly skip: (step: string) => string;
  readonly setUp: string;
  readonly save: string;
  /** The form of the channel. */
  readonly channel: {
    readonly label: string;
    readonly hint: string;
    readonly language: string;
    readonly zone: string;
    readonly missing: string;
    readonly archived: string;
    readonly private: string;
    readonly public: string;
    readonly savedInvite: (channel: string) => string;
  };
  readonly stores: {
    readonly label: string;
    readonly hint: string;
    readonly placeholder: string;
    readonly known: (names: string) => string;
    readonly empty: string;
    readonly problem: (problem: LineProblem) => string;
    readonly moreProblems: (count: number) => string;
  };
  readonly people: {
    readonly leads: string;
    readonly leadsHint: string;
    readonly reviewers: string;
    readonly reviewersHint: string;
    readonly leadMissing: string;
    readonly more: (count: number) => string;
  };
  readonly changed: string;
  readonly notMember: (name: string) => string;
  readonly previewTitle: string;
  readonly window: (marketplaces: string, when: string) => string;
  readonly noWindow: string;
  readonly briefings: string;
  /** What somebody's next briefing would name. */
  readonly briefing: (counts: PreviewedBriefing['counts']) => readonly string[];
  readonly noBriefing: string;
  readonly moreBriefings: (count: number) => string;
  readonly notSent: string;
  readonly startedNow: (channel: string) => string;
  readonly startedAlready: string;
  readonly startedTitle: string;
  readonly startedText: string;
}

const en: SetupWords = {
  title: 'Set up Docket',
  titleStarted: 'Docket is on',
  intro:
    'Four steps, about five minutes. Do them in any order, leave out what you like, and come back with `/case setup`. Nobody else hears from Docket before you press *Start*.',
  introStarted: 'You can still change everything here.',
  steps: { channel: 'Case channel', stores: 'Stores', people: 'People', import: 'Live cases' },
  states: { open: 'Not yet', skipped: 'Left out for now' },
  begin: { channel: 'Choose', stores: 'Paste a list', people: 'Name them', import: 'Bring them in' },
  change: { channel: 'Change', stores: 'Add more', people: 'Change', import: 'Add more' },
  languages: { en: 'English', 'zh-CN': '中文' },
  zoneOf: (city) => `${city} time`,
  storesDone: (count, names) =>
    `${count === 1 ? '1 store' : `${count} stores`}: ${names.join(', ')}${count > names.length ? ' …' : ''}`,
  peopleDone: (leads, kept, stores) =>
    `Leads: ${leads.join(', ')} · ${kept} of ${stores === 1 ? '1 store' : `${stores} stores`} with a keeper`,
  importDone: (count) => (count === 1 ? '1 open case' : `${count} open cases`),
  start: 'Start',
  preview: 'Preview',
  skip: (step) => `Leave out: ${step}`,
  setUp: 'Set up',
  save: 'Save',
  channel: {
    label: 'Channel where cases are posted',
    hint: 'Each case gets a card and a thread there.',
    language: 'Language of the channel',
    zone: 'Time zone of cases that nobody owns',
    missing: 'Choose the channel where cases are posted.',
    archived: 'This channel is archived. Unarchive it, or choose another one.',
    private:
      'Docket can’t see this private channel. Type /invite @Docket there, then press Save again. Your choices stay here.',
    public: 'Docket is not in this channel. Type /invite @Docket there, then press Save again.',
    savedInvite: (channel) =>
      `Saved. One thing is left: type \`/invite @Docket\` in ${channel}, so that Docket can post there.`,
  },
  stores: {
    label: 'One store a line: name, marketplaces',
    hint: 'Paste from a sheet if you like: commas, tabs or spaces, codes or country names.',
    placeholder: 'Store A, US, CA\nStore B, DE 德国',
    known: (names) => `Docket knows: ${names}`,
    empty: 'Write at least one line, such as: Store A, US, CA',
    problem: (p) => {
      switch (p.kind) {
        case 'no_name':
          return `Line ${p.line}: the name is missing. Write it first, such as: Store A, US`;
        case 'no_marketplace':
          return `Line ${p.line}: no marketplace. Write: ${p.name}, US`;
        case 'not_a_marketplace':
          return `Line ${p.line}: “${p.word}” is not one marketplace. Write codes such as US, CA, DE.`;
        case 'same_as':
          return `Line ${p.line}: the same store as line ${p.other}. Put its marketplaces into one line.`;
        case 'long_name':
          return `Line ${p.line}: the name is longer than ${p.most} characters. Shorten it.`;
        default: {
          const never: never = p;
          return never;
        }
      }
    },
    moreProblems: (count) => (count === 1 ? 'And 1 more line.' : `And ${count} more lines.`),
  },
  people: {
    leads: 'Leads',
    leadsHint: 'They set up Docket and hear of what nobody takes.',
    reviewers: 'Reviewers',
    reviewersHint: 'They read messages before these go to Amazon.',
    leadMissing: 'Name at least one lead.',
    more: (count) =>
      `${count === 1 ? '1 more store is' : `${count} more stores are`} not shown here: \`/case store\` and the name opens each.`,
  },
  changed:
    '*Somebody else changed this while the form was open.* What you entered is still here: press *Save* to put it in place of theirs, or *Close* to keep theirs.',
  notMember: (name) => `${name} is a guest or no longer in this workspace. Choose a member.`,
  previewTitle: 'Preview',
  window: (marketplaces, when) => `*Best time to submit* · ${marketplaces}\n${when}`,
  noWindow: 'Your marketplaces have no best time to submit: cases go out at any hour.',
  briefings: '*Next briefings*, each only if there is something in it',
  briefing: ({ checks, turns, covered, forWindow, digest }) =>
    [
      checks > 0 ? `${checks} to check at Amazon` : '',
      turns > 0 ? `${turns} to do` : '',
      covered > 0 ? `${covered} of a colleague who is away` : '',
      forWindow > 0 ? `${forWindow} for the best time to submit` : '',
      digest ? 'the team’s state' : '',
    ].filter(Boolean),
  noBriefing: 'Nobody would get a briefing yet: name leads and keepers, or bring in live cases.',
  moreBriefings: (count) => (count === 1 ? 'And 1 more person.' : `And ${count} more people.`),
  notSent: 'This is a look ahead. Nothing has been sent.',
  startedNow: (channel) => `Docket is on. ${channel} has a note about it.`,
  startedAlready: 'Docket was on already. Nothing was changed.',
  startedTitle: 'Docket is on',
  startedText:
    'It keeps our Amazon cases here: one owner each, no duplicates, followed up on time.\nOpen a case below or type `/case open` and what happened. `/case` shows what you can do next.',
};

const zh: SetupWords = {
  title: '设置 Docket',
  titleStarted: 'Docket 已启用',
  intro:
    '共四步，大约五分钟。顺序随意，可以先跳过，随时用 `/case 设置向导` 回到这里。点“启用”之前，Docket 不会打扰其他人。',
  introStarted: '这里的内容随时可以修改。',
  steps: { channel: '案件频道', stores: '店铺', people: '人员', import: '进行中的案件' },
  states: { open: '还没设置', skipped: '先跳过' },
  begin: { channel: '选择', stores: '粘贴列表', people: '设置', import: '导入' },
  change: { channel: '修改', stores: '继续添加', people: '修改', import: '继续导入' },
  languages: { en: 'English', 'zh-CN': '中文' },
  zoneOf: (city) => `${city}时间`,
  storesDone: (count, names) => `${count} 个店铺：${names.join('、')}${count > names.length ? ' 等' : ''}`,
  peopleDone: (leads, kept, stores) =>
    `主管：${leads.join('、')} · ${stores} 个店铺中 ${kept} 个有店铺负责人`,
  importDone: (count) => `进行中 ${count} 件`,
  start: '启用',
  preview: '预览',
  skip: (step) => `先跳过：${step}`,
  setUp: '设置 Docket',
  save: '保存',
  channel: {
    label: '案件发到哪个频道',
    hint: '每个案件在那里有一张卡片和一个讨论串。',
    language: '频道使用的语言',
    zone: '无人负责的案件按哪个时区',
    missing: '请选择案件要发到的频道。',
    archived: '这个频道已归档。请取消归档，或者选择别的频道。',
    private: 'Docket 看不到这个私密频道。请在那里发送 /invite @Docket，再点一次“保存”。已选的内容还在。',
    public: 'Docket 不在这个频道里。请在那里发送 /invite @Docket，再点一次“保存”。',
    savedInvite: (channel) =>
      `已保存。还差一步：请在 ${channel} 发送 \`/invite @Docket\`，Docket 才能发消息。`,
  },
  stores: {
    label: '每行一个店铺：名称，站点',
    hint: '可以直接从表格粘贴：逗号、制表符、空格都行，站点写代码或国家名。',
    placeholder: '店铺A，美国站，加拿大站\n店铺B，DE',
    known: (names) => `已有店铺：${names}`,
    empty: '请至少写一行，例如：店铺A，美国站，加拿大站',
    problem: (p) => {
      switch (p.kind) {
        case 'no_name':
          return `第 ${p.line} 行：缺少名称。请先写名称，例如：店铺A，美国站`;
        case 'no_marketplace':
          return `第 ${p.line} 行：缺少站点。请写成：${p.name}，美国站`;
        case 'not_a_marketplace':
          return `第 ${p.line} 行：“${p.word}”不是单个站点。请写 US、CA、DE 这样的代码或国家名。`;
        case 'same_as':
          return `第 ${p.line} 行：和第 ${p.other} 行是同一个店铺。请把站点写在同一行。`;
        case 'long_name':
          return `第 ${p.line} 行：名称超过 ${p.most} 个字，请缩短。`;
        default: {
          const never: never = p;
          return never;
        }
      }
    },
    moreProblems: (count) => `另有 ${count} 行要改。`,
  },
  people: {
    leads: '主管',
    leadsHint: '负责设置 Docket；没人跟进的案件会告诉他们。',
    reviewers: '复核人',
    reviewersHint: '内容提交给亚马逊之前由他们看一遍。',
    leadMissing: '请至少选择一位主管。',
    more: (count) => `另有 ${count} 个店铺没有列在这里：用 \`/case 店铺\` 加名称可以逐个设置。`,
  },
  changed: '*表单打开期间，有人改过这里的内容。* 你填写的还在：点“保存”会用你的覆盖，点“关闭”则保留对方的。',
  notMember: (name) => `${name} 是访客，或者已不在这个工作区。请选择正式成员。`,
  previewTitle: '预览',
  window: (marketplaces, when) => `*最佳提交时段* · ${marketplaces}\n${when}`,
  noWindow: '这些站点没有最佳提交时段，案件随时可以提交。',
  briefings: '*接下来的每日简报* （有内容才发）',
  briefing: ({ checks, turns, covered, forWindow, digest }) =>
    [
      checks > 0 ? `店铺巡查 ${checks} 件` : '',
      turns > 0 ? `待处理 ${turns} 件` : '',
      covered > 0 ? `代班 ${covered} 件` : '',
      forWindow > 0 ? `赶最佳提交时段 ${forWindow} 件` : '',
      digest ? '团队情况' : '',
    ].filter(Boolean),
  noBriefing: '目前没有人会收到简报：请设置主管和店铺负责人，或导入进行中的案件。',
  moreBriefings: (count) => `另有 ${count} 人。`,
  notSent: '这里只是预览，什么都没有发出。',
  startedNow: (channel) => `Docket 已启用，并在 ${channel} 发了一条说明。`,
  startedAlready: 'Docket 之前已经启用，没有任何改动。',
  startedTitle: 'Docket 已启用',
  startedText:
    '亚马逊案件都记录在这里：每件有一位负责人，不重复，按时追问。\n点下面的按钮新建案件，或者发送 `/case 新建` 加上情况说明。发送 `/case` 可以看到下一步能做什么。',
};

export const SETUP_WORDS: Readonly<Record<Locale, SetupWords>> = { en, 'zh-CN': zh };
