import type { Page } from '@playwright/test';

/** The longest side of each icon of the page and its shadow roots, in CSS pixels. A QR code is none. */
export async function iconSizes(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return roots
      .flatMap((root) => [...root.querySelectorAll('svg')])
      .filter((svg) => !svg.closest('.whatsapp-optin-qr, [part~="qr"]'))
      .map((svg) => svg.getBoundingClientRect())
      .map(({ width, height }) => Math.max(width, height));
  });
}
