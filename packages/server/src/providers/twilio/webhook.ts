import { createHash } from 'node:crypto';
import type { IgnoredEvent, InboundEvent, WebhookRequest } from '../whatsapp-provider.js';
import { isSameAddress, isWhatsAppAddress } from './address.js';
import { readDeliveryStatus } from './delivery-status.js';
import { readInboundMessage } from './inbound-message.js';
import { readTwilioFields, type TwilioFields } from './webhook-fields.js';

/** What a webhook must be about to be ours. */
export interface TwilioSender {
  channel: 'whatsapp' | 'sms';
  accountSid: string;
  /** E.164, with or without `whatsapp:`, a short code, a name, or the sid of a messaging service (`MG…`). */
  from: string;
}

/**
 * The one event of a webhook, whichever of our three addresses it came to: an inbound message, or what became of one of
 * ours. What belongs to the other channel is not for us: an SMS must never open a WhatsApp session.
 *
 * @throws {UnparsableWebhookError} when the body has no fields at all.
 */
export function parseTwilioWebhook(
  { rawBody, url }: Pick<WebhookRequest, 'rawBody' | 'url'>,
  sender: TwilioSender,
): InboundEvent[] {
  const fields = readTwilioFields({ rawBody, url });
  const isStatus = isStatusCallback(fields);
  const channel = channelOf(fields) ?? (isStatus ? sender.channel : 'sms');
  if (channel !== sender.channel) return [{ kind: 'ignored', why: 'other_channel' }];
  const ownAddress = fields.get(isStatus ? 'From' : 'To');
  const accountSid = fields.get('AccountSid');
  if (accountSid !== '' && accountSid !== sender.accountSid) return [kept('other_instance', fields, rawBody)];
  if (!isOurs(ownAddress, fields, sender)) return [kept('other_instance', fields, rawBody)];
  const event = isStatus ? readDeliveryStatus(fields, url.searchParams) : readInboundMessage(fields, sender);
  if (typeof event === 'string') return [kept(event, fields, rawBody, !isStatus)];
  if (!('unknown' in event)) return [event];
  const words = event.unknown === null ? {} : { words: event.unknown };
  return [{ ...kept('unknown_type', fields, rawBody, true), ...words }];
}

/** Inbound messages say `SmsStatus=received`, or nothing. */
function isStatusCallback(fields: TwilioFields): boolean {
  const status = fields.get('MessageStatus') || fields.get('SmsStatus');
  return status !== '' && !/^receiv(ed|ing)$/i.test(status);
}

/**
 * WhatsApp writes `whatsapp:` before its addresses, and has been seen to leave it out on one side or both; then its own
 * fields decide. `null` where neither does: a number may carry SMS and WhatsApp, so that it decides nothing.
 */
function channelOf(fields: TwilioFields): 'whatsapp' | 'sms' | null {
  const isWhatsApp =
    ['From', 'To', 'ExternalUserId'].some((name) => isWhatsAppAddress(fields.get(name))) ||
    /^whatsapp/i.test(fields.get('ChannelPrefix')) ||
    ['WaId', 'ProfileName'].some((name) => fields.get(name) !== '');
  if (isWhatsApp) return 'whatsapp';
  return fields.get('From') === '' && fields.get('To') === '' ? null : 'sms';
}

/** A status callback without addresses, as some of Twilio's own samples are, is known by its message alone. */
function isOurs(ownAddress: string, fields: TwilioFields, { from }: TwilioSender): boolean {
  if (/^MG[0-9a-f]{32}$/i.test(from)) {
    const service = fields.get('MessagingServiceSid');
    return service === '' || service === from;
  }
  if (ownAddress === '') return isStatusCallback(fields);
  return isSameAddress(ownAddress, from);
}

/** Not understood, or for no account: kept for staff under a key that is the same for every channel that reads it. */
function kept(why: string, fields: TwilioFields, rawBody: Uint8Array, fromCustomer = false): IgnoredEvent {
  const key = `twilio:${createHash('sha256').update(rawBody).digest('hex')}`;
  return { kind: 'ignored', why, keep: { key, raw: fields.raw, fromCustomer } };
}
