import { later, loadLook, prepare } from './later.js';
import type { WhatsAppLooks } from './opt-in-options.js';
import type { OptInStore, Seen } from './opt-in-store.js';

/**
 * Sees to it that there will be something to draw, in its own style. Where a browser takes over what a server drew, React is
 * made to wait, and keeps that until then; else nothing stands there, and React would put it off for longer than it takes.
 *
 * @param looks.isDrawn - something stands there already, and stays until it can be replaced
 * @returns whether there is something to draw now; the store tells when there is.
 * @throws a promise, as `Suspense` wants it
 */
export function awaitPicture(
  { first, snapshot, served }: Seen,
  store: OptInStore,
  { appearance, noStyles, isDrawn }: WhatsAppLooks & { isDrawn: boolean },
): boolean {
  const coming = [
    !first && !snapshot && store.load(),
    !isDrawn && appearance && !later.rest && prepare(),
    !isDrawn && !noStyles && !later.look && loadLook(),
  ];
  if (later.lost || !coming.some(Boolean)) return true;
  if (served) throw Promise.all(coming as Promise<void>[]) as unknown as Error;
  return false;
}
