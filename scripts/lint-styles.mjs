// @ts-check
import { join } from 'node:path';
import { root, runForCode, tool } from './run.mjs';

/** Every style sheet of the repository; `stylelint.config.mjs` says which ones a build writes. */
const STYLE_SHEETS = '**/*.css';

/**
 * @param {{ keepsOutput?: boolean }} [options] of `runForCode`
 * @returns {Promise<number>} exit code of stylelint; 0: it finds nothing
 */
export function lintStyles(options = {}) {
  return runForCode(process.execPath, [tool('stylelint/bin/stylelint.mjs'), STYLE_SHEETS], options);
}

if (process.argv[1] === join(root, 'scripts/lint-styles.mjs')) process.exitCode = await lintStyles();
