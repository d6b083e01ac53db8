// Names every optional platform package in package-lock.json.
//
// Where a registry mirror lacks the package of a foreign platform, npm leaves it out of the lock, and
// `npm ci` then stops with EUSAGE on every machine. This adds what is missing, derived from the names, and
// strips download addresses: they belong to the machine that installed, not to the project.
//
//   npm run lock                          after each install that changes the lock
//   node .ci/complete-lock.js --check     changes nothing, fails if something would change
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{ version: string, resolved?: string, dev?: true | undefined, devOptional?: true | undefined,
 *   optional?: true, os?: string[] | undefined, cpu?: string[], libc?: string[] | undefined,
 *   optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/**
 * `@oxlint/binding-linux-x64-musl` → linux, x64, musl.
 * @param {string} name
 */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (cpu.length !== 1 || (os.length !== 1 && !cpu.includes('wasm32'))) return undefined;
  const isMusl = words.some((word) => word.startsWith('musl'));
  const isGnu = words.some((word) => word.startsWith('gnu'));
  const libc = os[0] !== 'linux' ? [] : isMusl ? ['musl'] : isGnu ? ['glibc'] : [];
  return { cpu, libc: libc.length > 0 ? libc : undefined, os: os.length > 0 ? os : undefined };
}

/**
 * Where node would find `name` from the package at `path`: in its own node_modules, then in each one above.
 * @param {Lock} lock @param {string} path @param {string} name
 */
function locate(lock, path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const candidate = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
    if (lock.packages[candidate]) return candidate;
    if (from === '') return undefined;
  }
}

/**
 * @param {Lock} lock
 * @returns {string[]} what was changed
 */
function complete(lock) {
  const changes = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (entry.resolved?.startsWith('http')) {
      delete entry.resolved;
      changes.push(`without its address: ${path}`);
    }
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (locate(lock, path, name)) continue;
      const platform = platformOf(name);
      if (!platform || !/^\d/.test(version)) {
        throw new Error(`${name}@${version} (optional for ${path}): cannot tell its platform from its name`);
      }
      const { cpu, libc, os } = platform;
      const { dev, devOptional } = entry;
      // The keys in npm's order; JSON leaves out what is undefined.
      lock.packages[`node_modules/${name}`] = { version, cpu, dev, devOptional, libc, optional: true, os };
      changes.push(`added: ${name}@${version}`);
    }
  }
  // npm's own order, so that the next install moves nothing.
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  return changes;
}

const file = new URL('../package-lock.json', import.meta.url);
/** @type {Lock} */
const lock = JSON.parse(readFileSync(file, 'utf8'));
const changes = complete(lock);
const isCheck = process.argv.includes('--check');
if (!isCheck && changes.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
for (const change of changes) console.log(change);
console.log(
  changes.length === 0 ? 'The lock names every platform.' : `${changes.length} entries to complete.`,
);
if (isCheck && changes.length > 0) {
  console.error('package-lock.json is incomplete: run `npm run lock` and commit it.');
  process.exitCode = 1;
}
