import { cycles } from './cycles.ts';
import { callOf, destructuredPaths, memberPath, type SourceFile } from './source-file.ts';

/** A sentence of `design.md`, and what in a tree breaks it: one line per place, empty when all is well. */
export interface Rule {
  readonly name: string;
  readonly check: (files: readonly SourceFile[]) => string[];
}

type Test = (path: string) => boolean;

const inside =
  (...places: string[]): Test =>
  (path) =>
    places.some((place) => path === place || path.startsWith(`${place}/`));
const not =
  (test: Test): Test =>
  (path) =>
    !test(path);
const both =
  (one: Test, other: Test): Test =>
  (path) =>
    one(path) && other(path);

const source = inside('src');
const domain = inside('src/domain');
const desk = inside('src/desk');
const store = inside('src/store');
const scheduler = inside('src/scheduler');
const slack = inside('src/slack');
const blocks = inside('src/slack/blocks');
const sandbox = inside('src/sandbox');
const config = inside('src/config.ts');
const main = inside('src/main.ts', 'src/sandbox/main.ts');
const app = inside('src/app.ts');
const slackPackage: Test = (target) => target.startsWith('@slack/');
const slackClient: Test = (target) =>
  (slackPackage(target) && target !== '@slack/types') ||
  target === 'undici' ||
  (slack(target) && /\bclients?\b/.test(target));

/** Each source file for which `from` holds, checked on its own. */
const eachFile = (name: string, from: Test, places: (file: SourceFile) => readonly string[]): Rule => ({
  name,
  check: (files) =>
    files
      .filter(({ path }) => from(path))
      .flatMap((file) => places(file).map((place) => `${file.path}: ${place}`)),
});

/** No file for which `from` holds may import, in any way, a file or package for which `to` holds. */
const neverImports = (name: string, from: Test, to: Test): Rule =>
  eachFile(name, both(source, from), (file) =>
    file.imports.filter(({ target }) => to(target)).map(({ target }) => `imports ${target}`),
  );

/** Packages that have one home. */
const livesIn = (what: string, home: Test, ...packages: string[]): Rule =>
  neverImports(what, not(home), (target) => packages.includes(target));

/** Names that code reaches by `a.b`, by destructuring or by a named import. */
const pathsOf = (file: SourceFile): string[] => [
  ...file.nodes.flatMap((node) => memberPath(node) ?? []),
  ...file.nodes.flatMap(destructuredPaths),
  ...file.imports.flatMap(({ target, names }) =>
    names.map((name) => `${target.replace('node:', '')}.${name}`),
  ),
];

const CLOCK_OR_CHANCE =
  /^(Date\.now|performance\.\w+|perf_hooks\.(performance|\*)|process\.(hrtime|uptime)|Math\.random|Temporal\.Now|DateTime\.now|([\w$]+\.)*randomUUID)$/;
const READS_CLOCK_WITHOUT_ARGUMENTS = ['Date', 'DateTime.local', 'DateTime.utc'];
const TIMERS = /^(globalThis\.)?(set(Timeout|Interval|Immediate)|queueMicrotask)$/;

const clockReads = (file: SourceFile): string[] => [
  ...pathsOf(file).filter((path) => CLOCK_OR_CHANCE.test(path)),
  ...file.nodes.flatMap((node) => {
    const call = callOf(node);
    return call && call.args === 0 && READS_CLOCK_WITHOUT_ARGUMENTS.includes(call.callee)
      ? [`${call.callee}()`]
      : [];
  }),
];

const segments = (path: string): string[] => path.split('/').slice(1);

export const rules: readonly Rule[] = [
  // Imports that must never exist
  neverImports(
    'the domain imports luxon and itself, nothing else',
    domain,
    (to) => !domain(to) && to !== 'luxon',
  ),
  neverImports(
    'the desk imports no surface and no engine',
    desk,
    inside(...['store', 'scheduler', 'slack', 'i18n', 'sandbox'].map((layer) => `src/${layer}`)),
  ),
  neverImports('the store imports neither scheduler nor slack', store, (to) => scheduler(to) || slack(to)),
  neverImports('the scheduler imports neither store nor slack', scheduler, (to) => store(to) || slack(to)),
  neverImports('slack imports neither store nor scheduler', slack, (to) => store(to) || scheduler(to)),
  neverImports('blocks import no clients', blocks, slackClient),
  neverImports('blocks import no config', blocks, config),
  neverImports(
    'blocks import nothing of the desk but its views',
    blocks,
    both(desk, not(inside('src/desk/views'))),
  ),
  neverImports('config imports zod and no layer', config, (to) => to !== 'zod'),
  neverImports(
    'only main and the sandbox import the app',
    not((from) => main(from) || sandbox(from)),
    app,
  ),
  neverImports('nothing imports a main', source, main),
  neverImports('nothing outside the sandbox imports it', not(sandbox), sandbox),
  {
    name: 'no import cycles, type-only ones included',
    check: (files) => cycles(files.filter(({ path }) => source(path))),
  },
  eachFile('imports are relative or packages, and spelled out', source, (file) =>
    file.imports
      .filter(
        ({ specifier }) =>
          specifier === undefined || /^([#/~]|@\/|\w+:(?<!node:)|node:module$|module$|src\/)/.test(specifier),
      )
      .map(({ specifier }) => specifier ?? 'a computed import'),
  ),

  // One home each
  eachFile('process.env is read in config', both(source, not(config)), (file) =>
    pathsOf(file).filter((path) => /^process\.(env|\*|default)$/.test(path)),
  ),
  eachFile(
    'the system clock and random ids stay at the root',
    both(
      source,
      not((path) => inside('src/clock.ts')(path) || main(path) || app(path) || sandbox(path)),
    ),
    clockReads,
  ),
  eachFile('the domain waits for nothing', domain, (file) =>
    file.nodes.flatMap((node) => callOf(node)?.callee ?? []).filter((callee) => TIMERS.test(callee)),
  ),
  livesIn('BullMQ lives in the scheduler', scheduler, 'bullmq', 'ioredis'),
  livesIn('Holidays live in one file', inside('src/holidays.ts'), 'chinese-days', 'date-holidays'),
  livesIn('SQL lives in the store', store, 'kysely', 'pg', 'pg-pool', '@electric-sql/pglite'),
  neverImports(
    'Slack packages live in slack and the sandbox',
    not((from) => slack(from) || sandbox(from)),
    slackPackage,
  ),
  livesIn('zone arithmetic lives in one domain file', inside('src/domain/local-time.ts'), 'luxon'),
  livesIn('pino lives in the log', inside('src/log.ts'), 'pino'),
  livesIn('React lives in the page of the sandbox', inside('src/sandbox/page'), 'react', 'react-dom'),

  // Shape
  eachFile(
    'no index.ts that only re-exports',
    (path) => /\/index\.tsx?$/.test(path),
    (file) => (file.reExportsOnly ? ['only re-exports'] : []),
  ),
  eachFile(
    'no utils, helpers, common',
    () => true,
    ({ path }) =>
      segments(path).filter((segment) =>
        segment.split(/[.-]/).some((word) => /^(utils?|helpers?|common)$/.test(word)),
      ),
  ),
  eachFile(
    'names are kebab-case',
    () => true,
    ({ path }) => segments(path).filter((segment) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(segment)),
  ),
  eachFile('no source file is longer than 300 lines', source, ({ lines }) =>
    lines > 300 ? [`${lines} lines`] : [],
  ),
];
