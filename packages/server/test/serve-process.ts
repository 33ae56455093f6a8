import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { ADMIN, COMPANY, eventually, SECRET } from './test-world.js';

/** `whatsapp-optin serve` in a process of its own. */
export interface ServeProcess {
  /** Memory that the process holds, in bytes. */
  readRssBytes(): number;
  /** @returns the exit code; `null` where the signal ended it, or it had ended before. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts the command and waits until it is ready.
 *
 * @param file - the bundle of `src/cli/index.ts`.
 * @param env - with PORT, beside the keys and the number of the tests.
 */
export async function startServe(file: string, env: { PORT: string } & Record<string, string>): Promise<ServeProcess> {
  const base = { SECRET_KEY: SECRET, ADMIN_KEY: ADMIN, WHATSAPP_COMPANY_NUMBER: COMPANY, LOG_LEVEL: 'silent' };
  const all = { PATH: process.env['PATH'], HOST: '127.0.0.1', ...base, ...env };
  const child = fork(file, ['serve'], { env: all, execArgv: [], stdio: 'ignore' });
  await eventually(`the server on ${env.PORT}`, async () => {
    const answer = await fetch(`http://127.0.0.1:${env.PORT}/readyz`).catch(() => null);
    return answer?.status === 200;
  });
  return {
    readRssBytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) * 1024,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return null;
      const ended = once(child, 'exit');
      child.kill(signal);
      return ((await ended) as [number | null])[0];
    },
  };
}
