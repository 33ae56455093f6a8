import { livePart } from '../live-part.js';

/** Queued renders and departures have happened, and the lazy parts are loaded. */
export async function settled(): Promise<void> {
  const files = [import('@whatsapp-optin/sdk/qr'), import('@whatsapp-optin/sdk/locales/ar')];
  await Promise.all([livePart.load(), ...files]);
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}
