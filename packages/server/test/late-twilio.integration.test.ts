import { createHmac } from 'node:crypto';
import { SIMULATOR_DEFAULTS } from '@whatsapp-optin/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, eventually } from './test-world.js';
import { openVendorWorld, type VendorWorld } from './vendor-world.js';

const AUTH_TOKEN = 'twilio-token-of-the-tests';

let world: VendorWorld;
beforeAll(async () => {
  world = await openVendorWorld('twilio');
  // A message that is known to be delivered fails no more.
  world.simulator.configureWebhook({ acks: false });
});
afterAll(() => world?.close());

/** Twilio reports that it refused this message: the window was closed for it. */
async function reportClosedWindow(sid: string, phone: string): Promise<number> {
  const address = `${world.url}/api/webhooks/twilio/status`;
  const form = {
    AccountSid: SIMULATOR_DEFAULTS.twilio.accountSid,
    MessageSid: sid,
    MessageStatus: 'undelivered',
    ErrorCode: '63016',
    From: `whatsapp:${COMPANY}`,
    To: `whatsapp:${phone}`,
  };
  const signed = Object.entries(form).sort(([one], [other]) => (one < other ? -1 : 1));
  const signature = createHmac('sha1', AUTH_TOKEN)
    .update(address + signed.flat().join(''))
    .digest('base64');
  const headers = { 'x-twilio-signature': signature };
  return (await fetch(address, { method: 'POST', headers, body: new URLSearchParams(form) })).status;
}

/** @returns the vendor's id of a notice that was sent, and of which nothing more is known. */
async function noticeOf(ticketId: string): Promise<string> {
  const { attempts } = await world.notify({ ticketId, type: 'position_update' });
  const sid = attempts.find(({ tier }) => tier === 'whatsapp')?.providerMessageId ?? '';
  expect(sid).toMatch(/^(SM|MM)/);
  return sid;
}

describe('a late 63016 of Twilio', () => {
  it('ends the window of a person who has not written since', async () => {
    const phone = '+966500003301';
    await world.connect('late-1', phone);
    const sid = await noticeOf('late-1');
    expect(await reportClosedWindow(sid, phone)).toBe(200);
    await eventually('the end', async () => !(await world.app.sessions.hasActiveSession(phone)));
  });

  it('undoes no window that the person opened since', async () => {
    const phone = '+966500003302';
    await world.connect('late-2', phone);
    const sid = await noticeOf('late-2');
    await world.simulator.sendFromPhone({ from: phone, text: 'I am on my way' }).delivery;
    expect(await reportClosedWindow(sid, phone)).toBe(200);
    const attempt = () =>
      world.database.query(
        `SELECT status, error_code FROM whatsapp_optin.notification_attempts WHERE provider_message_id = $1::text`,
        [sid],
      );
    expect(await attempt()).toEqual([{ status: 'failed', error_code: '63016' }]);
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(true);
  });
});
