import type { DefineComponent } from 'vue';
import type { WhatsAppOptInJsxAttributes } from './jsx-attributes.js';

export type { WhatsAppOptInJsxAttributes };

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

/** Templates know `publishable-key` as `publishableKey`, and `@connected` as `onConnected`. */
type VueAttributes = {
  [
    Name in keyof WhatsAppOptInJsxAttributes as Name extends `on${infer Type}` ? `on${Capitalize<Type>}` : Camel<Name>
  ]: WhatsAppOptInJsxAttributes[Name];
};

declare module 'vue' {
  interface GlobalComponents {
    /** Written by `import '@whatsapp-optin/web-component/vue'`. */
    'whatsapp-optin': DefineComponent<VueAttributes>;
  }
}
