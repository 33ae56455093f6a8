import type { MetaOptions } from '../../config/options.js';
import { isJsonObject, type JsonObject } from '../json-object.js';
import { postJson } from '../json-post.js';
import { readRetryAfterMs } from '../retry-after.js';
import type { FailureAction, SendFailure, SendOutcome } from '../send-outcome.js';
import type { Identity, OutboundWhatsAppMessage } from '../whatsapp-provider.js';
import { readVendorId } from '../vendor-id.js';
import { failureOfCode, failureOfStatus, readErrorCode } from './errors.js';
import { authorization, parseGraphAnswer, phoneNumberUrl } from './graph.js';

/** Longest text that WhatsApp carries, in characters. */
const MAX_TEXT_LENGTH = 4096;
/** Longest text above reply buttons, in characters. */
export const MAX_BUTTON_TEXT_LENGTH = 1024;

export interface MetaSendContext {
  options: MetaOptions;
  fetch: typeof globalThis.fetch;
  now: () => number;
  deadlineMs?: number | undefined;
}

/**
 * Sends one text. Meta answers with the id of a message that it means to send; what becomes of it comes as a status, a
 * refusal for want of an open window among them. Only an answer with that id counts as accepted, `held_for_quality_assessment`
 * included. Its API knows no idempotency key: a request whose answer is lost is never repeated here.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages/ (2026-07)
 */
export async function sendMetaText(
  message: OutboundWhatsAppMessage,
  { options, fetch, now, deadlineMs }: MetaSendContext,
): Promise<SendOutcome> {
  const recipient = address(message.to);
  if (recipient === null) return failed('unreachable', 'no_address');
  const limit = message.buttons === undefined ? MAX_TEXT_LENGTH : MAX_BUTTON_TEXT_LENGTH;
  if (message.text.length > limit) return failed('bug', 'text_too_long');

  const result = await postJson({
    url: `${phoneNumberUrl(options)}/messages`,
    json: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...recipient,
      ...content(message),
      biz_opaque_callback_data: message.correlationId,
    },
    headers: authorization(options),
    fetch,
    deadlineMs,
  });
  if (result.status === 'lost') return { status: 'unknown', errorCode: result.errorCode };
  if (result.status === 'not_sent') {
    return { status: 'failed', failure: { action: 'retry', retryAfterMs: 5_000, errorCode: 'network' } };
  }
  // A gateway that gave up waiting does not know whether Meta took the message; nor do we.
  if (result.httpStatus === 504) return { status: 'unknown', errorCode: 'http_504' };

  const answer = parseGraphAnswer(result.text);
  const failure = readRefusal(answer, result.httpStatus, readRetryAfterMs(result.headers.get('retry-after'), now()));
  if (failure) return { status: 'failed', failure };
  const providerMessageId = readMessageId(answer);
  return providerMessageId === null
    ? { status: 'unknown', errorCode: 'unreadable_answer' }
    : { status: 'accepted', providerMessageId };
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages (2026-07) */
function content({ text, buttons }: OutboundWhatsAppMessage): object {
  if (buttons === undefined) return { type: 'text', text: { body: text, preview_url: false } };
  const replies = buttons.map(({ id, label }) => ({ type: 'reply', reply: { id, title: label } }));
  return { type: 'interactive', interactive: { type: 'button', body: { text }, action: { buttons: replies } } };
}

/**
 * The first identity that Meta takes: a phone, or a user id as it is. Of user ids the person's own goes before the
 * enterprise's, whatever their order: they are of one kind, and storage keeps none.
 */
function address(identities: readonly Identity[]): { to: string } | { recipient: string } | null {
  const first = identities.find(({ kind }) => kind !== 'jid');
  if (first === undefined) return null;
  if (first.kind !== 'bsuid') return { to: first.value.replace(/^\+/, '') };
  const ofPerson = identities.find(({ kind, value }) => kind === 'bsuid' && !value.includes('.ENT.'));
  return { recipient: (ofPerson ?? first).value };
}

/** A code decides before the HTTP status, and an error before whatever stands beside it. */
function readRefusal(answer: JsonObject | null, httpStatus: number, retryAfterMs: number | null): SendFailure | null {
  const error = answer?.['error'];
  const code = readErrorCode(error);
  const ofStatus = failureOfStatus(httpStatus, retryAfterMs);
  if (code === null) {
    const isRefused = error !== undefined && error !== null;
    return ofStatus ?? (isRefused ? { action: 'next_tier', retryAfterMs: null, errorCode: 'refused' } : null);
  }
  const ofCode = failureOfCode(code, retryAfterMs);
  // A code that nobody knows, on an outage or a wrong token: the status says more.
  return ofCode.action === 'next_tier' && httpStatus === 401 && ofStatus
    ? { ...ofStatus, errorCode: String(code) }
    : ofCode;
}

function readMessageId(answer: JsonObject | null): string | null {
  const messages = answer?.['messages'];
  const first: unknown = Array.isArray(messages) ? messages[0] : undefined;
  return isJsonObject(first) ? readVendorId(first['id']) : null;
}

function failed(action: FailureAction, errorCode: string): SendOutcome {
  return { status: 'failed', failure: { action, retryAfterMs: null, errorCode } };
}
