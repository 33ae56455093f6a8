import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import RunErrorsReporter, { keepRunError, readRunErrors, RUN_ERRORS_FILE } from './run-errors.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'run-errors-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it('keeps what no test caught, with its place, and reads it again', () => {
  const file = path.join(folder, 'errors.jsonl');
  vi.stubEnv(RUN_ERRORS_FILE, file);
  const stack = 'Error: gone\n    at read (/x/node_modules/pg/lib.js:1:1)\n    at store (/x/store.ts:7:3)';
  new RunErrorsReporter().onTestRunEnd([], [{ name: 'Error', message: 'gone', stack }]);
  keepRunError('stopping PostgreSQL', new TypeError('two\nlines'));
  const [first, second] = readRunErrors(file);
  expect(first).toBe('outside of tests: Error: gone at store (/x/store.ts:7:3)');
  expect(second).toContain('stopping PostgreSQL: TypeError: two lines');
});

it('has nothing where no file is asked for or none was written', () => {
  vi.stubEnv(RUN_ERRORS_FILE, '');
  keepRunError('outside of tests', new Error('gone'));
  expect(readRunErrors(path.join(folder, 'errors.jsonl'))).toEqual([]);
});
