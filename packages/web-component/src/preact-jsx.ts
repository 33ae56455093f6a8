import type {} from 'preact';
import type { WhatsAppOptInJsxAttributes } from './jsx-attributes.js';
import type { WhatsAppOptInElement } from './whatsapp-optin-element.js';

export type { WhatsAppOptInJsxAttributes };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** Written by `import '@whatsapp-optin/web-component/preact-jsx'`. */
      'whatsapp-optin': Omit<HTMLAttributes<WhatsAppOptInElement>, keyof WhatsAppOptInJsxAttributes> &
        WhatsAppOptInJsxAttributes;
    }
  }
}
