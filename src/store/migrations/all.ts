import type { Migration } from 'kysely';
import * as firstLight from './0001-first-light.ts';
import * as engines from './0002-engines.ts';
import * as desk from './0003-desk.ts';

/** Every migration under its name, in order. One that has shipped is never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-light': firstLight,
  '0002-engines': engines,
  '0003-desk': desk,
};
