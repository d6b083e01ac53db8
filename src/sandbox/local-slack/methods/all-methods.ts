import { BOT, TEAM } from '../workspace.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import type { Method } from './method.ts';
import { peopleMethods } from './people.ts';
import { viewMethods } from './view-methods.ts';

export const METHODS: Record<string, Method> = {
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...peopleMethods,
  ...viewMethods,
  'api.test': { token: 'none', run: (args) => ({ args: args.given }) },
  'auth.test': {
    token: 'bot',
    run: (_args, { url }) => ({
      url: url(),
      team: TEAM.name,
      team_id: TEAM.id,
      user: BOT.name.toLowerCase(),
      user_id: BOT.userId,
      bot_id: BOT.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': { token: 'app', run: (_args, { newSocketUrl }) => ({ url: newSocketUrl() }) },
};
