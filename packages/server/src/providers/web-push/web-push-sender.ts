import type { LookupFunction } from 'node:net';
import webPush from 'web-push';
import type { PushMessage, PushOutcome, PushSender, PushSubscription } from '../push-sender.js';
import { readRetryAfterMs } from '../retry-after.js';
import { SEND_DEADLINE_MS } from '../send-outcome.js';
import { createEndpointPolicy } from './endpoint-policy.js';
import { createGuardedAgent, RefusedAddressError } from './guarded-agent.js';
import { encodePushPayload, pushTopic } from './push-payload.js';
import { checkVapidDetails, type VapidDetails } from './vapid-keys.js';

export interface WebPushSenderInput {
  vapid: VapidDetails;
  /** Added to the built-in push services: `push.example.com`, `*.push.example.com`, or `localhost:4001` for development. */
  allowedHosts?: readonly string[] | undefined;
  /** @default dns.lookup */
  lookup?: LookupFunction | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
  /** @default SEND_DEADLINE_MS */
  deadlineMs?: number | undefined;
}

export interface WebPushSender extends PushSender {
  /** Ends the connections that are kept open to the push services. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
const TRY_AGAIN_MS = 30_000;

/**
 * Web push (RFC 8030, 8188, 8292). `web-push` encrypts and signs; the request is our own, because the endpoint is a URL
 * that a browser handed over, and the address must be looked at when it is connected to.
 *
 * @throws {Error} when the VAPID keys or the subject are wrong.
 */
export function createWebPushSender(input: WebPushSenderInput): WebPushSender {
  const { vapid, allowedHosts = [], lookup, now = Date.now, deadlineMs = SEND_DEADLINE_MS } = input;
  checkVapidDetails(vapid);
  const policy = createEndpointPolicy(allowedHosts);
  const agent = createGuardedAgent({ isTrusted: policy.isTrusted, lookup, connectTimeoutMs: CONNECT_TIMEOUT_MS });

  return {
    publicKey: vapid.publicKey,
    refuseEndpoint: (endpoint) => {
      const verdict = policy.check(endpoint);
      return verdict.allowed ? null : verdict.why;
    },
    send: async (subscription, message) => {
      // Checked again: what was kept may be older than the list.
      const verdict = policy.check(subscription.endpoint);
      if (!verdict.allowed) return failed('refused_endpoint');
      const { url } = verdict;
      const details = requestDetails({ ...subscription, endpoint: url.href }, message, vapid);
      if (!details) return failed('invalid_subscription');
      try {
        const response = await agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: 'POST',
          headers: stringHeaders(details.headers),
          body: details.body,
          signal: AbortSignal.timeout(deadlineMs),
        });
        await response.body.dump();
        const retryAfter = response.headers['retry-after'];
        return outcomeOf(
          response.statusCode,
          readRetryAfterMs(typeof retryAfter === 'string' ? retryAfter : null, now()),
        );
      } catch (error) {
        return outcomeOfError(error);
      }
    },
    close: () => agent.close(),
  };
}

/** `null` where the subscription's keys are none that anything can be encrypted to. */
function requestDetails(subscription: PushSubscription, message: PushMessage, vapid: VapidDetails) {
  const { endpoint, p256dh, auth } = subscription;
  try {
    return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, encodePushPayload(message), {
      vapidDetails: vapid,
      TTL: Math.max(0, Math.round(message.ttlSeconds)),
      urgency: message.urgency,
      topic: pushTopic(message.topic),
      contentEncoding: 'aes128gcm',
    });
  } catch {
    // The pair and the options are ours and checked: only the browser's keys are left to be wrong.
    return null;
  }
}

function stringHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function outcomeOf(httpStatus: number, retryAfterMs: number | null): PushOutcome {
  if (httpStatus >= 200 && httpStatus < 300) return { status: 'accepted' };
  if (httpStatus === 404 || httpStatus === 410) return { status: 'gone' };
  const mayRetry = httpStatus === 429 || httpStatus >= 500;
  return failed(`http_${httpStatus}`, mayRetry ? (retryAfterMs ?? TRY_AGAIN_MS) : null);
}

/** A push that arrives twice replaces itself by its tag, so that a lost answer may be tried again. */
function outcomeOfError(error: unknown): PushOutcome {
  if (error instanceof RefusedAddressError) return failed('refused_address');
  const isTimeout = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return failed(isTimeout ? 'timeout' : 'network', TRY_AGAIN_MS);
}

function failed(errorCode: string, retryAfterMs: number | null = null): PushOutcome {
  return { status: 'failed', errorCode, retryAfterMs };
}
