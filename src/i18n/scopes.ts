import type { Locale } from '../domain/locale.ts';

/** Scopes that an older installation of the app lacks, and what that means. */
export interface ScopeWords {
  /** What does not work without one of them; a test knows that none is left out. */
  readonly without: Readonly<Record<string, string>>;
  /** One line of the log. */
  readonly warning: (scope: string, without: string) => string;
  /** To whoever asked for something that it was needed for. */
  readonly refused: (scope: string) => string;
}

const en: ScopeWords = {
  without: {
    'channels:join':
      'Docket can’t join a public channel that is chosen in the set-up: somebody must invite it.',
    'files:read': 'a csv file can’t be brought in; pasting a list works.',
    'groups:history': 'private channels can’t be used for cases.',
    'groups:read': 'private channels can’t be used for cases.',
    'im:history': 'nobody can write to Docket in its direct messages.',
    'im:write': 'direct messages that were sent can’t be brought up to date.',
  },
  warning: (scope, without) =>
    `SLACK_BOT_TOKEN lacks the scope ${scope}: ${without} Paste the new manifest.json under “App Manifest” of your app, then install it again.`,
  refused: (scope) =>
    `Slack does not let Docket do this: the app lacks the scope ${scope}. Nothing was changed. Ask whoever installed Docket to paste the new manifest.json and install the app again.`,
};

const zh: ScopeWords = {
  without: {
    'channels:join': 'Docket 不能自己加入设置里选的公开频道，需要有人邀请。',
    'files:read': '不能导入 csv 文件，粘贴列表可以。',
    'groups:history': '案件不能放在私密频道。',
    'groups:read': '案件不能放在私密频道。',
    'im:history': '不能在私信里和 Docket 对话。',
    'im:write': '已发出的私信不能更新。',
  },
  warning: (scope, without) =>
    `SLACK_BOT_TOKEN 缺少权限 ${scope}：${without}请把新的 manifest.json 贴到应用的“App Manifest”，再重新安装。`,
  refused: (scope) =>
    `Slack 不允许 Docket 这样做：应用缺少权限 ${scope}，什么都没有改动。请安装 Docket 的同事贴上新的 manifest.json，重新安装应用。`,
};

export const SCOPE_WORDS: Readonly<Record<Locale, ScopeWords>> = { en, 'zh-CN': zh };
