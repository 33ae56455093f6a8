// @ts-check
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, runForCode, tool } from './run.mjs';

/** Holds the built packages against `scripts/budgets.mjs`. @returns {Promise<number>} exit code of size-limit; 0: all are kept */
export async function checkSizes() {
  await build({ rooms: ['sdk', 'react', 'web-component'] });
  return runForCode(process.execPath, [tool('size-limit/bin.js')]);
}

if (process.argv[1] === join(root, 'scripts/size.mjs')) process.exitCode = await checkSizes();
