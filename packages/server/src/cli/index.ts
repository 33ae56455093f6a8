import { createInterface } from 'node:readline/promises';
import { runCli } from './run-cli.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Who asks twice does not want to wait.
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
  });
}
readEnvFile();

const exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  ask: process.stdin.isTTY && process.stdout.isTTY ? ask : undefined,
  progress: process.stderr.isTTY ? showProgress : undefined,
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  stop: stop.signal,
});
process.exit(exitCode);

/** Over the same line of the terminal. */
function showProgress(text: string): void {
  process.stderr.write(`\r${text}\u{1b}[K`);
}

/** The variables of `.env` in this folder, as `init` writes them; those that are set already stay. */
function readEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question, { signal: stop.signal });
  } finally {
    lines.close();
  }
}
