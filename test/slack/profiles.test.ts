import { WebClient } from '@slack/web-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { personId, workspaceId } from '../../src/domain/ids.ts';
import { startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { slackProfiles } from '../../src/slack/profiles.ts';

async function directory() {
  const slack = await startLocalSlack({
    workspace: {
      people: [
        { id: 'U0LINA', name: 'Li Na', realName: '李娜', tz: 'Asia/Shanghai', locale: 'zh-CN' },
        { id: 'U0MARIA', name: 'Maria', tz: 'America/New_York', locale: 'en-US', isAdmin: true },
        { id: 'U0OWNER', name: 'Olga', tz: 'Asia/Taipei', locale: 'zh-TW', isOwner: true },
        { id: 'U0GUEST', name: 'Gus', tz: 'Europe/London', locale: 'en-GB', isRestricted: true },
        { id: 'U0GONE', name: 'Gone', tz: 'Europe/London', locale: 'en-GB', isAdmin: true, deleted: true },
      ],
      channels: [{ id: 'C0CASES', name: 'cases' }],
    },
  });
  onTestFinished(() => slack.close());
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  return { slack, profiles: slackProfiles(client), team: workspaceId(slack.teamId) };
}

describe('what Slack says of people', () => {
  it('is read into name, zone and language', async () => {
    const { profiles, team } = await directory();
    expect(await profiles.find(team, personId('U0LINA'))).toEqual({
      id: 'U0LINA',
      name: 'Li Na',
      zone: 'Asia/Shanghai',
      locale: 'zh-CN',
      isGuest: false,
      vacation: null,
    });
    expect(await profiles.find(team, personId('U0OWNER'))).toMatchObject({
      zone: 'Asia/Taipei',
      locale: 'zh-CN',
    });
    expect(await profiles.find(team, personId('U0MARIA'))).toMatchObject({ locale: 'en' });
  });

  it('goes on with a zone that this machine does not know', async () => {
    const user = { id: 'U0MARS', name: 'mars', tz: 'Mars/Olympus' };
    const client = { users: { info: async () => ({ ok: true, user }) } } as unknown as WebClient;
    const found = await slackProfiles(client).find(workspaceId('T1'), personId('U0MARS'));
    expect(found).toEqual({
      id: 'U0MARS',
      name: 'mars',
      zone: 'UTC',
      locale: 'en',
      isGuest: false,
      vacation: null,
    });
  });

  it('tells guests, bots, the departed and other organisations’ people from members', async () => {
    const { slack, profiles, team } = await directory();
    for (const id of ['U0GUEST', 'U0GONE', slack.botUserId])
      expect(await profiles.find(team, personId(id))).toMatchObject({ isGuest: true });
    expect(await profiles.find(workspaceId('T0OTHER'), personId('U0LINA'))).toMatchObject({ isGuest: true });
  });

  it('is nothing for somebody unknown, and an error where Slack can’t be asked', async () => {
    const { slack, profiles, team } = await directory();
    expect(await profiles.find(team, personId('U0NOBODY'))).toBeNull();
    await slack.close();
    await expect(profiles.find(team, personId('U0LINA'))).rejects.toThrow('fetch failed');
  });

  it('names admins and owners who are still there', async () => {
    const { profiles, team } = await directory();
    const admins = await profiles.admins(team);
    expect(admins.map(({ id }) => id).sort()).toEqual(['U0MARIA', 'U0OWNER']);
  });
});
