import { Kysely, PostgresDialect } from 'kysely';
import type { Briefs } from '../desk/ports/briefs.ts';
import type { Cases } from '../desk/ports/cases.ts';
import type { Happenings } from '../desk/ports/happenings.ts';
import type { Outbox } from '../desk/ports/outbox.ts';
import type { Paces } from '../desk/ports/paces.ts';
import type { Roster } from '../desk/ports/people.ts';
import type { Plans } from '../desk/ports/plans.ts';
import type { Team } from '../desk/ports/team.ts';
import { postgresBriefs } from './briefs.ts';
import { postgresCases } from './cases.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { postgresHappenings } from './happenings.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { postgresOutbox } from './outbox.ts';
import { postgresPaces } from './paces.ts';
import { postgresPlans } from './plans.ts';
import { postgresRoster } from './roster.ts';
import type { Tables } from './schema.ts';
import { postgresTeam } from './team.ts';

/** Everything that is kept, behind the desk's ports, and the pool that the job queue shares. */
export interface Store {
  readonly cases: Cases;
  readonly outbox: Outbox;
  readonly paces: Paces;
  readonly roster: Roster;
  readonly team: Team;
  readonly plans: Plans;
  readonly briefs: Briefs;
  readonly happenings: Happenings;
  readonly database: Database;
  readonly db: Kysely<Tables>;
}

/** Puts the repositories on a database whose tables are up to date. */
export async function storeOn(database: Database, newId: () => string): Promise<Store> {
  await migrate(database.pool, MIGRATIONS);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: database.pool }) });
  return {
    cases: postgresCases(db, newId),
    outbox: postgresOutbox(db),
    paces: postgresPaces(db),
    roster: postgresRoster(db),
    team: postgresTeam(db),
    plans: postgresPlans(db),
    briefs: postgresBriefs(db),
    happenings: postgresHappenings(db),
    database,
    db,
  };
}

/** Opens the database and all that is kept in it. @throws with what to do where it can't be opened. */
export async function openStore(options: DatabaseOptions, newId: () => string): Promise<Store> {
  const database = await openDatabase(options);
  try {
    return await storeOn(database, newId);
  } catch (error) {
    await database.close();
    throw error;
  }
}
