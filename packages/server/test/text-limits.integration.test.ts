import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET, eventually, openWorld, type World } from './test-world.js';
import { openVendorWorld } from './vendor-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const send = (body: Record<string, unknown>, path = '/api/notifications') =>
  world.request('POST', path, { key: SECRET, body });
const countLogs = async (ticketId: string): Promise<number> => {
  const [row] = await world.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM whatsapp_optin.notification_logs WHERE ticket_id = $1::text`,
    [ticketId],
  );
  return row?.count ?? 0;
};

describe("a text over a vendor's limit", () => {
  it('is refused with that limit before anything is claimed, where an SMS may have to carry it', async () => {
    await world.createTicket('l-1', { phone: '+966500002101' });
    const message = 'x'.repeat(1_601);
    for (const path of ['/api/notifications', '/api/notifications/sms', '/api/notifications/explain']) {
      const response = await send({ ticketId: 'l-1', type: 'critical', message }, path);
      expect([response.status, await response.json()]).toMatchObject([
        422,
        { code: 'MESSAGE_TOO_LONG', field: 'message', detail: expect.stringContaining('1600') as string },
      ]);
    }
    expect(await countLogs('l-1')).toBe(0);
    expect((await send({ ticketId: 'l-1', type: 'critical', message: 'x'.repeat(1_600) })).status).toBe(200);
  });

  it('is none where only a vendor with a higher one may be asked', async () => {
    const phone = '+966500002102';
    await world.createTicket('l-2', { phone });
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    const sent = await world.notify({ ticketId: 'l-2', type: 'position_update', message: 'x'.repeat(4_096) });
    expect(sent).toMatchObject({ success: true, method: 'whatsapp_fallback' });
    expect((await send({ ticketId: 'l-2', type: 'position_update', message: 'x'.repeat(4_097) })).status).toBe(422);
  });

  it("is Twilio's, where Twilio carries WhatsApp", async () => {
    const twilio = await openVendorWorld('twilio');
    try {
      const phone = '+966500002103';
      await twilio.createTicket('l-3', { phone });
      await twilio.connect('l-3', phone);
      await eventually('the welcome', () => twilio.textsTo(phone).length === 1);
      const body = { ticketId: 'l-3', type: 'position_update', message: 'x'.repeat(1_601) };
      expect((await twilio.request('POST', '/api/notifications', { key: SECRET, body })).status).toBe(422);
      await expect(twilio.app.notifications.sendWhatsAppNotification(phone, body.message)).rejects.toThrow('1600');
      expect(twilio.textsTo(phone)).toHaveLength(1);
    } finally {
      await twilio.close();
    }
  });
});
