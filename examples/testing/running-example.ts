import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, vi } from 'vitest';

/** A start compiles pages, and so does the first visit. */
const START_TIMEOUT_MS = 120_000;
/** Ports that an example takes from its first one on. */
const PORTS = 4;

/** An example that was started by its one command. */
export interface RunningExample {
  /** Its first port: `PORT`. */
  port: number;
  /** `APP_PORT`, where the pages of a host are served beside the server. */
  appPort: number;
  /** Where its simulator is. */
  simulator: string;
  /** Everything that it has printed. */
  printed(): string;
  /** Ends it, and all that it has started. */
  stop(): Promise<void>;
}

/** Runs `npm start` in the folder, and waits until `path` answers. @throws where it ends before, with what it said */
export async function startExample(folder: string, page: (ports: { port: number; appPort: number }) => string) {
  const port = await findFreePorts();
  const appPort = port + PORTS - 1;
  const child = spawn('npm', ['start', '--silent'], {
    cwd: folder,
    // A group of its own: npm passes no signal on to what its script has started.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      APP_PORT: String(appPort),
      ALLOWED_ORIGINS: `http://localhost:${appPort}`,
      NODE_ENV: undefined,
      VITEST: undefined,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  let printed = '';
  const note = (chunk: Buffer): void => void (printed += chunk.toString());
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = once(child, 'exit');
  const url = page({ port, appPort });
  const running: RunningExample & { url: string } = {
    port,
    appPort,
    url,
    simulator: `http://localhost:${port + 1}`,
    printed: () => printed,
    async stop() {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
  try {
    await vi.waitFor(
      async () => {
        if (child.exitCode !== null) return;
        expect((await fetch(url, { headers: { connection: 'close' } })).status).toBe(200);
      },
      { timeout: START_TIMEOUT_MS, interval: 200 },
    );
    if (child.exitCode !== null) throw new Error(`It ended with exit code ${child.exitCode}.`);
    return running;
  } catch (cause) {
    await running.stop();
    throw new Error(`The example did not start.\n${printed}`, { cause });
  }
}

/** The first of several neighbouring ports that nothing listens on. */
async function findFreePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 20_000);
    const isFree = await Promise.all(Array.from({ length: PORTS }, (_, at) => canListen(first + at)));
    if (isFree.every(Boolean)) return first;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
