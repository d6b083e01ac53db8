import { briefMessage } from '../blocks/briefing.ts';
import { guardedQuietly } from '../fault.ts';
import { readerOf } from '../reader.ts';
import type { Caller, Surface } from '../surface.ts';

/** Docket's own conversation with somebody; briefings stand nowhere else. */
const isDirect = (channel: string | null): channel is string => channel?.startsWith('D') ?? false;

/** After somebody acted in their conversation with Docket, today's briefing there shows what they did. */
export async function redrawBriefing(
  surface: Surface,
  caller: Caller,
  channel: string | null,
): Promise<void> {
  if (!isDirect(channel)) return;
  await guardedQuietly(surface, caller, 'briefing, again', async () => {
    const [{ locale }, standing] = await Promise.all([
      readerOf(surface, caller),
      surface.desk.todaysBriefing(caller.workspace, caller.person),
    ]);
    if (standing === null) return;
    const { ts, ...drawn } = standing;
    const { text, blocks } = briefMessage({ ...drawn, locale });
    await surface.client.chat.update({ channel, ts, text, blocks });
  });
}
