import { LOADING_SESSION, NO_SESSION, type SessionStore, type WhatsAppSessionState } from '@whatsapp-optin/sdk/badge';
import { useSyncExternalStore } from 'react';
import { useSessionStore } from './use-session-store.js';

const subscribeToNothing = () => () => {};

/**
 * The 24-hour session of a phone. The state changes at the end of the session and an hour before it. It is read again every
 * half minute, when the page becomes visible or online, and, below `AdminProvider`, when a message arrives. It never throws.
 *
 * @param phone - E.164. Without one, there is no request.
 */
export function useWhatsAppSession(phone: string | null | undefined): WhatsAppSessionState {
  return useSessionState(useSessionStore(phone));
}

/** On a server and in the first render of its page: `loading`. */
export function useSessionState(store: SessionStore | null): WhatsAppSessionState {
  const atFirst = store ? LOADING_SESSION : NO_SESSION;
  return useSyncExternalStore(
    store?.subscribe ?? subscribeToNothing,
    () => store?.getState() ?? NO_SESSION,
    () => atFirst,
  );
}

/** Whole minutes until the session ends. */
export function useMinutesLeft(store: SessionStore): number {
  return useSyncExternalStore(store.subscribe, store.getMinutesLeft, () => 0);
}
