import { createLazyPart } from '@whatsapp-optin/sdk/card';

/** The live opt-in, and Preact, which renders all that follows the first card. One for all elements of a page. */
export const livePart = createLazyPart('the live status', async () => {
  const [live, renderer] = await Promise.all([import('@whatsapp-optin/sdk/live'), import('./render-card.js')]);
  return { ...live, ...renderer };
});
