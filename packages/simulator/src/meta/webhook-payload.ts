import { createHmac } from 'node:crypto';
import type { InboundText } from '../phone/inbound-message.js';
import { userIdOf } from '../phone/person.js';
import type { WebhookPost } from '../webhook/courier.js';
import type { WebhookSettings } from '../webhook/webhook-settings.js';
import { webhookError } from './errors.js';

/** The WhatsApp account that the number belongs to. */
export const META_ACCOUNT_ID = '102290129340398';

/** One number at Meta, and the app that its webhooks are signed by. */
export interface MetaAccount {
  /** Meta's id of the number, which API paths name. */
  phoneNumberId: string;
  /** E.164 of the business. */
  number: string;
  /** The Bearer token that sends must carry. */
  accessToken: string;
  /** Key of `X-Hub-Signature-256`. */
  appSecret: string;
  /** What the handshake of the webhook carries. */
  verifyToken: string;
}

/** What became of a message, in Meta's words. */
export interface MetaStatus {
  messageId: string;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  /** E.164 or a user id. */
  recipient: string;
  /** Unix seconds. */
  time: number;
  correlationId: string | undefined;
  errorCode?: number | undefined;
}

const digitsOf = (phone: string) => phone.replace(/^\+/, '');
const isUserId = (address: string) => /^[A-Z]{2}\./.test(address);

/** One message of a batch, and the contact that stands beside it. */
export function metaMessage({ messageId, from, text, payload, name, hidesPhone, time }: InboundText) {
  const userId = userIdOf(from);
  const identity = hidesPhone ? { from_user_id: userId } : { from: digitsOf(from), from_user_id: userId };
  const content =
    payload === undefined
      ? { type: 'text', text: { body: text } }
      : { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: payload, title: text } } };
  return {
    contact: {
      profile: { name, ...(hidesPhone && { username: `@${name.toLowerCase().replace(/\W+/g, '.') || 'somebody'}` }) },
      ...(hidesPhone ? {} : { wa_id: digitsOf(from) }),
      user_id: userId,
    },
    message: { ...identity, id: messageId, timestamp: String(time), ...content },
  };
}

/** `system`, `user_changed_number`. */
export function metaNumberChange(input: { messageId: string; from: string; to: string; time: number }) {
  const { messageId, from, to, time } = input;
  return {
    from: digitsOf(from),
    id: messageId,
    timestamp: String(time),
    type: 'system',
    system: {
      body: `User changed from ${digitsOf(from)} to ${digitsOf(to)}`,
      type: 'user_changed_number',
      wa_id: digitsOf(to),
      user_id: userIdOf(to),
      previous_user_id: userIdOf(from),
    },
  };
}

export function metaStatus({ messageId, status, recipient, time, correlationId, errorCode }: MetaStatus) {
  return {
    id: messageId,
    status,
    timestamp: String(time),
    ...(isUserId(recipient) ? {} : { recipient_id: digitsOf(recipient) }),
    recipient_user_id: isUserId(recipient) ? recipient : userIdOf(recipient),
    ...(correlationId !== undefined && { biz_opaque_callback_data: correlationId }),
    ...(status === 'failed'
      ? { errors: [webhookError(errorCode ?? 131_026)] }
      : { pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' } }),
  };
}

/** A batch of one number, signed over its bytes. */
export function metaPost(
  about: Pick<WebhookPost, 'eventType' | 'messageId' | 'phone'>,
  value: Record<string, unknown>,
  { account, settings }: { account: MetaAccount; settings: () => WebhookSettings },
): WebhookPost {
  const metadata = { display_phone_number: digitsOf(account.number), phone_number_id: account.phoneNumberId };
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
  const batch = { object: 'whatsapp_business_account', entry: [{ id: META_ACCOUNT_ID, changes: [change] }] };
  return {
    vendor: 'meta',
    ...about,
    request() {
      const { url } = settings();
      if (url === null) return null;
      const body = JSON.stringify(batch);
      const digest = createHmac('sha256', account.appSecret).update(body).digest('hex');
      return {
        url: new URL(url),
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${digest}` },
        body,
      };
    },
  };
}
