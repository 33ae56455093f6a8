import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';

export type SimulatorEnv = { Bindings: Partial<HttpBindings> };

/** Resolves after `delayMs`, or at once when the simulator closes. */
export function pause(delayMs: number, closed: AbortSignal): Promise<void> {
  if (delayMs <= 0 || closed.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, delayMs);
    function done() {
      clearTimeout(timer);
      closed.removeEventListener('abort', done);
      resolve();
    }
    closed.addEventListener('abort', done);
  });
}

/** Never answers while the simulator lives: a vendor that has stopped responding. */
export async function hang(c: Context<SimulatorEnv>, closed: AbortSignal): Promise<Response> {
  await new Promise<void>((resolve) => {
    if (closed.aborted) resolve();
    closed.addEventListener('abort', () => resolve(), { once: true });
    c.req.raw.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return cut(c);
}

/** Drops the connection without a word: the caller cannot know what became of its request. */
export function cut(c: Context<SimulatorEnv>): Response {
  c.env.incoming?.socket.destroy();
  return c.body(null, 503);
}
