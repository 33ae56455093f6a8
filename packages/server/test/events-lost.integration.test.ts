import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventEndpointCreated } from '@whatsapp-optin/sdk/contract';
import { createOutboxStore } from '../src/storage/outbox-store.js';
import { openReceiver, type Receiver } from './event-receiver.js';
import { ADMIN, eventually, openWorld, type World } from './test-world.js';

const TICKETS = 6;
const EVENTS_OF_TICKET = 10;
const KILLS = 15;

let world: World;
let receiver: Receiver;
let random = 7;
/** The same sequence in each run. */
const draw = (): number => (random = (random * 48_271) % 2_147_483_647) / 2_147_483_647;

beforeAll(async () => {
  // A part of the failures has handled the event: its 2xx got lost.
  receiver = await openReceiver(() => (draw() < 0.7 ? { status: 204 } : draw() < 0.5 ? { status: 503 } : null));
  world = await openWorld({ webhookAllowedHosts: [receiver.host] }, { firstEventRetryMs: 5 });
});
afterAll(async () => {
  await world?.close();
  await receiver?.close();
});

describe('a receiver that fails three times of ten, and processes killed between their take and their record', () => {
  it('gets every event, and those of a ticket in their order', async () => {
    const created = await world.request('POST', '/api/admin/webhooks', { key: ADMIN, body: { url: receiver.url } });
    receiver.trust(((await created.json()) as EventEndpointCreated).secret);
    // Dies after its take, as often as it is asked; the test lets its lease run out soon.
    const killed = createOutboxStore(world.database, { open: () => '' });
    const emit = async (ticket: number, serial: number): Promise<void> => {
      await world.database.query(
        `SELECT whatsapp_optin.emit_event_v1('clinic', 'message.action', $1::text, NULL, NULL, jsonb_build_object('serial', $2::int))`,
        [`ticket-${ticket}`, serial],
      );
    };
    let kills = 0;
    const kill = async (): Promise<void> => {
      const taken = await killed.takePosts(2, { organizationIds: ['clinic'], full: [] });
      kills += taken.length;
      await world.database.query(
        `UPDATE whatsapp_optin.event_deliveries SET due_at = clock_timestamp() + interval '50 milliseconds'
         WHERE event_id = ANY ($1::uuid[]) AND status = 'pending'`,
        [taken.map(({ event }) => event.id)],
      );
      await world.database.query(`UPDATE whatsapp_optin.event_endpoints SET paused_until = NULL`);
    };
    for (let serial = 0; serial < EVENTS_OF_TICKET; serial += 1) {
      for (let ticket = 0; ticket < TICKETS; ticket += 1) await emit(ticket, serial);
      await kill();
    }
    await eventually('every event', async () => {
      if (kills < KILLS) await kill();
      else await world.database.query(`UPDATE whatsapp_optin.event_endpoints SET paused_until = NULL`);
      return new Set(receiver.taken.map(({ id }) => id)).size === TICKETS * EVENTS_OF_TICKET;
    });
    const seen = new Set<string>();
    const firstOnes = receiver.taken.filter(({ id }) => !seen.has(id) && seen.add(id));
    const serials = new Map<string | undefined, number[]>();
    const rows = await world.database.query<{ id: string; ticket_id: string; serial: number }>(
      `SELECT id, ticket_id, (data ->> 'serial')::int AS serial FROM whatsapp_optin.events`,
    );
    const ticketOf = new Map(rows.map((row) => [row.id, row.ticket_id]));
    for (const { id, data } of firstOnes) {
      const ticket = ticketOf.get(id);
      serials.set(ticket, [...(serials.get(ticket) ?? []), Number(data['serial'])]);
    }
    const inOrder = Array.from({ length: EVENTS_OF_TICKET }, (_, serial) => serial);
    expect(serials.size).toBe(TICKETS);
    for (const [ticket, order] of serials) expect([ticket, order]).toEqual([ticket, inOrder]);
    expect(kills).toBeGreaterThanOrEqual(KILLS);
  });
});
