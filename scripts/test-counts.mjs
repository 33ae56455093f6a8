// @ts-check
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} [failures] title and first line of the error, for each failed test that the report names
 */

const LONGEST_FAILURE = 300;

/**
 * Counts of a run of Vitest, from its JSON report. A skipped, pending or "todo" test has proved nothing and counts as
 * failed; so does a file that could not be loaded.
 *
 * @param {any} report
 * @param {number} exitCode of Vitest
 * @param {readonly string[]} [errors] what failed outside of every test
 * @returns {Counts}
 */
export function countVitest(report, exitCode, errors = []) {
  const files = /** @type {VitestFile[]} */ (report.testResults);
  const tests = files.flatMap((file) => file.assertionResults);
  const notPassed = tests.filter((test) => test.status !== 'passed');
  const brokenFiles = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  const failures = [
    ...notPassed.map((test) => describeFailure(test.fullName ?? test.status, test.failureMessages?.[0])),
    ...brokenFiles.map((file) => describeFailure(file.name ?? 'a file', file.message)),
    ...errors.map((error) => describeFailure(error)),
  ];
  return withExitCode({ passed: tests.length - notPassed.length, failed: failures.length, failures }, exitCode);
}

/**
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ status: string, name?: string, message?: string, assertionResults: VitestTest[] }} VitestFile
 */

/**
 * @param {string} title
 * @param {string} [message]
 */
function describeFailure(title, message = '') {
  const [line = ''] = stripVTControlCharacters(message).split('\n');
  return `${title}${line ? `: ${line}` : ''}`.slice(0, LONGEST_FAILURE);
}

/** @param {{ status: string }} test */
function isFailed(test) {
  return test.status === 'failed';
}

/**
 * Counts of a run of Playwright, from its JSON report. A skipped test counts as failed; one that passed only at its second
 * try, which CI alone gives it, as passed: the runner names it in its closing lines, for somebody to steady.
 *
 * @param {any} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(report, exitCode) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failures = [
    ...specsOf(report.suites ?? [])
      .filter(({ ok }) => !ok)
      .map(({ title, file }) => describeFailure(`${file}: ${title}`)),
    ...report.errors.map((/** @type {{ message?: string }} */ error) =>
      describeFailure('outside of tests', error.message),
    ),
  ];
  const failed = unexpected + skipped + report.errors.length;
  return withExitCode({ passed: expected + flaky, failed, failures }, exitCode);
}

/**
 * @typedef {{ title: string, file: string, ok: boolean }} PlaywrightSpec
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * @param {readonly PlaywrightSuite[]} suites
 * @returns {PlaywrightSpec[]}
 */
function specsOf(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsOf(inner)]);
}

/**
 * A check without tests of its own (types, lint, format) counts as one.
 *
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A runner that says "failed" is believed even where its report does not say why.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function withExitCode(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * The last line of `npm test`.
 *
 * @param {readonly Counts[]} counts
 * @returns {{ line: string, exitCode: 0 | 1 }} nothing passed at all is a failure too
 */
export function summarize(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, exitCode: failed === 0 && passed > 0 ? 0 : 1 };
}
