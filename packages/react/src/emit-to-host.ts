import type { OptInEvent } from '@whatsapp-optin/sdk';
import type { WhatsAppOptInCallbacks } from './opt-in-options.js';

/** Calls the host's handler of an event. */
export function emitToHost(callbacks: WhatsAppOptInCallbacks, event: OptInEvent, href: string | null): void {
  switch (event.type) {
    case 'ready':
      return callbacks.onReady?.();
    case 'statechange':
      return callbacks.onStateChange?.({ state: event.state, previous: event.previous, reason: event.reason });
    case 'optin':
      return callbacks.onOptIn?.({ href });
    case 'skip':
      return callbacks.onSkip?.({ reason: event.reason });
    case 'connected':
      return callbacks.onConnected?.({ sessionExpiresAt: event.sessionExpiresAt });
    case 'sessionended':
      return callbacks.onSessionEnded?.();
    case 'expired':
      return callbacks.onExpired?.();
    case 'failure':
      return callbacks.onFailure?.(event.error);
    case 'funnel':
      return callbacks.onFunnel?.({ step: event.step });
    case 'reset':
      return callbacks.onReset?.();
  }
}
