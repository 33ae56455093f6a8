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

/** Cards that wait for their scheme, and what is around each. */
const waiting = new Map<HTMLElement, Element | null>();

/**
 * Writes the scheme where `tokens.css` reads it, before the page is painted. All reads come before all writes: a read between
 * the writes of a hundred cards costs a hundred style calculations.
 */
export function applyPageScheme(box: HTMLElement | null, around: Element | null): void {
  if (!box) return;
  if (waiting.size === 0) queueMicrotask(applyAll);
  waiting.set(box, around);
}

function applyAll(): void {
  // Cards beside one another have the same scheme.
  const schemes = new Map([...new Set(waiting.values())].map((around) => [around, pageScheme(around)] as const));
  const cards = [...waiting];
  waiting.clear();
  for (const [box, around] of cards)
    for (const node of [box, ...box.querySelectorAll<HTMLElement>('[data-theme]')]) {
      const scheme = schemes.get(around);
      if (scheme) node.dataset['scheme'] = scheme;
      else delete node.dataset['scheme'];
    }
}
