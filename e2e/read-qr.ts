import type { Locator } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** What a phone's camera reads of this part of the screen; `null` where it reads nothing. Few cameras read light on dark. */
export async function readQr(picture: Locator): Promise<string | null> {
  const { width, height, data } = PNG.sync.read(await picture.screenshot({ animations: 'disabled' }));
  return jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}
