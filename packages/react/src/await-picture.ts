import { later, loadLook, prepare } from './later.js';
import type { WhatsAppLooks } from './opt-in-options.js';
import type { OptInStore, Seen } from './opt-in-store.js';

/**
 * Lets React wait until there is something to draw, in its own style: it draws nothing until then, or keeps what a server drew.
 *
 * @param looks.isDrawn - something stands there already, and stays until it can be replaced
 * @throws a promise, as `Suspense` wants it
 */
export function awaitPicture(
  { first, snapshot }: Seen,
  store: OptInStore,
  { appearance, noStyles, isDrawn }: WhatsAppLooks & { isDrawn: boolean },
): void {
  const coming: Promise<void>[] = [];
  if (!first && !snapshot) coming.push(store.load());
  if (!isDrawn && appearance && !later.rest) coming.push(prepare());
  if (!isDrawn && !noStyles && !later.look) coming.push(loadLook());
  if (coming.length > 0 && !later.lost) throw Promise.all(coming) as unknown as Error;
}
