import { isJsonObject, type JsonObject } from '../json-object.js';
import { OversizedWebhookError, UnparsableWebhookError, type InboundEvent } from '../whatsapp-provider.js';
import { readAcknowledgement } from './acknowledgement.js';
import { ignored, kept } from './ignored-event.js';
import { isPlainNo, readMessage } from './inbound-message.js';
import { isSameInstance } from './instance-id.js';
import { readWebhookBody } from './webhook-body.js';

/** Of one webhook: each costs its words and its row, whatever its size. */
const MAX_MESSAGES = 1_000;

/** What this number is called at UltraMsg and in the world. */
export interface UltraMsgAccount {
  instanceId: string;
  /** E.164 */
  businessNumber: string;
}

/**
 * Every message, or the acknowledgement, of one webhook body. A malformed item is ignored alone; the others of its batch pass.
 *
 * @throws {UnparsableWebhookError} when the body is neither an event nor a batch of messages.
 * @throws {OversizedWebhookError} when the batch has more than 1,000 messages.
 */
export function parseUltraMsgWebhook(rawBody: Uint8Array, account: UltraMsgAccount): InboundEvent[] {
  const body = readWebhookBody(rawBody);
  if ('event_type' in body) return [readEvent(body, account)];
  const { instanceId, messages } = body;
  if (!Array.isArray(messages)) {
    throw new UnparsableWebhookError('The body has neither "event_type" nor a "messages" array.');
  }
  if (messages.length > MAX_MESSAGES) {
    throw new OversizedWebhookError(`The body may have at most ${MAX_MESSAGES} messages.`);
  }
  if (instanceId !== undefined && !isSameInstance(instanceId, account.instanceId)) {
    return messages.map((item: unknown) => kept('other_instance', { instanceId, item }));
  }
  return messages.map((item: unknown) => readMessage(item, item, account.businessNumber));
}

function readEvent(event: JsonObject, account: UltraMsgAccount): InboundEvent {
  if (!isSameInstance(event['instanceId'], account.instanceId)) return kept('other_instance', event);
  const { data } = event;
  switch (event['event_type']) {
    case 'message_received':
      return readMessage(data, event, account.businessNumber);
    case 'message_create':
      // Echoes of our own sends come as this event too: only a plain "not from me" is a customer's message.
      return isJsonObject(data) && isPlainNo(data['fromMe'])
        ? readMessage(data, event, account.businessNumber)
        : ignored('own');
    case 'message_ack':
      return readAcknowledgement(event);
    case 'message_reaction':
      return ignored('reaction');
    default:
      return kept('unknown_type', event);
  }
}
