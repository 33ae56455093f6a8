/**
 * The colour scheme that the page sets for this place; `null` if it sets none or both. Then the device decides.
 *
 * @param around - the element around the card, whose `color-scheme` the card would inherit.
 */
export function pageScheme(around: Element | null): 'light' | 'dark' | null {
  const computed = (around && getComputedStyle(around).colorScheme) || '';
  // `normal` is what the page's `<meta>` says; a style never shows it.
  const meta = around?.ownerDocument.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
  const stated = computed === 'normal' ? (meta?.content ?? '') : computed;
  const isLight = stated.includes('light');
  const isDark = stated.includes('dark');
  return isLight === isDark ? null : isDark ? 'dark' : 'light';
}

/** Writes it where `tokens.css` reads it. */
export function applyPageScheme(box: HTMLElement | null, around: Element | null): void {
  if (!box) return;
  const scheme = pageScheme(around);
  for (const node of [box, ...box.querySelectorAll<HTMLElement>('[data-theme]')]) {
    if (scheme) node.dataset['scheme'] = scheme;
    else delete node.dataset['scheme'];
  }
}
