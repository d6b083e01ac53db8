import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDataFolder, stageRestored } from '../../src/store/data-folder.ts';
import { openDatabase } from '../../src/store/database.ts';

const makeEmpty = async (path: string) => {
  mkdirSync(path);
  writeFileSync(join(path, 'PG_VERSION'), '18');
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docket-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = () => join(folder, 'docket.lock');
const leaveLock = (file: string, holder: { id: string; pid: number; host?: string; startedAt?: string }) =>
  writeFileSync(file, JSON.stringify({ host: hostname(), startedAt: null, ...holder }));
const openFolder = () => openDataFolder(folder, makeEmpty);

/** The number of a process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('a data folder', () => {
  test('is made with a whole database, and freed again', async () => {
    const opened = await openDataFolder(join(folder, 'a/b'), makeEmpty);
    expect(opened.databaseDir).toBe(join(folder, 'a/b/pgdata'));
    expect(readdirSync(join(folder, 'a/b')).sort()).toEqual(['docket.lock', 'pgdata']);
    await opened.release();
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['pgdata']);
  });

  test('keeps its database when it is opened again', async () => {
    const opened = await openFolder();
    writeFileSync(join(opened.databaseDir, 'kept'), '');
    await opened.release();
    const again = await openFolder();
    expect(existsSync(join(again.databaseDir, 'kept'))).toBe(true);
  });

  test('loses what a first start left half made', async () => {
    await makeEmpty(join(folder, 'pgdata.new-77'));
    await openFolder();
    expect(readdirSync(folder).sort()).toEqual(['docket.lock', 'pgdata']);
  });

  test('is left clean and free when the first start fails, and the next one works', async () => {
    const failing = openDataFolder(folder, async (path) => {
      await makeEmpty(path);
      throw new Error('out of luck');
    });
    await expect(failing).rejects.toThrow('out of luck');
    expect(readdirSync(folder)).toEqual([]);
    await (await openFolder()).release();
  });
});

describe('a restored database', () => {
  const makeWith = (name: string) => async (path: string) => {
    await makeEmpty(path);
    writeFileSync(join(path, name), '');
  };
  const names = () => readdirSync(folder).map((name) => name.replace(/restore-.*Z$/, 'restore-…'));
  const holds = (name: string) => existsSync(join(folder, 'pgdata', name));

  test('waits for the next start, which keeps the old one beside it, and only the last of those', async () => {
    await (await openDataFolder(folder, makeWith('old'))).release();
    for (const name of ['one', 'two']) {
      await stageRestored(folder, makeWith(name));
      expect(holds(name)).toBe(false);
      await (await openFolder()).release();
      expect(holds(name)).toBe(true);
    }
    expect(names().sort()).toEqual(['pgdata', 'pgdata.before-restore-…']);
  });

  test('is taken up by whoever starts after a start that was cut off between its two renames', async () => {
    await (await openDataFolder(folder, makeWith('old'))).release();
    await stageRestored(folder, makeWith('new'));
    renameSync(join(folder, 'pgdata'), join(folder, 'pgdata.before-restore-x'));
    await openFolder();
    expect(holds('new')).toBe(true);
    expect(existsSync(join(folder, 'pgdata.before-restore-x', 'old'))).toBe(true);
  });

  test('that could not be made whole changes nothing', async () => {
    await (await openDataFolder(folder, makeWith('old'))).release();
    const failing = stageRestored(folder, async (path) => {
      await makeEmpty(path);
      throw new Error('out of luck');
    });
    await expect(failing).rejects.toThrow('out of luck');
    expect(names()).toEqual(['pgdata']);
    await openFolder();
    expect(holds('old')).toBe(true);
  });

  test('whose making was killed is cleared away; one that is being made is not', async () => {
    mkdirSync(join(folder, `pgdata.staging-${deadPid()}`));
    mkdirSync(join(folder, `pgdata.staging-${process.ppid}`));
    await (await openFolder()).release();
    expect(names().sort()).toEqual(['pgdata', `pgdata.staging-${process.ppid}`]);
  });
});

describe('what a person is told', () => {
  const failsWith = (code: string) =>
    openDataFolder(folder, () => Promise.reject(Object.assign(new Error(code), { code })));

  test('when the disk is full', async () => {
    await expect(failsWith('ENOSPC')).rejects.toThrow(/disk of the data folder .* is full.*Make room/);
  });

  test.each(['EACCES', 'EROFS'])('when it may not write (%s)', async (code) => {
    await expect(failsWith(code)).rejects.toThrow(/may not write to its data folder .*DATA_DIR/);
  });

  test('when DATA_DIR is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(openDataFolder(join(folder, 'file'), makeEmpty)).rejects.toThrow('must be a folder');
    await expect(openDataFolder(join(folder, 'file/below'), makeEmpty)).rejects.toThrow('must be a folder');
  });

  test('when another one holds it: who, and since when', async () => {
    await openFolder();
    const told = new RegExp(`process ${process.pid} on ${hostname()}, since \\d{4}-\\d\\d-\\d\\dT.*DATA_DIR`);
    await expect(openFolder()).rejects.toThrow(told);
  });

  test('when another machine holds it, whose processes cannot be seen', async () => {
    leaveLock(lockFile(), { id: 'x', pid: deadPid(), host: 'elsewhere' });
    await expect(openFolder()).rejects.toThrow(/on elsewhere.*gone for good, delete .*docket\.lock/);
  });

  test('when the lock is something else', async () => {
    writeFileSync(lockFile(), 'my notes');
    await expect(openFolder()).rejects.toThrow('not a lock of Docket');
    expect(readFileSync(lockFile(), 'utf8')).toBe('my notes');
  });
});

describe('a lock left behind', () => {
  const holder = () => JSON.parse(readFileSync(lockFile(), 'utf8'));

  test('by a process that died is taken over', async () => {
    leaveLock(lockFile(), { id: 'dead', pid: deadPid() });
    await openFolder();
    expect(holder()).toMatchObject({ pid: process.pid, host: hostname() });
  });

  test.runIf(existsSync('/proc/self/stat'))('by a process whose number now belongs to another', async () => {
    leaveLock(lockFile(), { id: 'dead', pid: process.pid, startedAt: '1' });
    await openFolder();
    expect(holder().startedAt).not.toBe('1');
  });

  test('by one that died while it took over is taken over too', async () => {
    leaveLock(lockFile(), { id: 'dead', pid: deadPid() });
    leaveLock(`${lockFile()}.after-dead`, { id: 'heir', pid: deadPid() });
    await openFolder();
    expect(holder().pid).toBe(process.pid);
    expect(readdirSync(folder).sort()).toEqual(['docket.lock', 'pgdata']);
  });

  test('is not touched while somebody who lives is taking it over', async () => {
    leaveLock(lockFile(), { id: 'dead', pid: deadPid() });
    leaveLock(`${lockFile()}.after-dead`, { id: 'heir', pid: process.ppid });
    await expect(openFolder()).rejects.toThrow(`process ${process.ppid} on`);
    expect(holder().id).toBe('dead');
  });
});

describe('several processes', () => {
  // Under the project, so that the bundle finds its packages.
  const bundle = join(import.meta.dirname, '../../test-output', `data-folder-${process.pid}`);
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    const input = ['folder-lock', 'database'].map((name) => [
      name,
      join(import.meta.dirname, `../../src/store/${name}.ts`),
    ]);
    await build({
      configFile: false,
      logLevel: 'silent',
      build: { ssr: true, outDir: bundle, rollupOptions: { input: Object.fromEntries(input) } },
    });
  }, 60_000);
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => rmSync(bundle, { recursive: true, force: true }));

  function run(script: string): { child: ChildProcess; said: () => string } {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
    children.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    return { child, said: () => said };
  }

  const contender = (startAt: number) => `
    import { lockFolder } from ${JSON.stringify(join(bundle, 'folder-lock.js'))};
    while (Date.now() < ${startAt});
    const result = lockFolder(${JSON.stringify(folder)});
    console.log(result.locked ? 'won' : 'lost to ' + result.holder.pid);
    setTimeout(() => {}, 60_000);`;

  test.each([
    ['a free folder', () => {}],
    ['the lock of a dead process', () => leaveLock(lockFile(), { id: 'dead', pid: deadPid() })],
  ])(
    'that race for %s: one wins, the others name it',
    async (_, prepare) => {
      for (let round = 0; round < 3; round += 1) {
        prepare();
        const startAt = Date.now() + 1_000;
        const racers = Array.from({ length: 6 }, () => run(contender(startAt)));
        await vi.waitFor(() => expect(racers.every(({ said }) => said() !== '')).toBe(true), 15_000);
        const winners = racers.filter(({ said }) => said() === 'won\n');
        expect(winners.length, racers.map(({ said }) => said()).join()).toBe(1);
        const lost = racers.filter((racer) => !winners.includes(racer)).map(({ said }) => said());
        expect(new Set(lost)).toEqual(new Set([`lost to ${winners[0]?.child.pid}\n`]));
        for (const { child } of racers) {
          child.kill('SIGKILL');
          await once(child, 'exit');
        }
        rmSync(lockFile());
      }
    },
    60_000,
  );

  test('one killed in its first start leaves a folder that the next one opens', async () => {
    const { child } = run(`
      import { openDatabase } from ${JSON.stringify(join(bundle, 'database.js'))};
      await openDatabase({ dataDir: ${JSON.stringify(folder)} });`);
    const halfMade = () => readdirSync(folder).find((name) => name.startsWith('pgdata.new-'));
    await vi.waitFor(() => expect(readdirSync(join(folder, halfMade() ?? '-'))).toContain('base'), 30_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(folder, 'pgdata'))).toBe(false);

    const database = await openDatabase({ dataDir: folder });
    await database.pool.query('CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)');
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow('Another Docket uses the data folder');
    await database.close();
    const again = await openDatabase({ dataDir: folder });
    expect((await again.pool.query('SELECT id FROM kept')).rows).toEqual([{ id: 1 }]);
    await again.close();
    expect(readdirSync(folder)).toEqual(['pgdata']);
  }, 60_000);
});
