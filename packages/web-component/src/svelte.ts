import type {} from 'svelte/elements';
import type { WhatsAppOptInJsxAttributes } from './jsx-attributes.js';
import type { WhatsAppOptInElement } from './whatsapp-optin-element.js';

export type { WhatsAppOptInJsxAttributes };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    /** Written by `import '@whatsapp-optin/web-component/svelte'`. */
    'whatsapp-optin': Omit<HTMLAttributes<WhatsAppOptInElement>, keyof WhatsAppOptInJsxAttributes> &
      WhatsAppOptInJsxAttributes;
  }
}
