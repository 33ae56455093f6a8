import { readVendorId } from '../vendor-id.js';
import type { UltraMsgOptions } from '../../config/options.js';
import { postForm } from '../form-post.js';
import { isJsonObject, type JsonObject } from '../json-object.js';
import { readRetryAfterMs } from '../retry-after.js';
import type { FailureAction, SendOutcome } from '../send-outcome.js';
import type { Identity, OutboundWhatsAppMessage } from '../whatsapp-provider.js';
import { readHttpRefusal, readRefusal } from './errors.js';
import { instanceUrl } from './instance-id.js';

/** Longest text that WhatsApp carries, in characters. */
const MAX_TEXT_LENGTH = 4096;

/** UltraMsg sends smaller numbers first: 0 for a one-time password, 10 for bulk. */
const PRIORITY = { urgent: '1', normal: '10' };

export interface UltraMsgSendContext {
  options: UltraMsgOptions;
  fetch: typeof globalThis.fetch;
  now: () => number;
  deadlineMs?: number | undefined;
}

/**
 * Sends one text. UltraMsg refuses with HTTP 200, so that only `sent: true` beside no `error` counts as accepted:
 * "queued" means that the phone is offline, and what is queued goes out in a burst when it returns, long after its use.
 */
export async function sendUltraMsgText(
  message: OutboundWhatsAppMessage,
  { options, fetch, now, deadlineMs }: UltraMsgSendContext,
): Promise<SendOutcome> {
  const to = address(message.to);
  if (to === null) return failed('unreachable', 'no_address');
  if (message.text.length > MAX_TEXT_LENGTH) return failed('bug', 'text_too_long');

  const result = await postForm({
    url: `${instanceUrl(options)}/messages/chat`,
    form: {
      token: options.token,
      to,
      body: message.text,
      priority: message.urgent ? PRIORITY.urgent : PRIORITY.normal,
      referenceId: message.correlationId,
    },
    fetch,
    deadlineMs,
  });
  if (result.status === 'lost') return { status: 'unknown', errorCode: result.errorCode };
  if (result.status === 'not_sent') {
    return { status: 'failed', failure: { action: 'retry', retryAfterMs: 5_000, errorCode: 'network' } };
  }
  // A gateway that gave up waiting does not know whether UltraMsg took the message; nor do we.
  if (result.httpStatus === 504) return { status: 'unknown', errorCode: 'http_504' };

  const answer = parseAnswer(result.text);
  const refusal = answer && refusalSentence(answer);
  const retryAfterMs = readRetryAfterMs(result.headers.get('retry-after'), now());
  const httpRefusal = readHttpRefusal(result.httpStatus, retryAfterMs);
  if (httpRefusal) return { status: 'failed', failure: readRefusal(refusal ?? '', retryAfterMs) ?? httpRefusal };
  if (!answer) return { status: 'unknown', errorCode: 'unreadable_answer' };
  if (refusal !== null) {
    const known = readRefusal(refusal, retryAfterMs);
    return known ? { status: 'failed', failure: known } : failed('next_tier', 'refused');
  }
  return { status: 'accepted', providerMessageId: readVendorId(answer['id']) };
}

/** The first identity that UltraMsg takes: a phone, or a WhatsApp address as it is. */
function address(identities: readonly Identity[]): string | null {
  return identities.find(({ kind }) => kind === 'e164' || kind === 'jid')?.value ?? null;
}

/** `null` where the answer says that the message is sent; else what it says instead, which may be nothing. */
function refusalSentence(answer: JsonObject): string | null {
  const { error, sent, message } = answer;
  if (isError(error)) return errorText(error);
  const isSent = sent === true || (typeof sent === 'string' && sent.toLowerCase() === 'true');
  if (isSent) return null;
  return typeof message === 'string' ? message : '';
}

function isError(error: unknown): boolean {
  if (Array.isArray(error)) return error.length > 0;
  if (isJsonObject(error)) return Object.keys(error).length > 0;
  return error !== undefined && error !== null && error !== false && error !== '';
}

/** `error` comes as a sentence, as an object of sentences by field, or as an array of such objects. */
function errorText(error: unknown): string {
  return typeof error === 'string' ? error : (JSON.stringify(error) ?? '');
}

function parseAnswer(text: string): JsonObject | null {
  try {
    const answer: unknown = JSON.parse(text);
    return isJsonObject(answer) ? answer : null;
  } catch {
    return null;
  }
}

function failed(action: FailureAction, errorCode: string): SendOutcome {
  return { status: 'failed', failure: { action, retryAfterMs: null, errorCode } };
}
