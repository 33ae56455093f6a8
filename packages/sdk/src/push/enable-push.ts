import { createApiClient } from '../api-client.js';
import type { OptInError } from '../contract/errors.js';
import { toOptInError } from '../opt-in/initial-context.js';
import type { OptIn, OptInCredentials } from '../opt-in/opt-in.js';
import { browserPushPlatform } from './browser-push-platform.js';
import type { DeviceSubscription, PushPlatform, PushRegistration } from './push-platform.js';

/** Whose ticket sends notifications here: an opt-in of this page, or what your server has handed to the page. */
export type PushTarget = Pick<OptIn, 'getCredentials'> | OptInCredentials;

/** Where the service worker is, and the world around. */
export interface EnablePushOptions {
  /**
   * Address of your service worker, or its registration. It calls `listenForPush(self)` of `@whatsapp-optin/sdk/service-worker`,
   * or is the file `dist/whatsapp-optin-sw.js` of that package. @default '/whatsapp-optin-sw.js'
   */
  serviceWorker?: string | PushRegistration | undefined;
  /** The world; default: the browser's. */
  platform?: PushPlatform | undefined;
}

/** What came of it. Each but `enabled` has a reason that a page can say. */
export type PushResult =
  /** This device is notified first. `subscriptionId`: for `disablePush`. */
  | { readonly status: 'enabled'; readonly subscriptionId: string }
  /** iPhone and iPad: the customer must first add the page to the Home Screen, and open it from there. */
  | { readonly status: 'needs_home_screen' }
  /** The customer has closed the browser's question; it may be asked again. */
  | { readonly status: 'dismissed' }
  /** The customer or the browser refuses; only the browser's settings change that. */
  | { readonly status: 'denied' }
  /** This browser has no web push. */
  | { readonly status: 'unsupported' }
  /** The opt-in has no server, or is not created yet. */
  | { readonly status: 'no_opt_in' }
  | { readonly status: 'failed'; readonly error: OptInError };

const DEFAULT_WORKER = '/whatsapp-optin-sw.js';

/**
 * Asks the customer for push, subscribes this device and tells the server. Call it at a tap: browsers ask at no other time.
 * Never rejects.
 */
export async function enablePush(target: PushTarget, options: EnablePushOptions = {}): Promise<PushResult> {
  const { platform = browserPushPlatform, serviceWorker = DEFAULT_WORKER } = options;
  const credentials = credentialsOf(target);
  if (credentials === null) return { status: 'no_opt_in' };
  try {
    if (platform.needsHomeScreen()) return { status: 'needs_home_screen' };
    if (!platform.isSupported()) return { status: 'unsupported' };
    // Nothing is awaited before the question: the tap would no longer count.
    const permission = platform.permission() === 'default' ? await platform.requestPermission() : platform.permission();
    if (permission !== 'granted') return { status: permission === 'denied' ? 'denied' : 'dismissed' };
    const registration = typeof serviceWorker === 'string' ? await platform.register(serviceWorker) : serviceWorker;
    const { server, optInId: id, clientToken } = credentials;
    const api = createApiClient({ server });
    const key = fromBase64Url(await api.readPushPublicKey({ id, clientToken }));
    const { endpoint = '', expirationTime = null, keys } = (await subscribe(registration, key)).toJSON();
    const { p256dh = '', auth = '' } = keys ?? {};
    const { id: subscriptionId } = await api.subscribePush(
      { id, clientToken },
      { endpoint, expirationTime, keys: { p256dh, auth } },
    );
    return { status: 'enabled', subscriptionId };
  } catch (cause) {
    return { status: 'failed', error: toOptInError(cause) };
  }
}

/** The server forgets this device. @throws {OptInError} */
export async function disablePush(target: PushTarget, subscriptionId: string): Promise<void> {
  const credentials = credentialsOf(target);
  if (credentials === null) return;
  const { server, optInId: id, clientToken } = credentials;
  await createApiClient({ server }).unsubscribePush({ id, clientToken }, subscriptionId);
}

function credentialsOf(target: PushTarget): OptInCredentials | null {
  return 'getCredentials' in target ? target.getCredentials() : target;
}

/** A subscription of another server's key is replaced: a browser keeps one for a service worker. */
async function subscribe({ pushManager }: PushRegistration, key: Uint8Array<ArrayBuffer>): Promise<DeviceSubscription> {
  const kept = await pushManager.getSubscription();
  const keptKey = kept?.options?.applicationServerKey;
  if (kept && keptKey && isSame(new Uint8Array(keptKey), key)) return kept;
  await kept?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (symbol) => symbol.charCodeAt(0));
}
