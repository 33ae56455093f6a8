import { isJsonObject } from '../json-object.js';
import type { SendFailure } from '../send-outcome.js';
import { toStorableText } from '../storable-json.js';
import { readVendorTime } from '../vendor-time.js';
import type { DeliveryStatus, InboundEvent, MessagePrice } from '../whatsapp-provider.js';
import { ignored, kept, type ChangeFrame } from './change-item.js';
import { readWebhookFailure } from './errors.js';
import { readMessageId } from './message-id.js';

const STATUSES: Readonly<Record<string, DeliveryStatus['status']>> = {
  sent: 'sent',
  // Skipped where the chat is open on the customer's screen: `read` then comes alone.
  delivered: 'delivered',
  read: 'read',
  // A voice message that was listened to.
  played: 'read',
  failed: 'failed',
};

/** Longer than any of our ids. Other senders who share the number may use longer ones, which are not for us. */
const MAX_CORRELATION_LENGTH = 128;

/** One item of `statuses`. Its recipient may be absent, and is not needed: the id says which message it is. */
export function readStatus(item: unknown, frame: ChangeFrame): InboundEvent {
  if (!isJsonObject(item)) return kept(frame, 'malformed', { list: 'statuses', item });
  const providerMessageId = readMessageId(item['id']);
  if (providerMessageId === null) return kept(frame, 'malformed', { list: 'statuses', item });
  const { status: word } = item;
  // The business itself deleted it, on the phone: what was delivered stays delivered.
  if (word === 'deleted') return ignored('deleted');
  const status = typeof word === 'string' && Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
  if (status === undefined) return kept(frame, 'unknown_type', { list: 'statuses', item });
  return {
    kind: 'status',
    providerMessageId,
    correlationId: readCorrelationId(item['biz_opaque_callback_data']),
    status,
    at: readVendorTime(item['timestamp']),
    failure: status === 'failed' ? readFailure(item['errors']) : null,
    price: readPrice(item['pricing']),
  };
}

function readCorrelationId(data: unknown): string | null {
  if (typeof data !== 'string' || data.length > MAX_CORRELATION_LENGTH) return null;
  return toStorableText(data) || null;
}

/** A failure that does not say why leaves one thing to do. */
function readFailure(errors: unknown): SendFailure {
  const failures = (Array.isArray(errors) ? errors : []).map(readWebhookFailure).filter((failure) => failure !== null);
  return failures[0] ?? { action: 'next_tier', retryAfterMs: null, errorCode: null };
}

/**
 * Meta reports the category and whether it charges, never the amount. `billable` is deprecated; `type` says the same:
 * `regular`, or `free_…`. Any other type is unknown.
 */
function readPrice(pricing: unknown): MessagePrice | null {
  if (!isJsonObject(pricing)) return null;
  const { billable, type, category } = pricing;
  return {
    amount: null,
    currency: null,
    category: typeof category === 'string' && category !== '' ? toStorableText(category).slice(0, 64) : null,
    billable: typeof billable === 'boolean' ? billable : isCharged(type),
  };
}

function isCharged(type: unknown): boolean | null {
  if (type === 'regular') return true;
  return typeof type === 'string' && type.startsWith('free_') ? false : null;
}
