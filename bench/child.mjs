// @ts-check
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { root } from '../scripts/run.mjs';

/**
 * Starts a part of the benchmark as a process of its own, and waits for its first line, which is JSON.
 *
 * @param {string} script below `bench/workload`
 * @param {readonly string[]} args
 * @returns {Promise<{ ready: any, stop: () => Promise<void> }>}
 */
export async function startChild(script, args) {
  const child = spawn(process.execPath, [join(root, 'bench/workload', script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const ready = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    child.once('exit', (code) =>
      reject(new Error(`bench/workload/${script} ended with ${code} before it said anything.`)),
    );
  });
  return {
    ready,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
