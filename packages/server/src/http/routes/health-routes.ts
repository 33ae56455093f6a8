import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { describeAnswers, jsonAnswer } from '../describe-answers.js';
import { unavailable } from '../failure-response.js';
import type { HttpEnv, RouteContext } from '../http-env.js';

const healthDocument = z.object({ status: z.enum(['ok', 'ready']) }).openapi('Health');

/** Statements give up after 4 s and begin on another connection: by then a process has tried several times. */
const LONGEST_SILENCE_MS = 30_000;

/** Longer than a busy database takes, shorter than the patience of an orchestrator's probe. */
const READY_TIMEOUT_MS = 3_000;

export function addHealthRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const alive = createRoute({
    method: 'get',
    path: '/healthz',
    summary:
      'The process can work. 503: its database has not answered for 30 seconds, not even with a refusal; restart it',
    responses: describeAnswers({ 200: jsonAnswer('It can', healthDocument) }, 'UNAVAILABLE'),
  });
  app.openapi(alive, (c) => {
    if (context.databaseSilentForMs() <= LONGEST_SILENCE_MS) return c.json({ status: 'ok' as const }, 200);
    return unavailable(context.log, new Error('The database does not answer.'), '/healthz');
  });

  const ready = createRoute({
    method: 'get',
    path: '/readyz',
    summary: 'The server can serve: its database answers and takes writes',
    responses: describeAnswers({ 200: jsonAnswer('It can', healthDocument) }, 'UNAVAILABLE'),
  });
  app.openapi(ready, async (c) => {
    try {
      await within(READY_TIMEOUT_MS, context.ready());
      return c.json({ status: 'ready' as const }, 200);
    } catch (error) {
      return unavailable(context.log, error, '/readyz');
    }
  });
}

async function within(timeoutMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${timeoutMs} ms.`)), timeoutMs);
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
