import { createSimulator, type Simulator } from '@whatsapp-optin/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE, SECRET, WEBHOOK_TOKEN, createDatabase, eventually, ultramsgEvent } from '../test-world.js';
import { FAULT_TWILIO, faultOptions } from './fault-options.js';
import { ServerChild, bundleServer } from './server-child.js';
import { noteFault } from './note-fault.js';

/** `npm run test:faults` asks for 100. */
const KILLS = Number(process.env['KILLS'] ?? (ENGINE === 'pglite' ? 2 : 4));

let simulator: Simulator;
let database: Awaited<ReturnType<typeof createDatabase>>;
let bundle: Awaited<ReturnType<typeof bundleServer>>;
let server: ServerChild | null = null;
let start: () => Promise<ServerChild>;

beforeAll(async () => {
  simulator = createSimulator({ twilio: FAULT_TWILIO });
  const vendors = await simulator.listen();
  database = await createDatabase();
  bundle = await bundleServer();
  start = () => ServerChild.start(bundle.file, faultOptions({ database: database.url, vendors }));
});
afterAll(async () => {
  await server?.kill();
  await simulator?.close();
  await bundle?.remove();
  await database?.drop();
});

/** How the process is caught between the claim and its result. */
const WAYS = [
  { vendor: 'ultramsg', mode: 'accept', tier: 'whatsapp' },
  { vendor: 'ultramsg', mode: 'hang', tier: 'whatsapp' },
  { vendor: 'twilio', mode: 'accept', tier: 'sms' },
  { vendor: 'twilio', mode: 'hang', tier: 'sms' },
] as const;

interface AttemptRow {
  id: string;
  tier: string;
  status: string;
  reason: string | null;
}

// As if the two minutes were over after which nobody can still be at work on it.
const AGE_ATTEMPTS = `UPDATE whatsapp_optin.notification_attempts SET at = at - interval '3 minutes' WHERE status = 'claimed' RETURNING id`;
const AGE_WALKS = `UPDATE whatsapp_optin.notification_logs SET due_at = clock_timestamp() WHERE NOT settled AND due_at IS NOT NULL RETURNING id`;
const ATTEMPTS = `
SELECT attempt.id, attempt.tier, attempt.status, attempt.reason FROM whatsapp_optin.notification_attempts AS attempt
JOIN whatsapp_optin.notification_logs AS log
  ON log.organization_id = attempt.organization_id AND log.id = attempt.notification_id
WHERE log.ticket_id = $1::text AND log.kind = 'ticket' ORDER BY attempt.at`;

const requestsTo = (phone: string, kind: 'whatsapp_send' | 'sms_send', text: string) =>
  simulator.ledger.entries(kind).filter((entry) => entry.phone === phone && entry.text === text);

async function killDuringSend(serial: number): Promise<void> {
  const way = WAYS[serial % WAYS.length] ?? WAYS[0];
  const phone = `+96652${String(serial).padStart(7, '0')}`;
  const ticketId = `killed-${serial}`;
  const text = `It is your turn, customer ${serial}`;
  const kind = way.tier === 'sms' ? 'sms_send' : 'whatsapp_send';
  server ??= await start();
  await server.request('PUT', `/api/tickets/${ticketId}`, SECRET, { number: 'K1', phone });
  if (way.tier === 'whatsapp') {
    const event = ultramsgEvent({ from: phone, text: 'hello', ageSeconds: 600 });
    await server.request('POST', `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`, null, event);
    await eventually('the welcome', () => simulator.ledger.received(phone, 'whatsapp').length === 1);
  }
  simulator.behaviours.set(way.vendor, { mode: way.mode, delayMs: 60_000, times: 1 }, phone);
  const cutOff = server
    .request('POST', '/api/notifications', SECRET, { ticketId, type: 'your_turn', message: text })
    .catch(() => null);
  await eventually('the request at the vendor', () => requestsTo(phone, kind, text).length === 1);
  await server.kill();
  expect(await cutOff, 'the host was answered').toBeNull();

  server = await start();
  await server.sql(AGE_ATTEMPTS);
  await server.order({ do: 'work', name: 'clean-up' });
  await server.sql(AGE_WALKS);
  await server.order({ do: 'work', name: 'dispatches' });
  const restarted = server;
  const attempts = await eventually('the run to end', async () => {
    const [log] = await restarted.sql<{ settled: boolean }>(
      `SELECT settled FROM whatsapp_optin.notification_logs WHERE ticket_id = $1::text AND kind = 'ticket'`,
      ticketId,
    );
    return log?.settled ? restarted.sql<AttemptRow>(ATTEMPTS, ticketId) : null;
  });
  expect(attempts.find(({ tier }) => tier === way.tier)).toMatchObject({
    status: 'unknown',
    reason: 'unknown_outcome',
  });
  expect(attempts.filter(({ status }) => status === 'claimed')).toEqual([]);
  expect(requestsTo(phone, kind, text), `requests of ${ticketId}, ${way.vendor} ${way.mode}`).toHaveLength(1);
}

describe('a server that is killed between a claim and its result', () => {
  it('leaves an unknown outcome, and nothing is sent twice', { timeout: 3_600_000, retry: 0 }, async () => {
    for (let serial = 0; serial < KILLS; serial += 1) await killDuringSend(serial);
    noteFault({
      ...{ fault: 'kill -9 between a claim and its result', tried: `${KILLS} sends by WhatsApp, SMS and push` },
      ...{ lost: null, twice: 0, late: null, recoveredInMs: null },
    });
    console.log(`${KILLS} kills on ${ENGINE}: all unknown, none sent twice`);
  });
});
