// The closing line of .ci/run: node .ci/count.js FOLDER
// Each step left `NAME.exit` there, a test run also vitest's `NAME.json`. A skipped test counts as failed, as
// does a file that could not be loaded, and a step that ended badly without a failed test to show for it.
// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ fullName: string, status: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} FileResult
 */

const folder = process.argv[2] ?? '.';

/** @param {string} step */
function countOf(step) {
  const exitCode = Number(readFileSync(join(folder, `${step}.exit`), 'utf8'));
  const report = join(folder, `${step}.json`);
  /** @type {FileResult[]} */
  const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const unproven = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  for (const test of unproven) console.log(`not run, so not proven: ${test.fullName}`);
  const broken = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  for (const file of broken) console.log(`failed outside its tests: ${file.name}`);
  const failed = tests.length - passed + broken.length;
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
}

const counts = readdirSync(folder)
  .filter((name) => name.endsWith('.exit'))
  .map((name) => countOf(name.slice(0, -'.exit'.length)));
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
