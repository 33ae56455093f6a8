/// <reference types="svelte" />
/// <reference types="vite/client" />
import '@whatsapp-optin/web-component/svelte';

declare global {
  interface ImportMetaEnv {
    readonly PUBLISHABLE_KEY: string;
  }
}
