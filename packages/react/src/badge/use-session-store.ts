import { browserPlatform } from '@whatsapp-optin/sdk';
import { createSessionStore, type SessionConnection, type SessionStore } from '@whatsapp-optin/sdk/badge';
import { useBadgeSettings } from './badge-settings.js';

const stores = new WeakMap<SessionConnection, Map<string, SessionStore>>();

/** One store per connection and phone: all who show a phone share its requests. `null` without a phone. */
export function useSessionStore(phone: string | null | undefined): SessionStore | null {
  const { connection } = useBadgeSettings();
  if (!phone) return null;
  // A server keeps nothing from one request to the next.
  if (browserPlatform.navigator() === null) return createSessionStore(connection, phone, browserPlatform);
  const known = stores.get(connection) ?? new Map<string, SessionStore>();
  stores.set(connection, known);
  const store = known.get(phone) ?? createSessionStore(connection, phone, browserPlatform);
  known.set(phone, store);
  return store;
}
