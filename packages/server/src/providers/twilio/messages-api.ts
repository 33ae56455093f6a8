import { postForm } from '../form-post.js';
import { isJsonObject, type JsonObject } from '../json-object.js';
import { isReachableFrom } from '../loopback.js';
import { readRetryAfterMs } from '../retry-after.js';
import type { SendOutcome } from '../send-outcome.js';
import { callVendor, type VendorCallResult } from '../vendor-call.js';
import type { MessagePrice, ProviderFinding } from '../whatsapp-provider.js';
import { TWILIO_BASE_URL } from './base-url.js';
import { ATTEMPT_PARAMETER, ORGANIZATION_PARAMETER } from './delivery-status.js';
import { readTwilioRefusal } from './errors.js';

export interface TwilioApiInput {
  accountSid: string;
  /** A list during a rotation: calls go out with the first. */
  authToken: string | readonly string[];
  /** URL of the status callbacks, base path included. Without it the request names none. */
  publicUrl?: string | undefined;
  /** @default TWILIO_BASE_URL */
  baseUrl?: string | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
  /** @default SEND_DEADLINE_MS */
  deadlineMs?: number | undefined;
}

/** What the status callback brings back. */
interface CallbackOwner {
  correlationId: string;
  /** Where several organizations share the number. */
  organizationId?: string | undefined;
}

/** The one resource of Twilio that carries both WhatsApp and SMS. */
export interface MessagesApi {
  send(form: Readonly<Record<string, string>>, owner: CallbackOwner): Promise<SendOutcome>;
  /** What a message cost. `null` as long as Twilio does not know, and where it cannot be asked. */
  fetchPrice(providerMessageId: string): Promise<MessagePrice | null>;
  diagnose(): Promise<readonly ProviderFinding[]>;
}

/** Longest `Body`, in characters; over it Twilio answers 21617. */
export const MAX_TEXT_LENGTH = 1600;

/** Twilio's API has no field for our correlation id: it travels in the address of the status callback. */
export function createMessagesApi(input: TwilioApiInput): MessagesApi {
  const { accountSid, fetch = globalThis.fetch, now = Date.now, deadlineMs } = input;
  const baseUrl = (input.baseUrl ?? TWILIO_BASE_URL).replace(/\/+$/, '');
  const account = `${baseUrl}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}`;
  const headers = basicAuthorization(input);
  const get = (url: string) => callVendor({ method: 'GET', url, headers, fetch, deadlineMs });

  return {
    send: async (form, owner) => {
      if ((form['Body']?.length ?? 0) > MAX_TEXT_LENGTH) {
        return { status: 'failed', failure: { action: 'bug', retryAfterMs: null, errorCode: 'text_too_long' } };
      }
      const callback = statusCallback({ publicUrl: input.publicUrl, baseUrl, ...owner });
      const url = `${account}/Messages.json`;
      const result = await postForm({ url, form: { ...form, ...callback }, headers, fetch, deadlineMs });
      return readSendResult(result, now);
    },
    fetchPrice: async (sid) => {
      const answer = readAnswer(await get(`${account}/Messages/${encodeURIComponent(sid)}.json`));
      return answer === null ? null : readPrice(answer);
    },
    diagnose: async () => [await diagnoseAccount(() => get(`${account}.json`))],
  };
}

export function basicAuthorization({ accountSid, authToken }: TwilioApiInput): { authorization: string } {
  const [token = ''] = tokensOf(authToken);
  return { authorization: `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}` };
}

export function tokensOf(authToken: string | readonly string[]): string[] {
  return (typeof authToken === 'string' ? [authToken] : [...authToken]).filter((token) => token !== '');
}

/**
 * The real Twilio refuses a callback on localhost (21609), and the message with it; a stand-in on this machine can call
 * us there.
 */
function statusCallback(input: CallbackOwner & { publicUrl: string | undefined; baseUrl: string }) {
  const { publicUrl, baseUrl, correlationId, organizationId } = input;
  if (!publicUrl || !isReachableFrom(baseUrl, publicUrl)) return {};
  const query = new URLSearchParams({ [ATTEMPT_PARAMETER]: correlationId });
  if (organizationId !== undefined) query.set(ORGANIZATION_PARAMETER, organizationId);
  return { StatusCallback: `${publicUrl.replace(/\/+$/, '')}/api/webhooks/twilio/status?${query}` };
}

function readSendResult(result: VendorCallResult, now: () => number): SendOutcome {
  if (result.status === 'lost') return { status: 'unknown', errorCode: result.errorCode };
  if (result.status === 'not_sent') {
    return { status: 'failed', failure: { action: 'retry', retryAfterMs: 5_000, errorCode: 'network' } };
  }
  const { httpStatus, headers, text } = result;
  // A gateway that gave up waiting does not know whether Twilio took the message; nor do we.
  if (httpStatus === 504) return { status: 'unknown', errorCode: 'http_504' };
  const body = parseObject(text);
  if (httpStatus < 200 || httpStatus > 299) {
    const retryAfterMs = readRetryAfterMs(headers.get('retry-after'), now());
    const code = readCode(body?.['code']);
    return { status: 'failed', failure: readTwilioRefusal({ httpStatus, code, retryAfterMs }) };
  }
  const sid = body?.['sid'];
  if (!body || typeof sid !== 'string') return { status: 'unknown', errorCode: 'unreadable_answer' };
  const { status } = body;
  if (status === 'failed' || status === 'undelivered') {
    const code = readCode(body['error_code']);
    return {
      status: 'failed',
      failure: readTwilioRefusal({ httpStatus, code, retryAfterMs: null, otherwise: status }),
    };
  }
  return { status: 'accepted', providerMessageId: sid };
}

/** Twilio writes what it charges as a negative number, `-0.00750`; it is not there at once, and never in a callback. */
function readPrice({ price, price_unit: unit }: JsonObject): MessagePrice | null {
  const text = typeof price === 'number' ? String(price) : price;
  if (typeof text !== 'string' || !/^-?\d+(\.\d+)?$/.test(text.trim())) return null;
  const amount = text.trim().replace(/^-/, '');
  return {
    amount,
    currency: typeof unit === 'string' && /^[A-Za-z]{3}$/.test(unit) ? unit.toUpperCase() : null,
    category: null,
    billable: Number(amount) > 0,
  };
}

async function diagnoseAccount(ask: () => Promise<VendorCallResult>): Promise<ProviderFinding> {
  const result = await ask();
  if (result.status !== 'answered') {
    return problem('Twilio cannot be reached.', 'Check TWILIO_BASE_URL, and that this server may call out.');
  }
  if ([401, 403, 404].includes(result.httpStatus)) {
    return problem(
      `Twilio refuses the account (HTTP ${result.httpStatus}).`,
      'Copy Account SID and Auth Token again from the first page of the Twilio console.',
    );
  }
  const status = readAnswer(result)?.['status'];
  if (status === 'active') return { level: 'ok', message: 'Twilio knows the account, and it is active.', advice: null };
  if (status === 'suspended' || status === 'closed') {
    return problem(`The Twilio account is ${status}.`, 'Open the Twilio console, and settle what it asks for.');
  }
  return {
    level: 'warning',
    message: `Twilio's answer about the account cannot be read (HTTP ${result.httpStatus}).`,
    advice: 'Try again; look at status.twilio.com.',
  };
}

function problem(message: string, advice: string): ProviderFinding {
  return { level: 'problem', message, advice };
}

export function readAnswer(result: VendorCallResult): JsonObject | null {
  if (result.status !== 'answered' || result.httpStatus < 200 || result.httpStatus > 299) return null;
  return parseObject(result.text);
}

function readCode(code: unknown): number | null {
  return Number.isSafeInteger(code) ? (code as number) : null;
}

function parseObject(text: string): JsonObject | null {
  try {
    const body: unknown = JSON.parse(text);
    return isJsonObject(body) ? body : null;
  } catch {
    return null;
  }
}
