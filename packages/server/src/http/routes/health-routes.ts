import { z } from '@hono/zod-openapi';
import { defineRoute } from '../define-route.js';
import { unavailable } from '../failure-response.js';
import { anyone } from '../who.js';

const healthDocument = z.object({ status: z.enum(['ok', 'ready']) }).openapi('Health');

/** Statements give up after 4 s and begin on another connection: by then a process has tried several times. */
const LONGEST_SILENCE_MS = 30_000;

/** Longer than a busy database takes, shorter than the patience of an orchestrator's probe. */
const READY_TIMEOUT_MS = 3_000;

const probe = {
  method: 'get',
  tag: 'Operation',
  who: anyone,
  output: { 200: { description: 'It can', schema: healthDocument } },
  refuses: ['UNAVAILABLE'],
  example: {},
} as const;

const checkHealth = defineRoute(
  {
    ...probe,
    path: '/healthz',
    id: 'checkHealth',
    summary:
      'The process can work. 503: its database has not answered for 30 seconds, not even with a refusal; restart it',
  },
  ({ context, answer }) => {
    if (context.databaseSilentForMs() <= LONGEST_SILENCE_MS) return answer(200, { status: 'ok' });
    return unavailable(context.log, new Error('The database does not answer.'), '/healthz');
  },
);

const checkReadiness = defineRoute(
  {
    ...probe,
    path: '/readyz',
    id: 'checkReadiness',
    summary: 'The server can serve: its database answers and takes writes',
  },
  async ({ context, answer }) => {
    try {
      await within(READY_TIMEOUT_MS, context.ready());
      return answer(200, { status: 'ready' });
    } catch (error) {
      return unavailable(context.log, error, '/readyz');
    }
  },
);

export const HEALTH_ROUTES = [checkHealth, checkReadiness];

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
