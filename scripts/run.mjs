// @ts-check
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Runs a command in the repository with its output on our own, and waits for it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, keepsOutput?: boolean }} [options] `keepsOutput`: what
 *   it says is printed in one piece at its end, so that commands that run at once do not talk into each other
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function runForCode(command, args, options = {}) {
  return new Promise((settle, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: options.keepsOutput ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // Windows starts a .cmd file only through a shell.
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    children.add(child);
    /** @type {Buffer[]} */
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      process.stdout.write(Buffer.concat(said));
      settle(code ?? 1);
    });
  });
}

/**
 * As `runForCode`, for a command that must succeed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string }} [options]
 * @throws {Error} with the command and its exit code
 */
export async function run(command, args, options = {}) {
  const code = await runForCode(command, args, options);
  if (code !== 0) throw new Error(`"${[command, ...args].join(' ')}" ended with exit code ${code}.`);
}

/**
 * Path of a tool's program in `node_modules`, for `node <path>`: no shell, no PATH, the same on every system.
 *
 * @param {string} path inside `node_modules`
 */
export function tool(path) {
  return join(root, 'node_modules', path);
}

/** Passes Ctrl-C and termination on to what `run` has started, so that nothing outlives us. */
export function forwardSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      for (const child of children) child.kill(signal);
    });
  }
}
