import type { App } from '../../src/app.ts';
import type { By, Saved } from '../../src/desk/setup/setup.ts';
import { channelId, personId, workspaceId } from '../../src/domain/ids.ts';
import { CASES } from './journey.ts';

/** Maria, a lead, in the sample workspace. */
export const BY_MARIA: By = { workspace: workspaceId('T0DOCKET'), person: personId('U0MARIA') };

/** @throws where the desk refuses: then the test's own set-up is wrong. */
export async function saved<T>(answer: Promise<Saved<T>>): Promise<T> {
  const read = await answer;
  if (!read.ok) throw new Error(`Not saved: ${JSON.stringify(read.problem)}`);
  return read;
}

/** The least that a workspace needs to be on: its channel, a store, *Start*. Goes through the desk. */
export async function startedWorkspace(
  product: { readonly app: Pick<App, 'desk'> },
  by = BY_MARIA,
): Promise<void> {
  const { setup } = product.app.desk;
  const { channel, locale, zone } = await setup.view(by.workspace);
  const shown = channel === null ? null : { channel, locale, zone };
  await saved(setup.chooseChannel(by, { channel: channelId(CASES), locale, zone }, shown));
  await saved(setup.addStores(by, [{ name: 'Store A', marketplaces: ['US'] }]));
  await saved(setup.start(by));
}
