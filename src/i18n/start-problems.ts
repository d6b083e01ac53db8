import type { Locale } from '../domain/locale.ts';

/** Why Docket did not start, and what to do: one sentence each, on the terminal of whoever sets it up. */
export interface StartProblemWords {
  readonly botToken: (code: string) => string;
  readonly notABot: string;
  readonly appToken: (code: string) => string;
  readonly unreachable: (url: string, why: string) => string;
  readonly portTaken: (port: number) => string;
  readonly notInChannel: (channel: string, bot: string) => string;
  readonly channelUnknown: (channel: string, bot: string) => string;
  readonly channelArchived: (channel: string) => string;
  readonly scopeMissing: (scope: string) => string;
}

const en: StartProblemWords = {
  botToken: (code) =>
    `Slack refuses SLACK_BOT_TOKEN (${code}): copy the bot token (xoxb-…) from “OAuth & Permissions” of your app, then start again.`,
  notABot:
    'SLACK_BOT_TOKEN is not the token of a bot: copy the bot token (xoxb-…) from “OAuth & Permissions” of your app, then start again.',
  appToken: (code) =>
    `Slack refuses SLACK_APP_TOKEN (${code}): make an app-level token (xapp-…) with the scope connections:write, switch on Socket Mode, then start again.`,
  unreachable: (url, why) =>
    `Slack can’t be reached at ${url} (${why}): check the network, and SLACK_API_URL if you set it, then start again.`,
  portTaken: (port) => `Port ${port} is in use: set PORT to another one, then start again.`,
  notInChannel: (channel, bot) =>
    `Docket is not in the channel ${channel}: type /invite @${bot} there, then start again.`,
  channelUnknown: (channel, bot) =>
    `Docket sees no channel ${channel}: if it is a private one, type /invite @${bot} there, otherwise correct CASE_CHANNEL, then start again.`,
  channelArchived: (channel) =>
    `The channel ${channel} is archived: unarchive it or set CASE_CHANNEL to another one, then start again.`,
  scopeMissing: (scope) =>
    `SLACK_BOT_TOKEN lacks the scope ${scope}: paste manifest.json under “App Manifest” of your app and save, or add the scope under “OAuth & Permissions”; install the app again, then start again.`,
};

const zh: StartProblemWords = {
  botToken: (code) =>
    `Slack 不接受 SLACK_BOT_TOKEN（${code}）：请从应用的“OAuth & Permissions”复制 bot token（xoxb-…），再重新启动。`,
  notABot:
    'SLACK_BOT_TOKEN 不是机器人的 token：请从应用的“OAuth & Permissions”复制 bot token（xoxb-…），再重新启动。',
  appToken: (code) =>
    `Slack 不接受 SLACK_APP_TOKEN（${code}）：请创建带 connections:write 权限的 app-level token（xapp-…），打开 Socket Mode，再重新启动。`,
  unreachable: (url, why) =>
    `连接不上 Slack：${url}（${why}）。请检查网络；如果设置了 SLACK_API_URL，也请检查，再重新启动。`,
  portTaken: (port) => `端口 ${port} 已被占用：请把 PORT 改成别的端口，再重新启动。`,
  notInChannel: (channel, bot) => `Docket 不在频道 ${channel} 里：请在那里发送 /invite @${bot}，再重新启动。`,
  channelUnknown: (channel, bot) =>
    `Docket 看不到频道 ${channel}：如果是私密频道，请在那里发送 /invite @${bot}，否则请更正 CASE_CHANNEL，再重新启动。`,
  channelArchived: (channel) =>
    `频道 ${channel} 已归档：请取消归档，或把 CASE_CHANNEL 改成别的频道，再重新启动。`,
  scopeMissing: (scope) =>
    `SLACK_BOT_TOKEN 缺少权限 ${scope}：请把 manifest.json 贴到应用的“App Manifest”里保存，或者在“OAuth & Permissions”里加上，重新安装应用，再重新启动。`,
};

export const START_PROBLEMS: Readonly<Record<Locale, StartProblemWords>> = { en, 'zh-CN': zh };
