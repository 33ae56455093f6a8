import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerEntry, LedgerKind } from '@whatsapp-optin/simulator';

/** The first start of an empty database on a busy machine has taken 16 s. */
const START_TIMEOUT_MS = 50_000;

const SERVER = join(import.meta.dirname, '../../examples/demo/server.mjs');

/** The demo as `npm start` serves it, on free ports and an empty data folder. */
export class Demo {
  private constructor(
    readonly url: string,
    private readonly simulatorUrl: string,
    private readonly running: { child: ChildProcess; dataDir: string; adminKey: string },
  ) {}

  /** The key for `/admin` of this demo. */
  get adminKey(): string {
    return this.running.adminKey;
  }

  /**
   * @param options - `examplePeople`: those whom the demo brings to fill the dashboard.
   * @throws Error with the demo's output, if it does not start.
   */
  static async start({ examplePeople = false } = {}): Promise<Demo> {
    const dataDir = mkdtempSync(join(tmpdir(), 'whatsapp-optin-e2e-'));
    return Demo.#startIn(dataDir, examplePeople);
  }

  static async #startIn(dataDir: string, examplePeople: boolean): Promise<Demo> {
    const port = await findFreePair();
    const child = spawn(process.execPath, [SERVER], {
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, EXAMPLE_PEOPLE: examplePeople ? '' : 'none' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = await untilReady(child);
    const adminKey = /\bak_[\w-]+/.exec(said)?.[0] ?? '';
    return new Demo(`http://localhost:${port}`, `http://localhost:${port + 1}`, { child, dataDir, adminKey });
  }

  /** Starts a second demo on the same port. @returns its exit code and its output. */
  async startAgain(): Promise<{ code: number | null; said: string }> {
    const env = { ...process.env, PORT: new URL(this.url).port, DATA_DIR: this.running.dataDir };
    const child = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, said };
  }

  /** Ends this demo, and starts another on its data. */
  async restart(): Promise<Demo> {
    await this.#end();
    return Demo.#startIn(this.running.dataDir, false);
  }

  async stop(): Promise<void> {
    await this.#end();
    rmSync(this.running.dataDir, { recursive: true, force: true });
  }

  async #end(): Promise<void> {
    const { child } = this.running;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill('SIGTERM')) await ended;
  }

  /** The requests that the simulated vendors received. */
  async ledger<Kind extends LedgerKind>(kind: Kind): Promise<Extract<LedgerEntry, { kind: Kind }>[]> {
    const response = await fetch(`${this.simulatorUrl}/_ledger?kind=${kind}`);
    const { entries } = (await response.json()) as { entries: Extract<LedgerEntry, { kind: Kind }>[] };
    return entries;
  }
}

/** @returns its output until then. */
function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => {
      child.kill('SIGKILL');
      reject(new Error(`The demo ${why}. ${said}`));
    };
    const timer = setTimeout(() => fail(`did not start within ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('Stop it with')) return;
      clearTimeout(timer);
      resolve(said);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}

/** A free port whose neighbour, where the simulator will listen, is free too. */
async function findFreePair(): Promise<number> {
  for (;;) {
    const port = await tryPort(0);
    if (port !== null && port < 65_535 && (await tryPort(port + 1)) !== null) return port;
  }
}

/** @returns the port that was free a moment ago; null where it is taken. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
