import { ultramsgEvent, WEBHOOK_TOKEN } from '../test-world.js';
import type { Row } from '../../src/storage/database.js';
import { createSchedule } from './simulated-schedule.js';
import {
  openSimulatedServers,
  type Plant,
  type SimulatedServer,
  type SimulatedServers,
  type VendorCall,
} from './simulated-servers.js';

const PEOPLE = 2;
const ACTS_A_ROUND = 30;
const ACTS_AT_ONCE = 6;
const MINUTE_MS = 60_000;
/** Jumps of the clock while acts are under way: over a renewal, over a window, over a lease. */
const JUMPS_MS = [1_000, 3 * MINUTE_MS, 30 * MINUTE_MS, 23 * 60 * MINUTE_MS, 25 * 60 * MINUTE_MS];
/** Runs of due work after which whatever is still open is a fault. */
const LAST_RUNS = 40;
/** Turns of about a millisecond in which nothing waits for its turn, after which acts are held to hang. */
const LONGEST_IDLE_TURNS = 20_000;

interface Person {
  phone: string;
  ticketId: string;
  /** When a STOP was acknowledged, by the database's clock as it stands today; `null`: none was. */
  stoppedAtMs: number | null;
  isErased: boolean;
  /** Ids of messages that were acknowledged. */
  messages: string[];
}

export interface SimulationResult {
  steps: number;
  sends: number;
  kills: number;
  /** `null`: every promise was kept. */
  violation: string | null;
}

class Violation extends Error {}

interface Sending extends Row {
  id: string;
  tier: string;
  status: string;
  at_ms: number;
  window_ms: number | null;
  earlier: number;
}

// The claim is a committed row before the call, and names the message that allows it. Where its process was silent for longer
// than a lease, another one may have called it unknown.
const SENDING = `
SELECT attempt.id, attempt.tier, attempt.status, (extract(epoch FROM attempt.at) * 1000)::float8 AS at_ms,
       (extract(epoch FROM attempt.inbound_sent_at) * 1000)::float8 + 86400000 AS window_ms,
       (SELECT count(*)::int FROM whatsapp_optin.notification_attempts AS other
        WHERE other.organization_id = attempt.organization_id AND other.notification_id = attempt.notification_id
          AND other.id <> attempt.id AND other.tier = attempt.tier AND other.status NOT IN ('failed', 'skipped')) AS earlier
FROM whatsapp_optin.notification_attempts AS attempt
JOIN whatsapp_optin.notification_logs AS log ON log.organization_id = attempt.organization_id AND log.id = attempt.notification_id
WHERE attempt.organization_id = 'clinic' AND attempt.tier = $1::text AND attempt.status IN ('claimed', 'unknown')
  AND strpos($2::text, log.content ->> CASE attempt.tier WHEN 'sms' THEN 'smsText' ELSE 'text' END) > 0`;

const COME_DUE = `UPDATE whatsapp_optin.notification_logs SET due_at = clock_timestamp() WHERE NOT settled AND due_at IS NOT NULL RETURNING id`;

/**
 * Acts of two servers in an order that one seed chooses, statement by statement, with kills, jumps of the clock and vendors
 * that fail: rounds of new people, until so many effects have happened.
 */
export async function runSimulation(input: { seed: number; steps: number; plant?: Plant }): Promise<SimulationResult> {
  const schedule = createSchedule(input.seed);
  let people: Person[] = [];
  let called = new Set<string>();
  let sends = 0;
  let kills = 0;
  let violation: Violation | null = null;
  const fail = (what: string): never => {
    violation ??= new Violation(what);
    throw violation;
  };

  async function onCall({ channel, phone, text }: VendorCall): Promise<void> {
    sends += 1;
    const person = people.find((one) => one.phone.endsWith(phone.replace(/\D/g, '')));
    if (person === undefined) fail('A send goes to nobody.');
    // An erasure forgets the text by which a claim is found here.
    if (!text.startsWith('notice ') || person?.isErased) return;
    const rows = await world.database.query<Sending>(SENDING, [channel, text]);
    const sending =
      rows.find(({ id }) => !called.has(id)) ?? fail(`${channel}: no claim of its own is committed before the call.`);
    called.add(sending.id);
    if (sending.earlier > 0) fail(`${channel}: another attempt of the same tier may have been sent.`);
    if (channel === 'whatsapp' && (sending.window_ms === null || sending.at_ms >= sending.window_ms)) {
      fail('whatsapp: the claim is outside of the window.');
    }
    if (person !== undefined && person.stoppedAtMs !== null && sending.at_ms > person.stoppedAtMs)
      fail(`${channel}: claimed after a STOP was acknowledged.`);
  }

  const world: SimulatedServers = await openSimulatedServers(schedule, { plant: input.plant ?? null, onCall });
  const running = new Map<Promise<void>, { server: SimulatedServer; name: string }>();
  const begin = (server: SimulatedServer, name: string, act: () => Promise<unknown>): void => {
    const promise: Promise<void> = act()
      .then(() => undefined)
      .catch((error: unknown) => {
        violation ??= error instanceof Violation ? error : new Violation(`An act failed: ${String(error)}`);
      })
      .finally(() => running.delete(promise));
    running.set(promise, { server, name });
  };

  let messageCount = 0;
  let noticeCount = 0;
  const notices: string[] = [];
  async function write(server: SimulatedServer, person: Person, text: string): Promise<void> {
    const id = `simulated-${input.seed}-${(messageCount += 1)}`;
    const event = ultramsgEvent({ from: person.phone, text, id });
    const path = `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`;
    const answer = await world.request(server, `POST ${path}`, event);
    if (answer.status !== 200) return;
    person.messages.push(id);
    if (text === 'STOP') person.stoppedAtMs ??= Date.now();
  }
  async function notify(server: SimulatedServer, person: Person): Promise<void> {
    const message = `notice ${(noticeCount += 1)}.`;
    const body = { ticketId: person.ticketId, type: schedule.pick(['your_turn', 'critical']), message };
    const answer = await world.request(server, 'POST /api/notifications', body);
    if (!answer.ok) return;
    const { id } = (await answer.json()) as { id: string };
    notices.push(id);
  }
  async function erase(server: SimulatedServer, person: Person): Promise<void> {
    person.isErased = true;
    await world.request(server, `DELETE /api/contacts/${encodeURIComponent(person.phone)}`);
  }

  const act = async (): Promise<void> => {
    const index = schedule.chance(0.5) ? 0 : 1;
    const server = world.servers[index];
    const person = schedule.pick(people);
    const chance = schedule.random();
    if (server === undefined) return;
    if (chance < 0.02) {
      for (const [promise, one] of running) if (one.server === server) running.delete(promise);
      kills += 1;
      await world.kill(index);
    } else if (chance < 0.06) {
      const ms = schedule.pick(JUMPS_MS);
      await world.advance(ms);
      for (const one of people) if (one.stoppedAtMs !== null) one.stoppedAtMs -= ms;
    } else if (chance < 0.16) begin(server, 'dispatches', () => server.work('dispatches'));
    else if (chance < 0.2) begin(server, 'replies', () => server.work('replies'));
    else if (chance < 0.26) begin(server, 'STOP', () => write(server, person, 'STOP'));
    else if (chance < 0.28) begin(server, 'erasure', () => erase(server, person));
    else if (chance < 0.5) begin(server, 'message', () => write(server, person, 'hello'));
    else if (!person.isErased) begin(server, 'notify', () => notify(server, person));
  };
  const drain = async (atMost: number): Promise<void> => {
    let idleTurns = 0;
    while (running.size > atMost && violation === null) {
      idleTurns = (await schedule.step()) ? 0 : idleTurns + 1;
      if (idleTurns === 0) continue;
      // A batch may wait for others by a timer.
      await new Promise((resolve) => setTimeout(resolve, 1));
      const names = [...running.values()].map(({ name }) => name).join(', ');
      if (idleTurns > LONGEST_IDLE_TURNS) violation = new Violation(`Nothing happens any more: ${names}.`);
    }
  };

  async function setUp(): Promise<void> {
    await world.forget();
    called = new Set();
    notices.length = 0;
    people = Array.from({ length: PEOPLE }, (_, index) => ({
      ...{ phone: `+96655${String(1_000_000 + index)}`, ticketId: `simulated-${index}`, messages: [] },
      ...{ stoppedAtMs: null, isErased: false },
    }));
    const [server] = world.servers;
    if (server === undefined) return;
    server.life.isFree = true;
    for (const { phone, ticketId } of people)
      await world.request(server, `PUT /api/tickets/${ticketId}`, { number: 'A1', phone });
    server.life.isFree = false;
  }

  /** Whatever was acknowledged is stored once, and comes to an end. */
  async function judge(): Promise<void> {
    const [server] = world.servers;
    for (let run = 0; run < LAST_RUNS && server !== undefined && violation === null; run += 1) {
      await world.advance(5 * MINUTE_MS);
      await world.database.query(COME_DUE);
      begin(server, 'dispatches', () => server.work('dispatches'));
      await drain(0);
      const [left] = await world.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM whatsapp_optin.notification_logs WHERE NOT settled AND id = ANY ($1::uuid[])`,
        [notices],
      );
      if (left?.count === 0) break;
    }
    if (violation !== null) return;
    const [open] = await world.database.query<{ open: number; stored: number }>(
      `SELECT count(*) FILTER (WHERE NOT settled)::int AS open, count(*)::int AS stored
       FROM whatsapp_optin.notification_logs WHERE id = ANY ($1::uuid[])`,
      [notices],
    );
    if (open?.open !== 0) fail(`${open?.open} acknowledged notifications never end.`);
    if (open?.stored !== notices.length)
      fail(`${notices.length - (open?.stored ?? 0)} acknowledged notifications are lost.`);
    for (const { phone, messages } of people.filter(({ isErased }) => !isErased)) {
      const [kept] = await world.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM whatsapp_optin.whatsapp_inbound_messages WHERE organization_id = 'clinic' AND phone_number = $1::text`,
        [phone],
      );
      if ((kept?.count ?? 0) < messages.length)
        fail(`${messages.length - (kept?.count ?? 0)} acknowledged messages are lost.`);
    }
  }

  try {
    while (schedule.steps < input.steps && violation === null) {
      await setUp();
      for (let count = 0; count < ACTS_A_ROUND && violation === null; count += 1) {
        await drain(ACTS_AT_ONCE - 1);
        await act();
      }
      await drain(0);
      if (violation === null) await judge();
    }
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
  } finally {
    await world.close();
  }
  return { steps: schedule.steps, sends, kills, violation: (violation as Violation | null)?.message ?? null };
}
