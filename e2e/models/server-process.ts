import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

/** The built command-line server in a process of its own, which a test may kill. */
export class ServerProcess {
  readonly url: string;
  readonly #environment: Record<string, string>;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(url: string, environment: Record<string, string>) {
    this.url = url;
    this.#environment = environment;
  }

  static async create(environment: Record<string, string>): Promise<ServerProcess> {
    const port = await freePort();
    return new ServerProcess(`http://localhost:${port}`, { PORT: String(port), HOST: '127.0.0.1', ...environment });
  }

  /** Resolves when `/readyz` answers 200. */
  async start(): Promise<void> {
    const bin = path.resolve('packages/server/bin/whatsapp-optin.mjs');
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [bin, 'serve'], {
      env: { PATH, LOG_LEVEL: 'warn', PUBLIC_URL: this.url, ...this.#environment },
    });
    this.#child = child;
    this.#output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (this.#output += text.toString()));
    const deadline = Date.now() + 60_000;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${this.#output}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.status === 200) return;
      if (Date.now() > deadline) throw new Error(`The server was not ready in a minute: ${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Kills the process at once, as a machine that fails. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end. @returns its exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  get output(): string {
    return this.#output;
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
