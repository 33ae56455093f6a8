import { describe, expect, it } from 'vitest';
import type { NotificationService } from '../notifications/notification-service.js';
import type { DueRenewal, RenewalStore } from './renewal-store.js';
import { createRenewalWorker } from './renewal-worker.js';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const settings = { sessionMarginSeconds: 120, renewalLeadMinutes: 45 };

type Answer = (organizationId: string, ticketId: string) => Promise<void>;

/** Due notices of each organization, and a vendor that answers as the test says. */
function setUp(counts: Readonly<Record<string, number>>, answer: Answer) {
  const due = Object.entries(counts).flatMap(([organizationId, count]) =>
    Array.from({ length: count }, (_, at): DueRenewal => ({
      organizationId,
      sessionId: `s-${at}`,
      epoch: 1,
      ticketId: `t-${at}`,
    })),
  );
  const taken: DueRenewal[] = [];
  const begun: string[] = [];
  const recorded: string[] = [];
  const store: Pick<RenewalStore, 'takeDue' | 'record'> = {
    async takeDue({ limit, except = [] }) {
      const next = due.filter(({ organizationId }) => !except.includes(organizationId)).slice(0, limit);
      for (const one of next) due.splice(due.indexOf(one), 1);
      taken.push(...next);
      return next;
    },
    record: async ({ organizationId }) => void recorded.push(organizationId),
  };
  const notifyByWhatsApp = (async (organizationId, { ticketId }) => {
    begun.push(organizationId);
    await answer(organizationId, ticketId);
    return { status: 'done', notification: { id: 'n', success: true } };
  }) as NotificationService['notifyByWhatsApp'];
  const worker = createRenewalWorker({
    store: store as RenewalStore,
    notifications: { notifyByWhatsApp },
    log,
    settings,
  });
  return { worker, taken, begun, recorded, due };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('renewal notices', () => {
  it('are all sent and recorded, and one that fails stops no other', async () => {
    const { worker, recorded } = setUp({ clinic: 120 }, async (_organization, ticketId) => {
      if (ticketId === 't-5') throw new Error('away');
    });
    expect(await worker.processDue()).toBe(120);
    expect(recorded).toHaveLength(119);
  });

  it('of one organization go out while the vendor of another hangs', async () => {
    let end = (): void => undefined;
    const hanging = new Promise<void>((resolve) => (end = resolve));
    const { worker, recorded } = setUp({ slow: 500, quick: 60 }, async (organization) => {
      if (organization === 'slow') await hanging;
    });
    const done = worker.processDue();
    for (let turns = 0; turns < 200; turns += 1) await turn();
    expect(recorded.filter((organization) => organization === 'quick')).toHaveLength(60);
    end();
    await done;
  });

  it('that were taken are begun, all of them, when the server closes', async () => {
    const closing = new AbortController();
    const { worker, taken, begun, recorded, due } = setUp({ clinic: 500 }, async () => {
      if (begun.length === 40) closing.abort();
      await turn();
    });
    await worker.processDue(closing.signal);
    expect(begun).toHaveLength(taken.length);
    expect(recorded).toHaveLength(taken.length);
    expect(due.length).toBeGreaterThan(400);
  });
});
