// @ts-check
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Variable with the file that keeps what failed outside of tests, one JSON text a line. */
export const RUN_ERRORS_FILE = 'TEST_RUN_ERRORS_FILE';

/**
 * Keeps an error that belongs to no test, so that the last lines of a whole run can name it. Does nothing where no file is
 * asked for.
 *
 * @param {string} where
 * @param {unknown} error
 */
export function keepRunError(where, error) {
  const file = process.env[RUN_ERRORS_FILE];
  if (file) appendFileSync(file, `${JSON.stringify(`${where}: ${describe(error)}`)}\n`);
}

/**
 * @param {string} file
 * @returns {string[]} empty where nothing failed outside of tests
 */
export function readRunErrors(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => String(JSON.parse(line)));
}

/** Vitest's JSON report leaves out what no test caught. */
export default class RunErrorsReporter {
  /**
   * @param {unknown} _modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(_modules, errors) {
    for (const error of errors) keepRunError('outside of tests', error);
  }
}

/**
 * @param {unknown} error
 * @returns {string} name, message and the first line of our own in its stack
 */
function describe(error) {
  if (typeof error !== 'object' || error === null) return String(error);
  const { name = 'Error', message = '', stack = '', VITEST_TEST_PATH: file = '' } = /** @type {RunError} */ (error);
  const lines = typeof stack === 'string' ? stack.split('\n') : [];
  const place = lines.find((line) => /\s+at /.test(line) && !/node_modules|node:/.test(line))?.trim() ?? file;
  return [`${name}: ${message}`, place].filter(Boolean).join(' ').replace(/\s+/g, ' ');
}

/** @typedef {{ name?: string, message?: string, stack?: string, VITEST_TEST_PATH?: string }} RunError */
