import { setTimeout as pause } from 'node:timers/promises';
import { dataDirOf, endWith } from './data-command.ts';
import { EXIT } from './exit-codes.ts';
import { askRunning } from './store/control.ts';
import { DataFolderError, restoredWaits } from './store/data-folder.ts';
import { openDatabase } from './store/database.ts';
import { stageSnapshot } from './store/snapshot-restore.ts';

/** A supervisor starts the next server at once. */
const RESTART_WITHIN_S = 60;

/** `npm run restore -- FILE`: the database is what it was when the file was made, while Docket runs or not. */
async function restore(file: string | undefined): Promise<string> {
  if (file === undefined) throw new DataFolderError('Say which file: npm run restore -- FILE');
  const dataDir = dataDirOf('Restore it with psql or pg_restore.');
  const { cases, lastChange } = await stageSnapshot(dataDir, file);
  const until = lastChange === null ? '' : `, the last changed at ${new Date(lastChange).toISOString()}`;
  const what = `${file} holds ${cases} ${cases === 1 ? 'case' : 'cases'}${until}.`;
  return `${what} ${await takeUp(dataDir)}`;
}

async function takeUp(dataDir: string): Promise<string> {
  const kept = 'What was there before is kept beside it, as pgdata.before-restore-….';
  const reply = await askRunning(dataDir, 'restart').catch(() => null);
  if (reply === null) {
    const opened = await openDatabase({ dataDir }).catch(() => null);
    await opened?.close();
    return (await restoredWaits(dataDir))
      ? 'Docket runs and could not be reached: restart it, its next start takes this up.'
      : `It is in place. ${kept}`;
  }
  for (let second = 0; second < RESTART_WITHIN_S; second += 1) {
    if (!(await restoredWaits(dataDir))) return `Docket has restarted with it. ${kept}`;
    await pause(1_000);
  }
  return 'Docket was asked to restart and has not come back: start it, its next start takes this up.';
}

await endWith(restore(process.argv[2]), 'The restore failed; nothing was changed', EXIT.fault);
