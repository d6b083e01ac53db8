import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { readDatabaseConfig } from './config.ts';
import { EXIT } from './exit-codes.ts';
import { DataFolderError } from './store/data-folder.ts';

/** The settings name a Postgres server, which has tools of its own. */
export class NotForServers extends Error {
  override readonly name = 'NotForServers';
}

/** The folder of the embedded database. @throws NotForServers with the advice. */
export function dataDirOf(advice: string): string {
  if (existsSync('.env')) loadEnvFile('.env');
  const database = readDatabaseConfig();
  if (database.engine === 'embedded') return database.dataDir;
  throw new NotForServers(`DATABASE_URL is set, so the cases are in your Postgres server. ${advice}`);
}

/** Prints what a command has to say, and ends the process with its code. */
export async function endWith(sentence: Promise<string>, failed: string, code: number): Promise<never> {
  try {
    process.stdout.write(`${await sentence}\n`);
    process.exit(EXIT.stopped);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const told = error instanceof NotForServers || error instanceof DataFolderError;
    process.stderr.write(told ? `${why}\n` : `${failed}: ${why}\n`);
    process.exit(error instanceof NotForServers ? EXIT.settings : code);
  }
}
