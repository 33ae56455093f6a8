import { postForm } from '../form-post.js';
import { readRetryAfterMs } from '../retry-after.js';
import type { SendOutcome } from '../send-outcome.js';
import type { SmsProvider } from '../sms-provider.js';
import { readTwilioRefusal } from './errors.js';

export interface TwilioSmsProviderInput {
  accountSid: string;
  authToken: string;
  /** E.164, a short code, an alphanumeric sender, or the sid of a messaging service (`MG…`). */
  fromNumber: string;
  /** @default 'https://api.twilio.com' */
  baseUrl?: string | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
  /** @default SEND_DEADLINE_MS */
  deadlineMs?: number | undefined;
}

const DEFAULT_BASE_URL = 'https://api.twilio.com';

/**
 * SMS through Twilio. Its API has no field for our correlation id: a lost answer stays `unknown` until it is looked up by
 * recipient and time.
 */
export function createTwilioSmsProvider(input: TwilioSmsProviderInput): SmsProvider {
  const { accountSid, authToken, fromNumber, fetch = globalThis.fetch, now = Date.now, deadlineMs } = input;
  const baseUrl = (input.baseUrl ?? DEFAULT_BASE_URL).replace(/\/+$/, '');
  const url = `${baseUrl}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const sender: Record<string, string> = /^MG[0-9a-f]{32}$/i.test(fromNumber)
    ? { MessagingServiceSid: fromNumber }
    : { From: fromNumber };

  return {
    name: 'twilio',
    sendSms: async ({ to, text }) => {
      const form = { To: to, ...sender, Body: text };
      const result = await postForm({ url, form, headers: { authorization }, fetch, deadlineMs });
      if (result.status === 'lost') return { status: 'unknown', errorCode: result.errorCode };
      if (result.status === 'not_sent') {
        return { status: 'failed', failure: { action: 'retry', retryAfterMs: 5_000, errorCode: 'network' } };
      }
      // A gateway that gave up waiting does not know whether Twilio took the message; nor do we.
      if (result.httpStatus === 504) return { status: 'unknown', errorCode: 'http_504' };
      const retryAfterMs = readRetryAfterMs(result.headers.get('retry-after'), now());
      return readAnswer(result.httpStatus, result.text, retryAfterMs);
    },
  };
}

function readAnswer(httpStatus: number, text: string, retryAfterMs: number | null): SendOutcome {
  const body = parseObject(text);
  if (httpStatus < 200 || httpStatus > 299) {
    return {
      status: 'failed',
      failure: readTwilioRefusal({ httpStatus, code: readCode(body?.['code']), retryAfterMs }),
    };
  }
  const sid = body?.['sid'];
  if (!body || typeof sid !== 'string') return { status: 'unknown', errorCode: 'unreadable_answer' };
  const hasFailed = body['status'] === 'failed' || body['status'] === 'undelivered';
  if (hasFailed) {
    const code = readCode(body['error_code']);
    return { status: 'failed', failure: readTwilioRefusal({ httpStatus, code, retryAfterMs: null }) };
  }
  return { status: 'accepted', providerMessageId: sid };
}

function readCode(code: unknown): number | null {
  return Number.isSafeInteger(code) ? (code as number) : null;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
