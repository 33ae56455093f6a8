import { createLazyPart, type LazyPart, type Live } from '@whatsapp-optin/sdk/card';
import type { removeCard, renderInto } from './render-card.js';

/** The live opt-in, and Preact, which renders all that follows the first card. One for all elements of a page. */
export const livePart: LazyPart<Live & { renderInto: typeof renderInto; removeCard: typeof removeCard }> =
  createLazyPart('the live status', async () => {
    const [live, renderer] = await Promise.all([import('@whatsapp-optin/sdk/live'), import('./render-card.js')]);
    return { ...live, ...renderer };
  });
