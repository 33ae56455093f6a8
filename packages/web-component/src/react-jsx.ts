import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { WhatsAppOptInJsxAttributes } from './jsx-attributes.js';
import type { WhatsAppOptInElement } from './whatsapp-optin-element.js';

type HtmlProps = DetailedHTMLProps<HTMLAttributes<WhatsAppOptInElement>, WhatsAppOptInElement>;

export type { WhatsAppOptInJsxAttributes };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Written by `import '@whatsapp-optin/web-component/react-jsx'`. */
      'whatsapp-optin': Omit<HtmlProps, keyof WhatsAppOptInJsxAttributes> & WhatsAppOptInJsxAttributes;
    }
  }
}
