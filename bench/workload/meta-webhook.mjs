// @ts-check
import { createHmac } from 'node:crypto';

export const APP_SECRET = 'bench-app-secret';
export const PHONE_NUMBER_ID = '106540352242922';
export const COMPANY_NUMBER = '+966500000000';

let made = 0;

/**
 * One customer's message as Meta posts it, signed, with an id that was never used before.
 *
 * @param {string} phone digits
 * @returns {{ body: Buffer, signature: string }}
 */
export function metaWebhook(phone) {
  const id = `wamid.bench.${process.pid}.${(made += 1)}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const message = {
    from: phone,
    id,
    timestamp,
    type: 'text',
    text: { body: 'Hi, ticket A001 - please send WhatsApp updates' },
  };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: COMPANY_NUMBER.slice(1), phone_number_id: PHONE_NUMBER_ID },
    contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: phone }],
    messages: [message],
  };
  const body = Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }],
    }),
  );
  return { body, signature: `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}` };
}
