/// <reference types="vite/client" />
import '@whatsapp-optin/web-component/vue';

declare global {
  interface ImportMetaEnv {
    readonly PUBLISHABLE_KEY: string;
  }
}
