import { isJsonObject, type JsonObject } from '../json-object.js';
import { readVendorId } from '../vendor-id.js';
import type { DeliveryStatus, IgnoredEvent } from '../whatsapp-provider.js';
import { ignored, kept } from './ignored-event.js';
import { ID_FORM, isPlainNo } from './inbound-message.js';

/** UltraMsg's words for the ticks of WhatsApp: one for the server, two for the device, blue for read. */
const STATUSES: Readonly<Record<string, DeliveryStatus['status']>> = {
  pending: 'accepted',
  server: 'sent',
  device: 'delivered',
  read: 'read',
  // A voice message that was listened to.
  played: 'read',
};

/**
 * Status of a message that we sent. It is known by the number that the answer to the send gave, `id`, where the event
 * repeats it, else by WhatsApp's own; and by the `referenceId` that we planted. The time in it is the message's, not the
 * tick's.
 */
export function readAcknowledgement(event: JsonObject): DeliveryStatus | IgnoredEvent {
  const { data } = event;
  if (!isJsonObject(data)) return kept('malformed', event);
  const whatsappId = readVendorId(data['id']);
  const correlationId = readReference(event['referenceId'] ?? data['referenceId']);
  const isOurs = whatsappId?.startsWith('true_') || !isPlainNo(data['fromMe'] ?? false);
  if (!isOurs || whatsappId?.startsWith('false_')) return ignored('ack');
  const providerMessageId = readVendorId(event['id']) ?? whatsappId;
  const word = typeof data['ack'] === 'string' ? data['ack'].trim().toLowerCase() : '';
  const status = Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
  if (status === undefined) return kept('unknown_type', event);
  if (providerMessageId === null || !ID_FORM.test(providerMessageId)) return kept('malformed', event);
  return { kind: 'status', providerMessageId, correlationId, status, at: null, failure: null, price: null };
}

function readReference(reference: unknown): string | null {
  return typeof reference === 'string' && /^[\w-]{1,64}$/.test(reference) ? reference : null;
}
