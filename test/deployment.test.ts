import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import project from '../package.json' with { type: 'json' };
import { readConfig, settingNames } from '../src/config.ts';
import build from '../tsconfig.build.json' with { type: 'json' };

const ROOT = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
/** Without comments, and with the lines joined that a backslash continues. */
const code = (path: string): string =>
  read(path)
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, ' ');
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([whole, part]) => part ?? whole);

const dockerfile = code('Dockerfile');
const compose = code('docker-compose.yml');
/** What stands under one name, two spaces in or none. */
const part = (name: string): string =>
  compose.match(new RegExp(`^( {0,2})${name}:.*\\n((?:\\1 +.*\\n|\\n)*)`, 'm'))?.[0] ?? '';

describe('the image', () => {
  test('takes only what is there, and what .dockerignore lets through', () => {
    const taken = found(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((sources) => sources.split(' '));
    expect(taken).toContain('src');
    const letThrough = found(read('.dockerignore'), /^!(.+)$/gm);
    expect(read('.dockerignore')).toMatch(/^\*$/m);
    for (const path of taken) expect(existsSync(new URL(path, ROOT)), path).toBe(true);
    expect(new Set(taken)).toEqual(new Set(letThrough));
  });

  test('builds with a script that exists, on a Node that package.json allows, without install scripts', () => {
    const scripts = found(dockerfile, /npm run ([\w:]+)/g);
    expect(Object.keys(project.scripts)).toEqual(expect.arrayContaining(scripts));
    const installs = found(dockerfile, /npm ci.*/g);
    expect(installs).toHaveLength(2);
    for (const install of installs) expect(install).toContain('--ignore-scripts');
    const [major = 0, minor = 0] = found(dockerfile, /NODE=([\d.]+)/g)
      .join()
      .split('.')
      .map(Number);
    const [least = 0, leastMinor = 0] = project.engines.node.replace('>=', '').split('.').map(Number);
    expect(major).toBe(least);
    expect(minor).toBeGreaterThanOrEqual(leastMinor);
  });

  test('runs the server itself, as nobody special, and asks a path for its health that answers', () => {
    const { outDir, rootDir } = build.compilerOptions;
    const [entry = ''] = found(dockerfile, /^ENTRYPOINT \["node", "(.+)"\]$/gm);
    expect(entry).toBe(`${outDir}/main.js`);
    expect(existsSync(new URL(`${rootDir}/main.ts`, ROOT))).toBe(true);
    expect(dockerfile).toContain(`COPY --from=build /docket/${outDir} ./${outDir}`);
    expect(dockerfile.indexOf('\nUSER node\n')).toBeGreaterThan(dockerfile.lastIndexOf('\nFROM '));
    const [path = ''] = found(dockerfile, /PORT\}(\/\w+)/g);
    expect(read('src/health.ts')).toContain(`path === '${path}'`);
  });

  test('sets what Docket knows', () => {
    const named = found(dockerfile, /^ENV (.+)$/gm).flatMap((line) => found(line, /([A-Z_]+)=/g));
    expect(named).toContain('DATA_DIR');
    for (const name of named) expect([...settingNames, 'NODE_ENV']).toContain(name);
  });
});

describe('docker-compose.yml', () => {
  test('names settings that Docket knows, or that the postgres image does', () => {
    const keys = found(compose, /\b([A-Z][A-Z_]+):/g);
    expect(keys).toContain('REDIS_URL');
    const ofPostgres = ['POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD'];
    for (const name of keys) expect([...settingNames, ...ofPostgres]).toContain(name);
    // A password that is missing stops it, with a word about where it belongs.
    const asked = found(compose, /\$\{.+?\}/g);
    expect(asked).toHaveLength(2);
    for (const variable of asked)
      expect(variable).toBe(`\${POSTGRES_PASSWORD:?Set POSTGRES_PASSWORD in .env}`);
  });

  test.each(['web', 'worker'])('gives a %s settings with which it starts', (role) => {
    const shared = found(part('x-settings'), /^ {2}([A-Z_]+: .+)$/gm);
    const own = found(part(role), /\b(ROLE: \w+)/g);
    const settings = [...shared, ...own].map((line) => line.replace(/\$\{.+\}/, 'secret').split(/: "?|"$/));
    const given = Object.fromEntries(settings.map(([name, value]) => [name, value] as const));
    expect(given['ROLE']).toBe(role);
    const byTheEnvFile = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'a'.repeat(32),
      CASE_CHANNEL: 'C0CASES',
    };
    expect(readConfig({ ...byTheEnvFile, ...given })).toMatchObject({
      ok: true,
      config: { role, port: 3000, database: { engine: 'postgres' }, queue: { place: 'redis' } },
    });
  });

  test('keeps Redis from dropping or forgetting jobs, and both stores on volumes, with health checks', () => {
    expect(part('redis')).toContain('--appendonly, "yes", --maxmemory-policy, noeviction');
    for (const store of ['postgres', 'redis']) {
      expect(part(store)).toMatch(new RegExp(`volumes: \\["${store}:/`));
      expect(part(store)).toContain('healthcheck:');
      expect(part('x-docket')).toContain(`${store}: { condition: service_healthy }`);
    }
  });

  test('opens no port but the web’s, and gives Docket nothing to write on and no rights', () => {
    expect(found(compose, /ports:/g)).toHaveLength(1);
    expect(part('web')).toContain('ports:');
    for (const guard of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true', 'init: true'])
      expect(part('x-docket')).toContain(guard);
  });

  test('waits for a stop longer than the server’s own hard limit', () => {
    const [limit = ''] = found(read('src/main.ts'), /STOP_WITHIN = ([\d_]+);/g);
    const [grace = ''] = found(part('x-docket'), /stop_grace_period: (\d+)s/g);
    expect(Number(limit.replaceAll('_', ''))).toBeGreaterThan(0);
    expect(Number(grace) * 1_000).toBeGreaterThan(Number(limit.replaceAll('_', '')));
  });
});

test('no file of the deployment holds a registry’s address', () => {
  for (const path of ['Dockerfile', 'docker-compose.yml', '.dockerignore'])
    expect(code(path)).not.toMatch(/(image:|FROM)\s+\S+\.\S+\/|--registry|npm config/);
});
