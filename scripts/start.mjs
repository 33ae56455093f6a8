// @ts-check
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from './build.mjs';
import { forwardSignals, root, runForCode } from './run.mjs';

const DEFAULT_PORT = 4000;

/**
 * @param {string | undefined} text
 * @throws {Error} where it is no port
 */
function readPort(text) {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT is "${text}", but a port is a whole number from 0 to 65535.`);
}

/**
 * Tried before the build, so that a taken port is said at once and not after a minute of waiting.
 *
 * @param {number} port
 * @returns {Promise<void>}
 */
function refuseTakenPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`)
          : error,
      );
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

async function main() {
  await refuseTakenPort(readPort(process.env.PORT));
  await build();
  const demo = join(root, 'examples/demo/server.mjs');
  if (!existsSync(demo)) throw new Error('examples/demo/server.mjs is missing: this clone is not whole.');
  forwardSignals();
  process.exitCode = await runForCode(process.execPath, [demo]);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
