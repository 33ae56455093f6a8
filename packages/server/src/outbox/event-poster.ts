import type { LookupFunction } from 'node:net';
import { createAddressPolicy } from '../guarded-http/address-policy.js';
import { isInsideHost } from '../guarded-http/public-address.js';
import { createGuardedAgent, RefusedAddressError } from '../guarded-http/guarded-agent.js';
import { readRetryAfterMs } from '../providers/retry-after.js';
import type { DuePost, PostOutcome, StoredEvent } from './event-delivery.js';
import { signWebhook } from './webhook-secret.js';

const CONNECT_TIMEOUT_MS = 5_000;
const TIMEOUT_MS = 10_000;
/** What an endpoint answers is not read; a longer body ends the connection. */
const MAX_ANSWER_BYTES = 16_384;

export interface EventPosterInput {
  /** `host:port` that may have any address, and plain http on loopback. */
  allowedHosts: readonly string[];
  /** @default dns.lookup */
  lookup?: LookupFunction | undefined;
  timeoutMs?: number | undefined;
}

export type EventPoster = ReturnType<typeof createEventPoster>;

/** Posts events by the Standard Webhooks specification, to public addresses alone, and follows no redirect. */
export function createEventPoster({ allowedHosts, lookup, timeoutMs = TIMEOUT_MS }: EventPosterInput) {
  const trusted = new Set(allowedHosts.map((host) => host.trim().toLowerCase()));
  const policy = createAddressPolicy(trusted, () => null);
  const entryPolicy = createAddressPolicy(trusted, ({ hostname }) =>
    isInsideHost(hostname) ? 'an address inside a network' : null,
  );
  const agent = createGuardedAgent({ isTrusted: policy.isTrusted, lookup, connectTimeoutMs: CONNECT_TIMEOUT_MS });

  return {
    /** Why this address cannot have events, or `null`. Where its name leads is looked at when it is connected to. */
    refuse(address: string): string | null {
      const verdict = entryPolicy.check(address);
      return verdict.allowed ? null : verdict.why;
    },
    async post({ event, url: address, secrets }: DuePost): Promise<PostOutcome> {
      // Checked again: what was kept may be older than the list.
      const verdict = policy.check(address);
      if (!verdict.allowed) return failed('refused_endpoint');
      if (secrets.length === 0) return failed('unreadable_secret');
      const { url } = verdict;
      const body = bodyOf(event);
      const timestamp = Math.floor(Date.now() / 1000);
      try {
        const response = await agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'user-agent': 'whatsapp-optin',
            'webhook-id': event.id,
            'webhook-timestamp': String(timestamp),
            'webhook-signature': signWebhook(secrets, { id: event.id, timestamp, body }),
          },
          body,
          signal: AbortSignal.timeout(timeoutMs),
        });
        const { statusCode, headers } = response;
        // The status says it all: an answer that breaks off later changes nothing.
        await response.body.dump({ limit: MAX_ANSWER_BYTES }).catch(() => undefined);
        const retryAfter = headers['retry-after'];
        return {
          httpStatus: statusCode,
          error: statusCode >= 200 && statusCode < 300 ? null : `http_${statusCode}`,
          retryAfterMs: readRetryAfterMs(typeof retryAfter === 'string' ? retryAfter : null, Date.now()),
        };
      } catch (error) {
        return failed(nameOf(error));
      }
    },
    close: () => agent.close(),
  };
}

/** The same bytes at every try. */
function bodyOf({ type, createdAt, data }: StoredEvent): string {
  return JSON.stringify({ type, timestamp: createdAt.toISOString(), data });
}

function nameOf(error: unknown): string {
  if (error instanceof RefusedAddressError) return 'refused_address';
  const isTimeout = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return isTimeout ? 'timeout' : 'network';
}

function failed(error: string): PostOutcome {
  return { httpStatus: null, error, retryAfterMs: null };
}
