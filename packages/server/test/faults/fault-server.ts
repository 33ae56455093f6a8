import { createWhatsAppOptIn } from '../../src/create-whatsapp-optin.js';
import { serve } from '../../src/adapters/node.js';
import type { DeliveryStatus } from '../../src/providers/inbound-event.js';
import { UNCOUNTED } from '../../src/http/admission.js';
import { startJobs, type JobName } from '../../src/jobs/job-engine.js';
import type { WhatsAppOptInOptions } from '../../src/config/options.js';
import type { Database } from '../../src/storage/database.js';
import { openDatabase } from '../../src/storage/open-database.js';

/** What the test asks of a server in a process of its own, besides HTTP. */
export type FaultOrder =
  | { do: 'work'; name: JobName }
  | { do: 'sql'; text: string; values: unknown[] }
  /** The process kills itself at the next statement that holds `text`: before it, or when it has committed. */
  | { do: 'die'; text: string; when: 'before' | 'after' }
  | { do: 'report'; organizationId: string; provider: string; attemptId: string; status: 'delivered' | 'failed' };

export type FaultAnswer = { ready: string } | { id: number; result?: unknown; error?: string };

const options = JSON.parse(process.env['FAULT_OPTIONS'] ?? '{}') as WhatsAppOptInOptions;
let work: Record<JobName, () => Promise<unknown>> | undefined;
let database: Database | undefined;

let death: { text: string; when: 'before' | 'after' } | null = null;

function mortal(opened: Database): Database {
  const die = (text: string, when: 'before' | 'after'): void => {
    if (death?.when === when && text.includes(death.text)) process.kill(process.pid, 'SIGKILL');
  };
  return {
    ...opened,
    withTimeout: (timeoutMs) => mortal(opened.withTimeout(timeoutMs)),
    async query(text, values) {
      die(text, 'before');
      const rows = await opened.query<never>(text, values);
      die(text, 'after');
      return rows;
    },
  };
}

const app = createWhatsAppOptIn(options, {
  openDatabase: async (input) => (database = mortal(await openDatabase(input))),
  createAdmission: () => ({ enter: async () => UNCOUNTED, close: () => undefined }),
  startJobs: async (parts) => {
    work = parts.work;
    return startJobs(parts);
  },
});

async function follow(order: FaultOrder): Promise<unknown> {
  switch (order.do) {
    case 'work':
      return work?.[order.name]();
    case 'sql':
      return database?.query(order.text, order.values);
    case 'die':
      death = order;
      return;
    case 'report': {
      const { organizationId, provider, attemptId, status } = order;
      const failure = status === 'failed' ? { action: 'next_tier', retryAfterMs: null, errorCode: 'fault' } : null;
      return app.deliveries.report({ organizationId, provider }, {
        kind: 'status',
        providerMessageId: `vendor-${attemptId}`,
        correlationId: attemptId,
        status,
        at: new Date(),
        failure,
        price: null,
      } as DeliveryStatus);
    }
  }
}

process.on('message', ({ id, order }: { id: number; order: FaultOrder }) => {
  follow(order).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
// The test is gone: so is this.
process.on('disconnect', () => process.exit(1));

await app.start();
const server = await serve(app, { port: 0, host: '127.0.0.1' });
process.send?.({ ready: server.url });
