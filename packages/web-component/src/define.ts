import { WhatsAppOptInElement } from './whatsapp-optin-element.js';

const TAG = 'whatsapp-optin';

// On a server there is no registry, and nothing to define.
const registered = globalThis.customElements?.get(TAG);
if (!registered) globalThis.customElements?.define(TAG, WhatsAppOptInElement);
else if (registered !== WhatsAppOptInElement) {
  console.warn('<whatsapp-optin> was loaded twice.');
}

export { WhatsAppOptInElement };

declare global {
  interface HTMLElementTagNameMap {
    'whatsapp-optin': WhatsAppOptInElement;
  }
}
