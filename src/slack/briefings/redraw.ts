import { z } from 'zod';
import { briefMessage } from '../blocks/briefing.ts';
import { guardedQuietly } from '../fault.ts';
import { readerOf } from '../reader.ts';
import { type Caller, isDirect, type Surface } from '../surface.ts';

/** After somebody acted in their conversation with Docket, or in Home, today's briefing shows what they did. */
export async function redrawBriefing(
  surface: Surface,
  caller: Caller,
  channel: string | null,
): Promise<void> {
  if (channel !== null && !isDirect(channel)) return;
  await guardedQuietly(surface, caller, 'briefing, again', async () => {
    const [{ locale }, standing] = await Promise.all([
      readerOf(surface, caller),
      surface.desk.todaysBriefing(caller.workspace, caller.person),
    ]);
    if (standing === null) return;
    const { ts, ...drawn } = standing;
    const { text, blocks } = briefMessage({ ...drawn, locale });
    const there = channel ?? (await conversationWith(surface, caller));
    await surface.client.chat.update({ channel: there, ts, text, blocks });
  });
}

const openedSchema = z.object({ channel: z.object({ id: z.string() }) });

const conversationWith = async ({ client }: Surface, { person }: Caller): Promise<string> =>
  openedSchema.parse(await client.conversations.open({ users: person })).channel.id;
