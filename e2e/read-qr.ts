import type { Locator } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** The text of the QR code in this part of the screen; `null` if there is none. Few cameras read light on dark. */
export async function readQr(picture: Locator): Promise<string | null> {
  const { width, height, data } = PNG.sync.read(await picture.screenshot({ animations: 'disabled' }));
  return jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}
