// @ts-check
import { createHmac } from 'node:crypto';

export const APP_SECRET = 'bench-app-secret';
const FIRST_PHONE_NUMBER_ID = 106_540_352_242_922;
const FIRST_COMPANY_NUMBER = 966_500_000_000;

/**
 * What the account of an organization has, each its own.
 *
 * @param {number} index from 0
 */
export function accountOf(index) {
  return {
    phoneNumberId: String(FIRST_PHONE_NUMBER_ID + index),
    companyNumber: `+${FIRST_COMPANY_NUMBER + index}`,
    appSecret: index === 0 ? APP_SECRET : `${APP_SECRET}-${index}`,
  };
}

let made = 0;

/**
 * One customer's message as Meta posts it, signed, with an id that was never used before.
 *
 * @param {string} phone digits
 * @param {{ text?: string, organization?: number }} [options]
 * @returns {SignedWebhook}
 */
export function metaWebhook(phone, { text = 'Hi, ticket A001 - please send WhatsApp updates', organization = 0 } = {}) {
  const id = `wamid.bench.${process.pid}.${(made += 1)}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  return signed(organization, {
    contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: phone }],
    messages: [{ from: phone, id, timestamp, type: 'text', text: { body: text } }],
  });
}

/**
 * What became of one of our messages.
 *
 * @param {string} id
 * @param {string} status
 * @returns {SignedWebhook}
 */
export function metaStatus(id, status) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return signed(0, { statuses: [{ id, status, timestamp }] });
}

/** @typedef {{ body: Buffer, signature: string }} SignedWebhook */

/**
 * @param {number} organization
 * @param {object} fields
 * @returns {SignedWebhook}
 */
function signed(organization, fields) {
  const { phoneNumberId, companyNumber, appSecret } = accountOf(organization);
  const metadata = { display_phone_number: companyNumber.slice(1), phone_number_id: phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, ...fields };
  const body = Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }],
    }),
  );
  return { body, signature: `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}` };
}
