import { filePayload } from '../files.ts';
import { Refusal } from '../refusal.ts';
import type { Method } from './method.ts';

const info: Method = {
  token: 'bot',
  scopes: () => ['files:read'],
  run(args, { world, url }) {
    const file = world.files.get(args.required('file'));
    if (!file) throw new Refusal('file_not_found');
    return { file: filePayload(file, url()), comments: [], response_metadata: { next_cursor: '' } };
  },
};

export const fileMethods: Record<string, Method> = { 'files.info': info };
