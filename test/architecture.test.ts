import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Rule, rules } from './architecture/rules.ts';
import { parseTree, type SourceTree } from './architecture/source-file.ts';

const root = new URL('../', import.meta.url);
const pathsUnder = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`);
const tree: SourceTree = Object.fromEntries(
  ['src', 'test'].flatMap(pathsUnder).map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
);
const files = parseTree(tree);

test('the tree is really read: files, their imports, and where these lead', () => {
  const config = files.find(({ path }) => path === 'src/config.ts');
  const log = files.find(({ path }) => path === 'src/log.ts');
  expect(config?.imports.map(({ target }) => target)).toEqual(['zod']);
  expect(log?.imports.map(({ target }) => target)).toEqual([
    'pino',
    'src/config.ts',
    'src/desk/ports/log.ts',
  ]);
});

describe('the house keeps its rules', () => {
  for (const rule of rules) {
    test(rule.name, () => expect(rule.check(files)).toEqual([]));
  }
});

/** For each rule: small trees that break it in one place, and neighbours that must pass. */
const examples: Record<string, { breaks: SourceTree[]; keeps: SourceTree }> = {
  'the domain imports luxon and itself, nothing else': {
    breaks: [
      { 'src/domain/a.ts': `import type { Log } from '../desk/ports/log.ts';` },
      { 'src/domain/a.ts': `import { z } from 'zod';` },
      { 'src/domain/a.ts': `import { readFileSync } from 'node:fs';` },
      { 'src/domain/decide/a.ts': `export type T = import('../../i18n/words.ts').Words;` },
    ],
    keeps: { 'src/domain/a.ts': `import { DateTime } from 'luxon'; import type { B } from './b/c.ts';` },
  },
  'the desk imports no surface and no engine': {
    breaks: ['store', 'scheduler', 'slack', 'i18n', 'sandbox'].map((layer) => ({
      'src/desk/a.ts': `import type { A } from '../${layer}/a.ts';`,
    })),
    keeps: { 'src/desk/a.ts': `import { B } from '../domain/b.ts'; import './ports/c.ts';` },
  },
  'the store imports neither scheduler nor slack': {
    breaks: [
      { 'src/store/a.ts': `import { A } from '../scheduler/a.ts';` },
      { 'src/store/a.ts': `export type { A } from '../slack/a.ts';` },
    ],
    keeps: { 'src/store/a.ts': `import type { Cases } from '../desk/ports/cases.ts';` },
  },
  'the scheduler imports neither store nor slack': {
    breaks: [
      { 'src/scheduler/a.ts': `export * from '../store/a.ts';` },
      { 'src/scheduler/a.ts': `const a = await import('../slack/a.ts');` },
    ],
    keeps: { 'src/scheduler/a.ts': `import type { Wake } from '../desk/ports/wake.ts';` },
  },
  'slack imports neither store nor scheduler': {
    breaks: [
      { 'src/slack/a.ts': `const a = require('../store/a.ts');` },
      { 'src/slack/home/a.ts': 'const a = import(`../../scheduler/a.ts`);' },
    ],
    keeps: { 'src/slack/a.ts': `import { execute } from '../desk/execute.ts';` },
  },
  'blocks import no clients': {
    breaks: [
      { 'src/slack/blocks/a.ts': `import type { WebClient } from '@slack/web-api';` },
      { 'src/slack/blocks/a.ts': `import type { BlockAction } from '@slack/bolt';` },
      { 'src/slack/blocks/a.ts': `import { delivery } from '../clients.ts';` },
      { 'src/slack/blocks/card/a.ts': `import { delivery } from '../../delivery-client.ts';` },
    ],
    keeps: { 'src/slack/blocks/a.ts': `import type { KnownBlock } from '@slack/types'; import '../ids.ts';` },
  },
  'blocks import no config': {
    breaks: [{ 'src/slack/blocks/a.ts': `import type { Config } from '../../config.ts';` }],
    keeps: { 'src/slack/a.ts': `import type { Config } from '../config.ts';` },
  },
  'blocks import nothing of the desk but its views': {
    breaks: [{ 'src/slack/blocks/a.ts': `import type { Cases } from '../../desk/ports/cases.ts';` }],
    keeps: { 'src/slack/blocks/a.ts': `import type { CaseView } from '../../desk/views/case.ts';` },
  },
  'config imports zod and no layer': {
    breaks: [
      { 'src/config.ts': `import type { Locale } from './i18n/locale.ts';` },
      { 'src/config.ts': `import type { Locale } from './domain/locale.ts';` },
      { 'src/config.ts': `import { readFileSync } from 'node:fs';` },
    ],
    keeps: { 'src/config.ts': `import { z } from 'zod';` },
  },
  'only main and the sandbox import the app': {
    breaks: [
      { 'src/desk/a.ts': `import type { App } from '../app.ts';` },
      { 'src/health.ts': `import { buildApp } from './app.ts';` },
    ],
    keeps: {
      'src/main.ts': `import { buildApp } from './app.ts';`,
      'src/sandbox/a.ts': `import { buildApp } from '../app.ts';`,
      'test/journeys/a.ts': `import { buildApp } from '../../src/app.ts';`,
    },
  },
  'nothing imports a main': {
    breaks: [
      { 'src/app.ts': `import './main.ts';` },
      { 'src/sandbox/a.ts': `import '../main.ts';` },
      { 'src/sandbox/a.ts': `import type { A } from './main.ts';` },
    ],
    keeps: { 'src/app.ts': `import './domain/main.ts';` },
  },
  'nothing outside the sandbox imports it': {
    breaks: [
      { 'src/app.ts': `import type { A } from './sandbox/protocol.ts';` },
      { 'src/main.ts': `if (Math.abs(1)) await import('./sandbox/server.ts');` },
    ],
    keeps: {
      'src/sandbox/page/a.tsx': `import '../protocol.ts';`,
      'test/a.ts': `import '../src/sandbox/a.ts';`,
    },
  },
  'no import cycles, type-only ones included': {
    breaks: [
      { 'src/domain/a.ts': `import './b.ts';`, 'src/domain/b.ts': `import type { A } from './a.ts';` },
      { 'src/domain/a.ts': `export type { A } from './a.ts';` },
      {
        'src/desk/a.ts': `import '../domain/b.ts';`,
        'src/domain/b.ts': `export * from './c.ts';`,
        'src/domain/c.ts': `type A = import('../desk/a.js').A;`,
      },
    ],
    keeps: {
      'src/domain/a.ts': `import './b.ts'; import './c.ts';`,
      'src/domain/b.ts': `import './c.ts';`,
      'src/domain/c.ts': '',
    },
  },
  'imports are relative or packages, and spelled out': {
    breaks: [
      { 'src/desk/a.ts': 'const name = "x"; await import(`../${name}/a.ts`);' },
      { 'src/desk/a.ts': `import '#store/a.ts';` },
      { 'src/desk/a.ts': `import 'file:///a.ts';` },
      { 'src/desk/a.ts': `import { createRequire } from 'node:module';` },
    ],
    keeps: { 'src/slack/a.ts': `import 'node:fs'; import '@slack/bolt'; import './a/b.ts';` },
  },
  'process.env is read in config': {
    breaks: [
      { 'src/main.ts': 'const a = process.env.PORT;' },
      { 'src/sandbox/a.ts': `const a = globalThis.process['env'];` },
      { 'src/slack/a.ts': 'const { env } = process;' },
      { 'src/slack/a.ts': `import { env } from 'node:process';` },
      { 'src/slack/a.ts': `import process from 'process';` },
    ],
    keeps: { 'src/config.ts': 'export const a = process.env;', 'src/main.ts': 'process.exitCode = 1;' },
  },
  'the system clock and random ids stay at the root': {
    breaks: [
      { 'src/domain/a.ts': 'const a = Date.now();' },
      { 'src/desk/a.ts': 'export const clock = { now: Date.now };' },
      { 'src/desk/a.ts': 'const a = new Date();' },
      { 'src/store/a.ts': 'const a = Date();' },
      { 'src/store/a.ts': 'const { now } = Date;' },
      { 'src/scheduler/a.ts': 'const a = performance.now();' },
      { 'src/scheduler/a.ts': 'const a = process.hrtime.bigint();' },
      { 'src/i18n/a.ts': 'const a = Math.random();' },
      { 'src/domain/local-time.ts': `const a = DateTime.now();` },
      { 'src/domain/local-time.ts': `const a = DateTime.local();` },
      { 'src/slack/a.ts': 'const a = crypto.randomUUID();' },
      { 'src/slack/a.ts': `import { randomUUID as id } from 'node:crypto';` },
    ],
    keeps: {
      'src/clock.ts': 'export const now = () => Date.now() + performance.now();',
      'src/app.ts': 'const a = crypto.randomUUID();',
      'src/sandbox/a.ts': 'const a = new Date();',
      'src/domain/a.ts': 'const a = new Date(0); const b = Date.parse("2026-01-01");',
    },
  },
  'the domain waits for nothing': {
    breaks: [{ 'src/domain/a.ts': 'setTimeout(() => {}, 1);' }],
    keeps: { 'src/scheduler/a.ts': 'setInterval(() => {}, 1);' },
  },
  'BullMQ lives in the scheduler': {
    breaks: [
      { 'src/desk/a.ts': `import type { Job } from 'bullmq';` },
      { 'src/app.ts': `import { Redis } from 'ioredis';` },
    ],
    keeps: { 'src/scheduler/a.ts': `import { Queue } from 'bullmq';` },
  },
  'Holidays live in one file': {
    breaks: [
      { 'src/domain/a.ts': `import days from 'chinese-days';` },
      { 'src/desk/a.ts': `import Holidays from 'date-holidays';` },
    ],
    keeps: { 'src/holidays.ts': `import days from 'chinese-days';` },
  },
  'SQL lives in the store': {
    breaks: [
      { 'src/desk/a.ts': `import { sql } from 'kysely';` },
      { 'src/scheduler/a.ts': `import type { Pool } from 'pg';` },
      { 'src/app.ts': `import { PGlite } from '@electric-sql/pglite/live';` },
    ],
    keeps: { 'src/store/a.ts': `import { sql } from 'kysely'; import pg from 'pg';` },
  },
  'Slack packages live in slack and the sandbox': {
    breaks: [{ 'src/desk/a.ts': `import type { KnownBlock } from '@slack/types';` }],
    keeps: { 'src/slack/a.ts': `import '@slack/bolt';`, 'src/sandbox/a.ts': `import '@slack/types';` },
  },
  'zone arithmetic lives in one domain file': {
    breaks: [
      { 'src/domain/a.ts': `import { DateTime } from 'luxon';` },
      { 'src/i18n/a.ts': `import type { DateTime } from 'luxon';` },
    ],
    keeps: { 'src/domain/local-time.ts': `import { DateTime } from 'luxon';` },
  },
  'pino lives in the log': {
    breaks: [{ 'src/desk/a.ts': `import type { Logger } from 'pino';` }],
    keeps: { 'src/log.ts': `import { pino } from 'pino';` },
  },
  'React lives in the page of the sandbox': {
    breaks: [{ 'src/sandbox/a.ts': `import { createRoot } from 'react-dom/client';` }],
    keeps: { 'src/sandbox/page/a.tsx': `import { useState } from 'react'; export const A = () => <p />;` },
  },
  'no index.ts that only re-exports': {
    breaks: [
      { 'src/domain/index.ts': `export * from './a.ts'; export { b } from './b.ts';` },
      { 'src/domain/index.ts': `import { a } from './a.ts'; export { a };` },
    ],
    keeps: { 'src/domain/index.ts': 'export const a = 1;', 'src/domain/a.ts': `export * from './b.ts';` },
  },
  'no utils, helpers, common': {
    breaks: [
      { 'src/domain/utils.ts': '' },
      { 'src/common/a.ts': '' },
      { 'src/slack/text-helpers.ts': '' },
      { 'test/helpers/a.ts': '' },
    ],
    keeps: { 'src/domain/commonplace.ts': '' },
  },
  'names are kebab-case': {
    breaks: [
      { 'src/domain/caseStatus.ts': '' },
      { 'src/sandbox/page/App.tsx': '' },
      { 'src/Domain/a.ts': '' },
    ],
    keeps: { 'src/store/migrations/0001-first-light.ts': '', 'test/local-time.property.test.ts': '' },
  },
  'no source file is longer than 300 lines': {
    breaks: [{ 'src/domain/a.ts': '//\n'.repeat(301) }],
    keeps: { 'src/domain/a.ts': '//\n'.repeat(300), 'test/a.ts': '//\n'.repeat(301) },
  },
};

describe('each rule notices when it is broken', () => {
  const check = (rule: Rule, tree: SourceTree) => rule.check(parseTree(tree));

  for (const rule of rules) {
    test(rule.name, () => {
      const example = examples[rule.name];
      if (!example) throw new Error('a rule without an example of its breach');
      for (const broken of example.breaks)
        expect(check(rule, broken), JSON.stringify(broken)).not.toEqual([]);
      expect(check(rule, example.keeps)).toEqual([]);
    });
  }

  test('and no example is left without its rule', () => {
    expect(Object.keys(examples)).toEqual(rules.map(({ name }) => name));
  });
});
