import { SEND_DEADLINE_MS } from './send-outcome.js';

/** More than any vendor answers to a send; the rest of a longer answer is not read. */
const MAX_ANSWER_BYTES = 64 * 1024;

export interface VendorCall {
  method: 'GET' | 'POST';
  url: string;
  headers?: Readonly<Record<string, string>> | undefined;
  body?: string | undefined;
  fetch: typeof globalThis.fetch;
  /** @default SEND_DEADLINE_MS */
  deadlineMs?: number | undefined;
  /** @default 64 KiB */
  maxAnswerBytes?: number | undefined;
}

/**
 * What became of one call. `not_sent`: no connection stood, so the vendor cannot have seen it. `lost`: it may have
 * arrived, and its answer did not.
 */
export type VendorCallResult =
  | { status: 'answered'; httpStatus: number; headers: Headers; text: string }
  | { status: 'not_sent' }
  | { status: 'lost'; errorCode: 'timeout' | 'connection_lost' };

/** Calls once: no redirect is followed (it could carry a token elsewhere), nothing is repeated, nothing is thrown. */
export async function callVendor(call: VendorCall): Promise<VendorCallResult> {
  const { method, url, headers, body, fetch, deadlineMs, maxAnswerBytes = MAX_ANSWER_BYTES } = call;
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(deadlineMs ?? SEND_DEADLINE_MS),
    });
    const text = await readText(response, maxAnswerBytes);
    return { status: 'answered', httpStatus: response.status, headers: response.headers, text };
  } catch (error) {
    if (isTimeout(error)) return { status: 'lost', errorCode: 'timeout' };
    return failedBeforeSending(error) ? { status: 'not_sent' } : { status: 'lost', errorCode: 'connection_lost' };
  }
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    text += decoder.decode(chunk, { stream: true });
    if (bytes > maxBytes) break;
  }
  return text + decoder.decode();
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

/** Codes of `net`, `dns` and undici that mean: there was never a connection to write on. */
const CONNECT_ERRORS = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * `fetch` wraps the reason in `cause`; where a name has several addresses, that is an `AggregateError` of one error
 * each, which carries the code of its errors. A certificate that is refused ends the handshake before the request.
 */
export function failedBeforeSending(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return false;
  return CONNECT_ERRORS.has(cause.code) || /CERT|^ERR_TLS_|^ERR_SSL_|LEAF_SIGNATURE/.test(cause.code);
}
