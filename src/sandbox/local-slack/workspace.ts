import type { SandboxStatus } from '../protocol.ts';

/** Who and what a local Slack workspace starts with; tests bring their own. */
export interface WorkspaceSeed {
  people: PersonSeed[];
  channels: ChannelSeed[];
}

export interface PersonSeed {
  id: string;
  /** The display name, which others mention. */
  name: string;
  realName?: string;
  title?: string;
  tz: string;
  /** Slack's form: `en-US`, `zh-CN`. */
  locale: string;
  isAdmin?: boolean;
  /** The workspace's owner. */
  isOwner?: boolean;
  /** A guest. */
  isRestricted?: boolean;
  deleted?: boolean;
  status?: SandboxStatus;
}

export interface ChannelSeed {
  id: string;
  /** Without `#`. */
  name: string;
  isPrivate?: boolean;
  isArchived?: boolean;
  /** Default: everybody. */
  members?: string[];
  /** Whether Docket was invited. Default: yes. */
  hasBot?: boolean;
}

export const TEAM = { id: 'T0DOCKET', name: 'Docket sample team', domain: 'docket-sample' };
export const BOT = { userId: 'U0DOCKET', botId: 'B0DOCKET', appId: 'A0DOCKET', name: 'Docket' };

const CHINA = { tz: 'Asia/Shanghai', locale: 'zh-CN' };
const NEW_YORK = { tz: 'America/New_York', locale: 'en-US' };

export const SAMPLE_WORKSPACE: WorkspaceSeed = {
  people: [
    { id: 'U0LINA', name: 'Li Na', realName: 'Li Na 李娜', title: 'Owner · Shenzhen', ...CHINA },
    { id: 'U0WANGWEI', name: 'Wang Wei', realName: 'Wang Wei 王伟', title: 'Owner · Shanghai', ...CHINA },
    {
      id: 'U0CHENJING',
      name: 'Chen Jing',
      realName: 'Chen Jing 陈静',
      title: 'Reviewer · Shenzhen',
      ...CHINA,
    },
    { id: 'U0MARIA', name: 'Maria Lopez', title: 'Lead · New York', isAdmin: true, ...NEW_YORK },
    { id: 'U0TOM', name: 'Tom Baker', title: 'Owner · New York', ...NEW_YORK },
  ],
  channels: [
    { id: 'C0CASES', name: 'cases' },
    { id: 'C0GENERAL', name: 'general', hasBot: false },
  ],
};
