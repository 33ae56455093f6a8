import type { NotificationBatchDocument, NotificationDocument } from '@whatsapp-optin/sdk/contract';
import { createSimulator } from '@whatsapp-optin/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE, SECRET, WEBHOOK_TOKEN, createDatabase, eventually, ultramsgEvent } from '../test-world.js';
import { FAULT_TWILIO, faultOptions } from './fault-options.js';
import { ServerChild, bundleServer } from './server-child.js';
import { noteFault } from './note-fault.js';

/** `npm run test:faults` asks for 100. */
const ROUNDS = Number(process.env['BATCH_ROUNDS'] ?? 3);
const PEOPLE = 40;

const simulator = createSimulator({ twilio: FAULT_TWILIO });
let database: Awaited<ReturnType<typeof createDatabase>>;
let bundle: Awaited<ReturnType<typeof bundleServer>>;
let start: () => Promise<ServerChild>;
const running = new Set<ServerChild>();

beforeAll(async () => {
  const vendors = await simulator.listen();
  database = await createDatabase();
  bundle = await bundleServer();
  start = async () => {
    const server = await ServerChild.start(bundle.file, faultOptions({ database: database.url, vendors }));
    running.add(server);
    return server;
  };
});
afterAll(async () => {
  for (const server of running) await server.kill();
  await simulator.close();
  await bundle?.remove();
  await database?.drop();
});

const phoneOf = (person: number): string => `+96654${String(person).padStart(7, '0')}`;
/** A message of each of them, in one webhook. */
const write = (server: ServerChild, people: readonly number[], text: string, ageSeconds = 0) =>
  server.request('POST', `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`, null, {
    instanceId: '1150',
    messages: people.map((person) => ultramsgEvent({ from: phoneOf(person), text, ageSeconds })['data']),
  });

/** Everybody has a ticket and an open session. Their contacts are not in the order of their phones. */
async function meet(server: ServerChild): Promise<void> {
  for (const person of shuffled(500)) {
    await server.request('PUT', `/api/tickets/x-${person}`, SECRET, { number: 'X1', phone: phoneOf(person) });
    await write(server, [person], 'hello', 600);
  }
}

const noticesTo = (people: readonly number[], text: string) =>
  people.map((person) => ({ ticketId: `x-${person}`, type: 'position_update', message: `${text} to ${person}.` }));

/** How often each text went to WhatsApp. */
function sends(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of simulator.ledger.entries('whatsapp_send')) {
    if (entry.text.startsWith(`${text} to `)) counts.set(entry.text, (counts.get(entry.text) ?? 0) + 1);
  }
  return counts;
}

/** The same order whenever the test runs, another for each seed. */
function shuffled(seed: number): number[] {
  const rank = (person: number): number => ((person + 1) * (seed * 7919 + 104_729)) % 1_000_003;
  return Array.from({ length: PEOPLE }, (_, person) => person).sort((one, other) => rank(one) - rank(other));
}

const post = async (server: ServerChild, notifications: readonly object[]) =>
  (await server.request<NotificationBatchDocument>('POST', '/api/notifications/batch', SECRET, { notifications }))
    .notifications as NotificationDocument[];

// One folder is one process's.
if (ENGINE === 'postgres') {
  describe('batches of two servers that cross', () => {
    it('lose nothing, double nothing, and never wait for each other', { timeout: 600_000, retry: 0 }, async () => {
      const servers = await Promise.all([start(), start()]);
      const [first, second] = servers;
      if (!first || !second) throw new Error('There is no server.');
      await meet(first);
      for (let round = 0; round < ROUNDS; round += 1) {
        const texts = [`Round ${round} of one`, `Round ${round} of two`];
        const [documents] = await Promise.all([
          Promise.all(servers.map((server, at) => post(server, noticesTo(shuffled(2 * round + at), texts[at] ?? '')))),
          // Meanwhile everybody writes; those messages are accepted in batches, too.
          ...servers.flatMap((server) =>
            [1, 2, 3, 4].map((serial) => write(server, shuffled(1000 + round), `one more ${serial}`, 500)),
          ),
        ]);
        for (const answer of documents) {
          expect(answer.filter(({ method }) => method !== 'whatsapp_fallback')).toEqual([]);
        }
        for (const text of texts) {
          const counts = sends(text);
          expect(counts.size, text).toBe(PEOPLE);
          expect([...counts].filter(([, count]) => count !== 1)).toEqual([]);
        }
      }
      const [row] = await first.sql<{ deadlocks: number }>(
        `SELECT deadlocks::int AS deadlocks FROM pg_stat_database WHERE datname = current_database() AND $1::boolean`,
        true,
      );
      expect(row?.deadlocks).toBe(0);
      noteFault({
        ...{ fault: 'batches of two servers cross', tried: `${2 * ROUNDS * PEOPLE} notices` },
        ...{ lost: 0, twice: 0, late: null, recoveredInMs: null },
      });
      for (const server of servers) {
        await server.kill();
        running.delete(server);
      }
    });
  });
}

/** The statements of a send, by a text that only they hold. */
const MOMENTS = [
  { text: 'begun AS (', when: 'after' },
  { text: 'offered_as text', when: 'before' },
  { text: 'offered_as text', when: 'after' },
  { text: 'message_hash bytea', when: 'before' },
  { text: 'message_hash bytea', when: 'after' },
  { text: 'skips jsonb', when: 'before' },
  { text: 'skips jsonb', when: 'after' },
] as const;

const AGE = [
  `UPDATE whatsapp_optin.notification_attempts SET at = at - interval '3 minutes' WHERE status = 'claimed' AND $1::boolean`,
  // A welcome may be under way, too.
  `UPDATE whatsapp_optin.owed_replies SET updated_at = updated_at - interval '3 minutes' WHERE status = 'claimed' AND $1::boolean`,
  `UPDATE whatsapp_optin.idempotency_keys SET claimed_at = claimed_at - interval '2 minutes' WHERE $1::boolean`,
];
const COME_DUE = `UPDATE whatsapp_optin.notification_logs SET due_at = clock_timestamp() WHERE NOT settled AND due_at IS NOT NULL AND $1::boolean`;
const LEFT = `
SELECT (SELECT count(*)::int FROM whatsapp_optin.notification_attempts WHERE status = 'claimed') AS claimed,
       (SELECT count(*)::int FROM whatsapp_optin.notification_logs WHERE NOT settled) AS unsettled WHERE $1::boolean`;

describe('a server that is killed between the statements of a batch', () => {
  it('has sent nothing twice, and each notification ends', { timeout: 600_000, retry: 0 }, async () => {
    let server = await start();
    await meet(server);
    const moments = ENGINE === 'pglite' ? MOMENTS.slice(2, 4) : MOMENTS;
    for (const [at, moment] of moments.entries()) {
      const text = `Killed ${at}`;
      const body = { notifications: noticesTo(shuffled(at), text) };
      const ask = () =>
        fetch(`${server.url}/api/notifications/batch`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${SECRET}`,
            'idempotency-key': `kill-${at}`,
          },
          body: JSON.stringify(body),
        });
      await server.order({ do: 'die', ...moment });
      const cutOff = ask().catch(() => null);
      await server.ended();
      running.delete(server);
      expect(await cutOff, 'the host was answered').toBeNull();

      server = await start();
      for (const statement of AGE) await server.sql(statement, true);
      await server.order({ do: 'work', name: 'clean-up' });
      // The host asks again.
      expect((await ask()).status).toBe(200);
      await server.sql(COME_DUE, true);
      const restarted = server;
      await eventually(`all to end, killed ${moment.when} ${moment.text}`, async () => {
        // A sweep of the server may have taken some of them.
        await restarted.order({ do: 'work', name: 'dispatches' });
        const [left] = await restarted.sql<{ claimed: number; unsettled: number }>(LEFT, true);
        return left?.claimed === 0 && left.unsettled === 0;
      });
      const counts = sends(text);
      expect(
        [...counts].filter(([, count]) => count > 1),
        `${moment.when} ${moment.text}`,
      ).toEqual([]);
      // What no vendor call had been claimed for goes out.
      if (moment.when === 'before' && moment.text === 'offered_as text') expect(counts.size).toBe(PEOPLE);
    }
    noteFault({
      ...{ fault: 'kill -9 between the statements of a batch', tried: `${moments.length * PEOPLE} notices` },
      ...{ lost: null, twice: 0, late: null, recoveredInMs: null },
    });
  });
});
