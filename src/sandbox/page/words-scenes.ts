import type { SandboxExchange, SandboxFault, SandboxGuideStep } from '../protocol.ts';

/** A step of the guided tour: what it is called, what to do, and what to type. */
interface GuideWords {
  title: string;
  how: string;
  type?: string;
}

/** The guide's steps in their order: the product's, and one that only the page sees. */
export const GUIDE_STEPS = [
  'opened',
  'duplicate',
  'ready',
  'window',
  'submitted',
  'asked',
  'checked',
  'noted',
  'solved',
  'closed',
] as const satisfies readonly (SandboxGuideStep | 'duplicate')[];
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** The words of scenes, of the look under the hood, and of the guide. */
export const sceneWordsEn = {
  scenes: {
    menu: 'Scenes',
    note: 'A scene begins anew: what you did in this one is gone.',
    kept: 'This sandbox is kept (--keep), so no scene replaces it.',
    preparing: (name: string) => `Setting up “${name}”…`,
    preparingNote: 'The product lives through all of it first. This page follows by itself.',
    bringGuide: 'Show the guide to a first case',
    names: {
      empty: ['Empty', 'Docket was just installed: Maria is asked to set it up.'],
      'first-case': ['First case', 'A quiet evening: one case in preparation, one with Amazon.'],
      busy: ['Busy', '300 cases in three months. Takes a while to set up.'],
      'friday-night': ['Friday night', '22:40 in Shenzhen, and an account-health notice gives 72 hours.'],
      'golden-week': ['Golden week', 'China is away for a week; one colleague in New York holds the fort.'],
    } as Readonly<Record<string, readonly [name: string, about: string]>>,
  },
  hood: {
    title: 'Under the hood',
    intro: 'What Slack and Docket say to each other.',
    trouble: 'Make trouble',
    faults: {
      slow: 'Slack answers slowly',
      'too-many': 'Slack says “too many”',
      lost: 'Answers get lost',
    } satisfies Record<SandboxFault, string>,
    faultNotes: {
      slow: 'Each answer takes 1.5 s longer.',
      'too-many': 'Status 429 with Retry-After: 3.',
      lost: 'Slack posts, then the connection breaks.',
    } satisfies Record<SandboxFault, string>,
    cut: 'Cut the socket',
    kill: 'Kill and restart Docket',
    isDown: 'Docket is down and starts again…',
    said: 'Messages',
    once: (n: number) => `${n} said once`,
    twice: (n: number) => `${n} said twice`,
    notYet: (n: number) => `${n} not yet`,
    saidNote: '“Not yet” counts what waits for somebody’s morning too.',
    filter: 'Filter',
    text: 'Text in the request or its answer',
    ways: { '': 'Both ways', 'from-slack': 'From Slack', 'to-slack': 'To Slack' },
    allKinds: 'All kinds',
    way: 'Direction',
    kind: 'Method or type',
    found: (found: number, total: number) => (found === total ? `${total} requests` : `${found} of ${total}`),
    none: 'Nothing matches.',
    outcomes: {
      ok: 'ok',
      refused: 'refused',
      spoiled: 'went wrong',
      pending: 'under way',
    } satisfies Record<SandboxExchange['outcome'], string>,
  },
  guide: {
    title: 'Your first case',
    step: (now: number, all: number) => `Step ${now} of ${all}`,
    hide: 'Hide',
    hideTitle: 'Hide the guide. You find it again under Scenes.',
    fold: 'Fold',
    unfold: 'Unfold',
    done: 'That was a whole case: one owner, no duplicate, sent at the best hour, followed up and closed.',
    doneHide: 'Done, hide this',
    actAs: (name: string) => `Act as ${name} again for this.`,
    steps: {
      opened: {
        title: 'Open a case',
        how: 'Type this in #cases, say in the form which store it is, such as Lumora, and send it.',
        type: '/case open B0ABC12345 US buy box lost',
      },
      duplicate: {
        title: 'Try the same as somebody else',
        how: 'Under “Act as” choose a colleague, type the same and choose the same store. Docket shows who has it. Then close the form.',
        type: '/case open B0ABC12345 US buy box lost',
      },
      ready: {
        title: 'Ready',
        how: 'Press “Ready” on the card. It says when Amazon answers fastest.',
      },
      window: {
        title: 'To the best hour',
        how: 'Press “To the next event” above until the owner is told in the thread: it is 09:00 in New York.',
      },
      submitted: {
        title: 'Submitted',
        how: 'Paste the text at Amazon, here only in your mind. Press “Submitted” and give this Case ID.',
        type: '12345678901',
      },
      asked: {
        title: 'Let time pass',
        how: 'Press “To the next event” until Docket asks what Seller Central shows, about three days on.',
      },
      checked: {
        title: 'Nothing yet',
        how: 'Press “Nothing yet” in the thread. Docket offers a polite note.',
      },
      noted: { title: 'Note sent', how: 'Press “Note sent”, as if you had added it to the case at Amazon.' },
      solved: { title: 'Solved', how: 'Amazon has helped. Press “Solved”.' },
      closed: {
        title: 'Closed',
        how: 'A solved case blocks the queue until it is closed there. Press “Closed at Amazon”.',
      },
    } as Record<GuideStep, GuideWords>,
  },
};

type SceneWords = typeof sceneWordsEn;

export const sceneWordsZh: SceneWords = {
  scenes: {
    menu: '场景',
    note: '换场景会从头开始，当前的内容不保留。',
    kept: '这个沙盒会保留数据（--keep），不能换成别的场景。',
    preparing: (name) => `正在布置“${name}”…`,
    preparingNote: '产品要先把之前的事都经历一遍，完成后页面会自动更新。',
    bringGuide: '显示首个案件指引',
    names: {
      empty: ['空白', '刚安装好 Docket：请 Maria 来设置。'],
      'first-case': ['第一个案件', '安静的傍晚：一个案件在准备，一个在等亚马逊。'],
      busy: ['繁忙', '三个月 300 个案件，布置需要一些时间。'],
      'friday-night': ['周五深夜', '深圳 22:40，账户状况通知只给 72 小时。'],
      'golden-week': ['国庆黄金周', '国内放假一周，由纽约同事值守。'],
    },
  },
  hood: {
    title: '幕后',
    intro: 'Slack 和 Docket 之间的往来。',
    trouble: '制造故障',
    faults: { slow: 'Slack 响应很慢', 'too-many': 'Slack 提示“请求过多”', lost: '响应丢失' },
    faultNotes: {
      slow: '每次响应多等 1.5 秒。',
      'too-many': '返回 429，Retry-After: 3。',
      lost: 'Slack 已发出消息，随后连接中断。',
    },
    cut: '切断连接',
    kill: '强制终止并重启 Docket',
    isDown: 'Docket 已停止，正在重启…',
    said: '消息',
    once: (n) => `${n} 条只发一次`,
    twice: (n) => `${n} 条重复`,
    notYet: (n) => `${n} 条待发`,
    saidNote: '“待发”包括等对方早上再发的提醒。',
    filter: '筛选',
    text: '请求或响应中的文字',
    ways: { '': '双向', 'from-slack': '来自 Slack', 'to-slack': '发往 Slack' },
    allKinds: '全部类型',
    way: '方向',
    kind: '方法或类型',
    found: (found, total) => (found === total ? `${total} 条请求` : `${found} / ${total} 条`),
    none: '没有匹配的请求。',
    outcomes: { ok: '成功', refused: '被拒绝', spoiled: '出错', pending: '进行中' },
  },
  guide: {
    title: '你的第一个案件',
    step: (now, all) => `第 ${now} 步，共 ${all} 步`,
    hide: '隐藏',
    hideTitle: '隐藏指引，之后可在“场景”里找回。',
    fold: '收起',
    unfold: '展开',
    done: '这就是一个完整的案件：有负责人、没有重复、在最佳时段提交、按时追问、最后关闭。',
    doneHide: '完成，隐藏指引',
    actAs: (name) => `这一步请切换回 ${name}。`,
    steps: {
      opened: {
        title: '新建案件',
        how: '在 #cases 输入下面的文字，在表单里选好店铺（例如 Lumora），然后提交。',
        type: '/case open B0ABC12345 美国站 丢购物车',
      },
      duplicate: {
        title: '换个人再开一次',
        how: '在“当前身份”里选一位同事，输入同样的文字并选同一家店铺。Docket 会显示谁在跟。看完关闭表单即可。',
        type: '/case open B0ABC12345 美国站 丢购物车',
      },
      ready: { title: '准备好了', how: '在卡片上点“准备好了”，会显示亚马逊回复最快的时段。' },
      window: {
        title: '到最佳时段',
        how: '点上方“到下一个事件”，直到讨论串里提醒负责人：纽约时间 09:00。',
      },
      submitted: {
        title: '已提交',
        how: '假设已在亚马逊后台提交，点“已提交”并填写这个 Case ID。',
        type: '12345678901',
      },
      asked: {
        title: '让时间过去',
        how: '点“到下一个事件”，直到 Docket 询问后台有没有回复，大约三天后。',
      },
      checked: { title: '暂无回复', how: '在讨论串里点“暂无回复”，Docket 会给出一段礼貌的追问。' },
      noted: { title: '已追问', how: '假设已在亚马逊的 Case 里追问，点“已追问”。' },
      solved: { title: '已解决', how: '亚马逊已处理，点“已解决”。' },
      closed: { title: '后台已关', how: '已解决但没关的 Case 会占着队列。点“后台已关”。' },
    },
  },
};
