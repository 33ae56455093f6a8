import { createSimulator } from '@whatsapp-optin/simulator';
import type { NotificationDocument } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderInUseError, createWhatsAppOptIn } from '../../src/index.js';
import { ENGINE, SECRET, WEBHOOK_TOKEN, createDatabase, eventually, ultramsgEvent } from '../test-world.js';
import { FAULT_TWILIO, faultOptions } from './fault-options.js';
import { ServerChild, bundleServer } from './server-child.js';
import { noteFault } from './note-fault.js';

/** `npm run test:faults` asks for 20,000. */
const NOTIFICATIONS = Number(process.env['NOTIFICATIONS'] ?? 1000);
const PEOPLE = 100;
const AT_ONCE = 12;

const simulator = createSimulator({ twilio: FAULT_TWILIO });
const open: { close(): Promise<unknown> }[] = [simulator];
let database: string;
let vendors: string;

beforeAll(async () => {
  vendors = await simulator.listen();
  const created = await createDatabase();
  open.push({ close: created.drop });
  database = created.url;
});
afterAll(async () => {
  for (const part of open) await part.close();
});

const phoneOf = (person: number): string => `+96653${String(person).padStart(7, '0')}`;

async function inLanes(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

interface Attempt {
  id: string;
  tier: 'push' | 'whatsapp' | 'sms';
  status: string;
  late: boolean;
  notification_id: string;
}

const ATTEMPTS = `
SELECT id, tier, status, late, notification_id FROM whatsapp_optin.notification_attempts
WHERE notification_id = ANY ($1::uuid[]) AND status <> 'skipped'`;
const COME_DUE = `UPDATE whatsapp_optin.notification_logs SET due_at = clock_timestamp() WHERE id = ANY ($1::uuid[]) AND NOT settled RETURNING id`;
const UNSETTLED = `SELECT id FROM whatsapp_optin.notification_logs WHERE id = ANY ($1::uuid[]) AND NOT settled`;

const ACKNOWLEDGED = `
SELECT log.id FROM whatsapp_optin.notification_logs AS log
JOIN whatsapp_optin.notification_attempts AS attempt
  ON attempt.organization_id = log.organization_id AND attempt.notification_id = log.id
WHERE log.id = ANY ($1::uuid[]) AND log.method = 'push' AND attempt.tier = 'push' AND attempt.status = 'delivered'`;

/** Half of the people have a device, whose silence is a timer; the others are written to by WhatsApp, which then fails. */
async function prepare(server: ServerChild): Promise<void> {
  await inLanes(PEOPLE, async (person) => {
    const ticketId = `two-${person}`;
    await server.request('PUT', `/api/tickets/${ticketId}`, SECRET, { number: 'T1', phone: phoneOf(person) });
    const event = ultramsgEvent({ from: phoneOf(person), text: 'hello', ageSeconds: 60 });
    await server.request('POST', `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`, null, event);
    if (person % 2 === 1) return;
    const { subscription } = simulator.push.issueSubscription();
    await server.request('POST', '/api/push/subscriptions', SECRET, { ticketId, subscription });
  });
}

/** Everything that may move a notification on, at both servers at once. */
async function race(servers: readonly ServerChild[], ids: readonly string[]): Promise<void> {
  const [first] = servers;
  if (first === undefined) return;
  await first.sql(COME_DUE, ids);
  const attempts = await first.sql<Attempt>(ATTEMPTS, ids);
  const news = attempts.flatMap((attempt, index) => {
    if (attempt.tier === 'sms' || index % 4 === 3) return [];
    const status = attempt.tier === 'push' && index % 2 === 0 ? ('delivered' as const) : ('failed' as const);
    const provider = attempt.tier === 'push' ? 'web-push' : 'ultramsg';
    return servers.map(
      (server) => () =>
        server.order({ do: 'report', organizationId: 'clinic', provider, attemptId: attempt.id, status }),
    );
  });
  const timers = servers.flatMap((server) => [1, 2].map(() => () => server.order({ do: 'work', name: 'dispatches' })));
  await Promise.all([...timers, ...news, ...timers].map((go) => go()));
  await eventually('all to end', async () => {
    await Promise.all(servers.map((server) => server.order({ do: 'work', name: 'dispatches' })));
    await first.sql(COME_DUE, ids);
    return (await first.sql(UNSETTLED, ids)).length === 0;
  });
}

if (ENGINE === 'postgres') {
  describe('two servers on one database', () => {
    it('claim nothing twice, whatever moves a notification on', { timeout: 7_200_000, retry: 0 }, async () => {
      const bundle = await bundleServer();
      open.push({ close: bundle.remove });
      const options = faultOptions({ database, vendors });
      const servers = await Promise.all([0, 1].map(() => ServerChild.start(bundle.file, options)));
      for (const server of servers) open.unshift({ close: () => server.kill() });
      const [first] = servers;
      if (first === undefined) throw new Error('There is no server.');
      await prepare(first);

      const ids = new Map<string, string>();
      while (ids.size < NOTIFICATIONS) {
        const round: string[] = [];
        const begin = ids.size;
        await inLanes(Math.min(PEOPLE, NOTIFICATIONS - begin), async (person) => {
          const text = `notification ${begin + person}`;
          const body = { ticketId: `two-${person}`, type: 'critical', message: text };
          const server = servers[person % 3 === 0 ? 1 : 0] ?? first;
          const { id } = await server.request<NotificationDocument>('POST', '/api/notifications', SECRET, body);
          ids.set(id, text);
          round.push(id);
        });
        await race(servers, round);
      }

      const sends = new Map<string, number>();
      for (const entry of simulator.ledger.entries()) {
        const text = entry.kind === 'push_send' ? (/notification \d+/.exec(entry.payload ?? '')?.[0] ?? '') : '';
        if (entry.kind === 'push_send') count(sends, `push ${text}`);
        if (entry.kind === 'whatsapp_send' && entry.text.startsWith('notification'))
          count(sends, `whatsapp ${entry.text}`);
        if (entry.kind === 'sms_send') count(sends, `sms ${entry.text}`);
      }
      const twice = [...sends].filter(([, times]) => times > 1);
      expect(twice, `sent twice of ${ids.size} notifications`).toEqual([]);

      const attempts = await first.sql<Attempt>(ATTEMPTS, [...ids.keys()]);
      expect(attempts.filter(({ status }) => status === 'claimed')).toEqual([]);
      for (const { tier, notification_id: id } of attempts) {
        expect(sends.get(`${tier} ${ids.get(id)}`), `${tier} of ${ids.get(id)}`).toBe(1);
      }
      expect(attempts).toHaveLength(sends.size);
      // A push that was acknowledged in time stopped the run: of the status and the timer, one advanced.
      const acknowledged = await first.sql<{ id: string }>(ACKNOWLEDGED, [...ids.keys()]);
      for (const { id } of acknowledged) {
        const others = ['whatsapp', 'sms'].filter((tier) => sends.has(`${tier} ${ids.get(id)}`));
        expect(others, `after the acknowledged push of ${ids.get(id)}`).toEqual([]);
      }
      const [usage] = await first.sql<{ claimed: number }>(
        `SELECT sum(claimed)::int AS claimed FROM whatsapp_optin.sms_usage`,
      );
      const sms = attempts.filter(({ tier }) => tier === 'sms');
      expect(usage?.claimed, 'the day’s counter').toBe(sms.length);
      const tiers = ['push', 'whatsapp', 'sms'].map(
        (tier) => `${attempts.filter((one) => one.tier === tier).length} ${tier}`,
      );
      noteFault({
        ...{ fault: 'two servers, statuses and timers at once', tried: `${ids.size} notices` },
        ...{ lost: 0, twice: twice.length, late: null, recoveredInMs: null },
      });
      console.log(
        `${ids.size} notifications, two servers: ${tiers.join(', ')}, ${acknowledged.length} acknowledged, 0 twice`,
      );
      expect(sms.length).toBeGreaterThan(NOTIFICATIONS / 20);
      expect(acknowledged.length).toBeGreaterThan(NOTIFICATIONS / 100);
    });
  });
} else {
  describe('two servers on one folder', () => {
    it('are refused: the second says that the folder is in use', async () => {
      const options = faultOptions({ database, vendors });
      const first = createWhatsAppOptIn(options);
      await first.start();
      open.unshift({ close: () => first.close() });
      await expect(createWhatsAppOptIn(options).start()).rejects.toThrow(FolderInUseError);
    });
  });
}

function count(sends: Map<string, number>, key: string): void {
  sends.set(key, (sends.get(key) ?? 0) + 1);
}
