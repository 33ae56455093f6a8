import type { OptInState } from '@whatsapp-optin/sdk';
import type { OptInAppearance } from '@whatsapp-optin/sdk/styles';
import type { Display, Theme } from './attributes.js';

/** What JSX may write on `<whatsapp-optin>`: its attributes, its properties, and its events as `on…`. */
export interface WhatsAppOptInJsxAttributes {
  phone?: string | undefined;
  organization?: string | undefined;
  ticket?: string | undefined;
  'message-style'?: string | undefined;
  locale?: string | undefined;
  display?: Display | undefined;
  theme?: Theme | undefined;
  server?: string | undefined;
  'publishable-key'?: string | undefined;
  'ticket-token'?: string | undefined;
  'opt-in'?: string | undefined;
  'client-token'?: string | undefined;
  qr?: 'auto' | 'always' | 'never' | undefined;
  'no-skip'?: boolean | undefined;
  'reset-after-ms'?: number | undefined;
  'ask-again'?: boolean | undefined;
  name?: string | undefined;
  'test-state'?: OptInState | undefined;
  appearance?: OptInAppearance | null | undefined;
  onready?: ((event: CustomEvent) => void) | undefined;
  onbeforeopen?: ((event: CustomEvent<{ href: string }>) => void) | undefined;
  onoptin?: ((event: CustomEvent<{ href: string | null }>) => void) | undefined;
  onstatechange?:
    ((event: CustomEvent<{ state: OptInState; previous: OptInState; reason: string | null }>) => void) | undefined;
  onskip?: ((event: CustomEvent<{ reason: string }>) => void) | undefined;
  onconnected?: ((event: CustomEvent<{ sessionExpiresAt: Date | null }>) => void) | undefined;
  onsessionended?: ((event: CustomEvent) => void) | undefined;
  onexpired?: ((event: CustomEvent) => void) | undefined;
  onfailure?: ((event: CustomEvent<{ error: Error & { code: string } }>) => void) | undefined;
}
