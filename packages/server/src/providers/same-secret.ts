import { createHash, timingSafeEqual } from 'node:crypto';

/** Digests have one length, so neither the length nor the first wrong character shows in the time taken. */
export function isSameSecret(presented: string, secret: string): boolean {
  return timingSafeEqual(digest(presented), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
