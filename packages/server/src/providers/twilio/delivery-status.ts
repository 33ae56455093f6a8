import type { DeliveryStatus } from '../whatsapp-provider.js';
import { readTwilioRefusal } from './errors.js';
import type { TwilioFields } from './webhook-fields.js';

/** The parameter of the status callback's URL that brings our attempt id back. The signature covers it. */
export const ATTEMPT_PARAMETER = 'attempt';
/** The one that brings its organization back, where several share the number. */
export const ORGANIZATION_PARAMETER = 'organization';

/**
 * Twilio's words for the life of a message, in ours. `canceled` is what a scheduled message becomes, which we do not send;
 * `partially_delivered` speaks of a group.
 */
const STATUSES: Readonly<Record<string, DeliveryStatus['status']>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

/**
 * Status of a message of ours, or one word for why it cannot be read. Callbacks carry neither a time nor a
 * price; `ErrorMessage` and `ChannelStatusMessage` stay here, since they may repeat a phone.
 */
export function readDeliveryStatus(
  fields: TwilioFields,
  query: URLSearchParams,
): DeliveryStatus | 'malformed' | 'unknown_type' {
  const word = (fields.get('MessageStatus') || fields.get('SmsStatus')).trim().toLowerCase();
  const status = Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
  if (status === undefined) return 'unknown_type';
  const providerMessageId = fields.messageSid;
  if (providerMessageId === null) return 'malformed';
  const code = /^\s*[1-9]\d{3,5}\s*$/.test(fields.get('ErrorCode')) ? Number(fields.get('ErrorCode')) : null;
  const attempt = query.get(ATTEMPT_PARAMETER);
  const organizationId = query.get(ORGANIZATION_PARAMETER);
  return {
    kind: 'status',
    providerMessageId,
    correlationId: attempt !== null && /^[\w-]{1,64}$/.test(attempt) ? attempt : null,
    status,
    at: null,
    failure:
      status === 'failed' ? readTwilioRefusal({ httpStatus: 200, code, retryAfterMs: null, otherwise: word }) : null,
    price: null,
    ...(organizationId !== null && { organizationId }),
  };
}
