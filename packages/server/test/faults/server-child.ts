import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { WhatsAppOptInOptions } from '../../src/config/options.js';
import { bundleForProcess } from '../../../../scripts/bundle-for-process.mjs';
import type { FaultAnswer, FaultOrder } from './fault-server.js';

/** The server from source, as a program. */
export function bundleServer(): Promise<{ file: string; remove(): Promise<void> }> {
  return bundleForProcess('test/faults/fault-server.ts');
}

/** A server in a process of its own, which a test may kill. */
export class ServerChild {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #orders = 0;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
    child.on('message', (answer: FaultAnswer) => {
      if (!('id' in answer)) return;
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.error === undefined) waiting?.resolve(answer.result);
      else waiting?.reject(new Error(answer.error));
    });
  }

  static async start(file: string, options: WhatsAppOptInOptions): Promise<ServerChild> {
    const env = { PATH: process.env['PATH'], FAULT_OPTIONS: JSON.stringify(options) };
    const child = fork(file, { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The server ended with ${code} before it was ready.`);
    });
    const [answer] = (await Promise.race([once(child, 'message'), ended])) as [FaultAnswer];
    ended.catch(() => undefined);
    if (!('ready' in answer)) throw new Error('The server said something else than that it is ready.');
    return new ServerChild(child, answer.ready);
  }

  order<T = unknown>(order: FaultOrder): Promise<T> {
    const id = (this.#orders += 1);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as T), reject });
      this.#child.send({ id, order }, (error) => error && reject(error));
    });
  }

  sql<T>(text: string, ...values: unknown[]): Promise<T[]> {
    return this.order<T[]>({ do: 'sql', text, values });
  }

  async request<T>(method: string, route: string, key: string | null, body: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) };
    const answer = await fetch(`${this.url}${route}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Resolves when the process has ended, by whatever. */
  async ended(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
  }

  /** At once, without a last word. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
