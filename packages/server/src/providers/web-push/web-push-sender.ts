import type { LookupFunction } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import webPush from 'web-push';
import { acknowledgementKey, createAcknowledgementToken, isSignedAcknowledgement } from '../push-acknowledgement.js';
import {
  VAPID_REFUSED,
  type PushMessage,
  type PushOutcome,
  type PushSender,
  type PushSubscription,
} from '../push-sender.js';
import type { ProviderFinding } from '../whatsapp-provider.js';
import { readRetryAfterMs } from '../retry-after.js';
import { SEND_DEADLINE_MS } from '../send-outcome.js';
import { createEndpointPolicy } from './endpoint-policy.js';
import { createGuardedAgent, RefusedAddressError } from '../../guarded-http/guarded-agent.js';
import { encodePushPayload, pushTopic, type PushPayload } from './push-payload.js';
import { tryWithin, type PushTry } from './try-within.js';
import { checkVapidDetails, type VapidDetails } from './vapid-keys.js';

export interface WebPushSenderInput {
  vapid: VapidDetails;
  /** Added to the built-in push services: `push.example.com`, `*.push.example.com`, or `localhost:4001` for development. */
  allowedHosts?: readonly string[] | undefined;
  /** With it, each notice asks the service worker to acknowledge its display there. */
  acknowledgement?: { organizationId: string; url: string } | undefined;
  /** @default dns.lookup */
  lookup?: LookupFunction | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
  /** For a send with all its tries. @default SEND_DEADLINE_MS */
  deadlineMs?: number | undefined;
  /** Waits between the tries. @default a timer */
  wait?: ((delayMs: number) => Promise<unknown>) | undefined;
  /** @default Math.random */
  random?: (() => number) | undefined;
}

export interface WebPushSender extends PushSender {
  isAcknowledgement: NonNullable<PushSender['isAcknowledgement']>;
  /** What of the settings some push services refuse. Calls nobody. */
  diagnose(): Promise<readonly ProviderFinding[]>;
  /** Ends the connections that are kept open to the push services. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
const TRY_AGAIN_MS = 30_000;

/**
 * Web push (RFC 8030, 8188, 8292). `web-push` encrypts and signs; the request is our own, because the endpoint is a URL
 * that a browser handed over, and the address must be looked at when it is connected to.
 *
 * 429, 5xx and a broken connection are tried again within the deadline: a notice that arrives twice replaces itself.
 *
 * @throws {Error} when the VAPID keys or the subject are wrong.
 */
export function createWebPushSender(input: WebPushSenderInput): WebPushSender {
  const { vapid, allowedHosts = [], lookup, now = Date.now, deadlineMs = SEND_DEADLINE_MS } = input;
  const { wait = pause, random = Math.random } = input;
  checkVapidDetails(vapid);
  const policy = createEndpointPolicy(allowedHosts);
  const agent = createGuardedAgent({ isTrusted: policy.isTrusted, lookup, connectTimeoutMs: CONNECT_TIMEOUT_MS });
  const key = acknowledgementKey(vapid.privateKey);

  const request = async (url: URL, details: PushRequest, signal: AbortSignal): Promise<PushTry> => {
    try {
      const response = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'POST',
        headers: stringHeaders(details.headers),
        body: details.body,
        signal,
      });
      await response.body.dump();
      const retryAfter = response.headers['retry-after'];
      const askedWaitMs = readRetryAfterMs(typeof retryAfter === 'string' ? retryAfter : null, now());
      return { outcome: outcomeOf(response.statusCode, askedWaitMs), askedWaitMs };
    } catch (error) {
      return { outcome: outcomeOfError(error), askedWaitMs: null };
    }
  };

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
      const payload = encodePushPayload(message, askFor(message, input.acknowledgement, key));
      const details = requestDetails({ ...subscription, endpoint: url.href }, { message, payload }, vapid);
      if (!details) return failed('invalid_subscription');
      const signal = AbortSignal.timeout(deadlineMs);
      return tryWithin(() => request(url, details, signal), { endsAtMs: now() + deadlineMs, now, wait, random });
    },
    isAcknowledgement: (claim) => {
      const organizationId = input.acknowledgement?.organizationId;
      return organizationId !== undefined && isSignedAcknowledgement({ ...claim, organizationId }, key);
    },
    diagnose: () => Promise.resolve([subjectFinding(vapid.subject)]),
    close: () => agent.close(),
  };
}

function askFor(
  { notificationId, attemptId }: PushMessage,
  asked: WebPushSenderInput['acknowledgement'],
  key: Uint8Array,
): PushPayload['acknowledge'] {
  if (asked === undefined || attemptId === undefined) return undefined;
  const { organizationId, url } = asked;
  return { url, token: createAcknowledgementToken({ organizationId, notificationId, attemptId }, key) };
}

type PushRequest = NonNullable<ReturnType<typeof requestDetails>>;

/** `null` where the subscription's keys are none that anything can be encrypted to. */
function requestDetails(
  subscription: PushSubscription,
  { message, payload }: { message: PushMessage; payload: string },
  vapid: VapidDetails,
) {
  const { endpoint, p256dh, auth } = subscription;
  try {
    return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
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
  if (httpStatus === 401 || httpStatus === 403) return failed(VAPID_REFUSED);
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

/** Apple answers 403 BadJwtToken to a contact that cannot be one. */
function subjectFinding(subject: string): ProviderFinding {
  const host = subject.startsWith('mailto:') ? (subject.split('@').at(-1) ?? '') : new URL(subject).hostname;
  if (!/(^|\.)(localhost|invalid|test|example|local)$/i.test(host)) {
    return { level: 'ok', message: 'The VAPID subject is an address that push services take.', advice: null };
  }
  return {
    level: 'warning',
    message: 'The VAPID subject is no address of the internet: Apple refuses every push (403).',
    advice: 'Set VAPID_SUBJECT to "mailto:" and an address that you read, or set PUBLIC_URL to your https address.',
  };
}
