import { createECDH, randomBytes, type ECDH } from 'node:crypto';
import { Hono } from 'hono';
import { decrypt } from 'http_ece';
import type { Mode } from '../behaviours.js';
import { cut, hang, pause, type SimulatorEnv } from '../reply.js';
import type { World } from '../world.js';
import { checkVapid } from './vapid.js';

/** What `PushSubscription.toJSON()` gives in a browser. */
export interface PushSubscriptionJson {
  /** URL that the server posts to. */
  endpoint: string;
  /** Always null: these subscriptions do not expire. */
  expirationTime: null;
  /** Public key and authentication secret, base64url. */
  keys: { p256dh: string; auth: string };
}

/** Whose subscription it is. Without fields: no phone, any sender. */
export interface IssueSubscriptionInput {
  /** E.164 of the phone whose screen shows the notifications. */
  phone?: string | undefined;
  /** The sender's VAPID public key; another sender is then refused with 403, as in a browser. */
  applicationServerKey?: string | undefined;
}

/** A subscription, and its id in the ledger. */
export interface IssuedSubscription {
  /** The last part of the endpoint; `Behaviours.set` takes it as `recipient`. */
  id: string;
  /** What a browser would give the page. */
  subscription: PushSubscriptionJson;
}

/** Issues subscriptions whose private keys it holds, so that what was sent can be read again. */
export interface PushService {
  /** Issues a subscription and enters it in the ledger. @throws {Error} before `listen()`. */
  issueSubscription(input?: IssueSubscriptionInput): IssuedSubscription;
}

/** Encrypted bytes that every push service takes, RFC 8030 section 7.2. */
const MAX_BODY_BYTES = 4096;

const REFUSALS: Partial<Record<Mode<'push'>, 400 | 401 | 403 | 404 | 410 | 413 | 429 | 500>> = {
  not_found: 404,
  gone: 410,
  unauthorized: 401,
  forbidden: 403,
  too_large: 413,
  rate_limited: 429,
  server_error: 500,
};

interface Subscription {
  ecdh: ECDH;
  auth: string;
  phone: string | null;
  applicationServerKey: string | undefined;
}

/** `POST /push/:id`, and the service that issues the subscriptions. */
export function pushService(world: World): { routes: Hono<SimulatorEnv>; service: PushService } {
  const subscriptions = new Map<string, Subscription>();
  const routes = new Hono<SimulatorEnv>();

  routes.post('/push/:id', async (c) => {
    const id = c.req.param('id');
    const subscription = subscriptions.get(id);
    const { mode, delayMs, retryAfterSeconds } = world.behaviours.take('push', id);
    const body = Buffer.from(await c.req.arrayBuffer());
    const ttl = c.req.header('ttl');
    const witness = (outcome: { accepted: boolean; status: number | null; failure: string | null }) =>
      world.ledger.append({
        kind: 'push_send',
        subscriptionId: id,
        phone: subscription?.phone ?? null,
        payload: subscription ? readPayload(body, subscription) : null,
        ttlSeconds: ttl !== undefined && /^\d+$/.test(ttl) ? Number(ttl) : null,
        urgency: c.req.header('urgency') ?? null,
        topic: c.req.header('topic') ?? null,
        ...outcome,
      });

    if (mode === 'hang' || mode === 'cut') {
      witness({ accepted: false, status: null, failure: mode });
      return mode === 'hang' ? hang(c, world.closed) : cut(c);
    }
    const refusal = REFUSALS[mode]
      ? { status: REFUSALS[mode], failure: mode }
      : check(c.req.header(), body, subscription);
    if (refusal) {
      witness({ accepted: false, ...refusal });
      await pause(delayMs, world.closed);
      if (refusal.status === 429) c.header('Retry-After', String(retryAfterSeconds));
      return c.text(refusal.failure, refusal.status);
    }
    witness({ accepted: true, status: mode === 'accept_then_cut' ? null : 201, failure: null });
    if (mode === 'accept_then_cut') return cut(c);
    await pause(delayMs, world.closed);
    return c.body(null, 201, {
      location: `${world.origin()}/push-messages/${randomBytes(12).toString('base64url')}`,
      ttl: ttl ?? '0',
    });
  });

  function check(headers: Record<string, string>, body: Buffer, subscription: Subscription | undefined) {
    if (!subscription) return { status: 404, failure: 'unknown_subscription' } as const;
    const vapid = checkVapid(headers.authorization, {
      audience: world.origin(),
      nowSeconds: Math.floor(world.now() / 1000),
    });
    if ('failure' in vapid) return { status: 401, failure: vapid.failure } as const;
    if (subscription.applicationServerKey !== undefined && subscription.applicationServerKey !== vapid.publicKey) {
      return { status: 403, failure: 'other_sender' } as const;
    }
    if (headers.ttl === undefined || !/^\d+$/.test(headers.ttl)) return { status: 400, failure: 'no_ttl' } as const;
    if (body.length > MAX_BODY_BYTES) return { status: 413, failure: 'too_large' } as const;
    if (body.length > 0 && readPayload(body, subscription) === null)
      return { status: 400, failure: 'unreadable_payload' } as const;
    return null;
  }

  return {
    routes,
    service: {
      issueSubscription({ phone, applicationServerKey } = {}) {
        const id = randomBytes(16).toString('base64url');
        const ecdh = createECDH('prime256v1');
        const auth = randomBytes(16).toString('base64url');
        const p256dh = ecdh.generateKeys('base64url');
        subscriptions.set(id, { ecdh, auth, phone: phone ?? null, applicationServerKey });
        world.ledger.append({ kind: 'push_subscription', subscriptionId: id, phone: phone ?? null });
        const endpoint = `${world.origin()}/push/${id}`;
        return { id, subscription: { endpoint, expirationTime: null, keys: { p256dh, auth } } };
      },
    },
  };
}

/** @returns the text that was encrypted (RFC 8291, aes128gcm), `''` for an empty body, null where it cannot be read. */
function readPayload(body: Buffer, { ecdh, auth }: Subscription): string | null {
  if (body.length === 0) return '';
  try {
    return decrypt(body, { version: 'aes128gcm', privateKey: ecdh, authSecret: auth }).toString('utf8');
  } catch {
    return null;
  }
}
