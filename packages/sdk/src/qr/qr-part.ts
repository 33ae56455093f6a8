import { createLazyPart } from '../lazy-part.js';
import type { QrPath } from './qr-path.js';

const encoder = createLazyPart('the QR code', () => import('./index.js'));
/** One path a text, for all prompts of a page. `null`: the text fits no code. */
const paths = new Map<string, QrPath | null>();

/**
 * Finds the QR code of a text, encoded once for all prompts of a page.
 *
 * @returns the path of a text; `null` while the encoder is loading, or if the text fits no code. The link leads to the same chat.
 */
export function qrPathOf(text: string | null | undefined): QrPath | null {
  const encode = encoder.get()?.qrPath;
  if (!text || !encode) return null;
  if (!paths.has(text))
    paths.set(
      text,
      attempt(() => encode(text)),
    );
  return paths.get(text) ?? null;
}

function attempt(task: () => QrPath): QrPath | null {
  try {
    return task();
  } catch {
    return null;
  }
}

/** Loads the encoder. `onChange` is called once it is there. @returns unsubscribe. */
export function loadQr(onChange: () => void): () => void {
  const unsubscribe = encoder.subscribe(onChange);
  if (!encoder.get()) void encoder.load();
  return unsubscribe;
}
