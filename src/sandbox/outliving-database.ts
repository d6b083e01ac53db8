import type { Duplex } from 'node:stream';
import type { Database } from '../store/database.ts';

/** One product's way to the database; another one opens its own. */
export interface DatabaseLine {
  readonly session: () => Duplex;
  /** As a killed process leaves it: what was under way is rolled back, nothing more comes through. */
  cut(): void;
}

/** An embedded database in memory that stays when the product on it is killed, as a Postgres would. */
export interface OutlivingDatabase {
  line(): DatabaseLine;
  close(): Promise<void>;
}

export function outlivingDatabase(database: Database): OutlivingDatabase {
  const stream = (): Duplex => {
    const opened = database.pool.options.stream?.();
    if (!opened) throw new Error('The embedded database has no sessions to give');
    return opened;
  };
  const lines: DatabaseLine[] = [];
  return {
    line: () => {
      const line = lineOf(stream);
      lines.push(line);
      return line;
    },
    close: async () => {
      for (const line of lines) line.cut();
      await database.close();
    },
  };
}

function lineOf(stream: () => Duplex): DatabaseLine {
  const sessions = new Set<Duplex>();
  let isCut = false;
  return {
    session: () => {
      const session = stream();
      if (isCut) session.destroy();
      sessions.add(session);
      session.once('close', () => sessions.delete(session));
      return session;
    },
    cut: () => {
      isCut = true;
      for (const session of sessions) session.destroy();
    },
  };
}
