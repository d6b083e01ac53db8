import { expect, test, vi } from 'vitest';
import { caseNumber } from '../../src/domain/ids.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { carryOut } from '../../src/slack/import/told.ts';
import { leadReading, quietSurface } from '../messages/quiet-surface.ts';
import { FakeDesk } from './fake-desk.ts';

test.each([
  ['en', 'Li Na brought in 1 case that was live already.'],
  ['zh-CN', 'Li Na 导入了 1 个进行中的案件。'],
] as const)('what was brought in is told to a channel in its own language: %s', async (locale, said) => {
  const desk = new FakeDesk();
  const done = { kind: 'done', created: [caseNumber(12)], already: [], failed: [], unowned: 0 } as const;
  vi.spyOn(desk, 'bringIn').mockResolvedValue(done);
  const stands = await desk.setup.view(leadReading('en').workspace);
  desk.setup.view = async () => ({ ...stands, locale });
  const surface = quietSurface(desk);
  vi.spyOn(surface.client.views, 'update').mockResolvedValue({ ok: true });
  const posted = vi.spyOn(surface.client.chat, 'postMessage').mockResolvedValue({ ok: true });
  const [other] = LOCALES.filter((one) => one !== locale);
  const meta = { channel: null, threadTs: null, checked: null, file: null, names: [] };
  const wish = {
    list: { text: '', dayFirst: false, called: [] },
    owner: null,
    count: 1,
    locale: other ?? 'en',
    meta,
  };
  const view = {
    id: 'V1',
    type: 'modal',
    hash: '',
    callback_id: '',
    private_metadata: '',
    blocks: [],
    state: { values: {} },
  };
  await carryOut(surface, leadReading('zh-CN'), view, wish);
  expect(posted.mock.calls).toMatchObject([[{ text: said }]]);
});
