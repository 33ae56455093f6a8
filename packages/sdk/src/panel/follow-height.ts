const DURATION_MS = 200;

/** What gives a box its own height back, while it is kept higher than its content. */
const kept = new WeakMap<HTMLElement, () => void>();

/**
 * Animates a box from its former height to the new one; at once if the customer prefers reduced motion. A box that nobody has just
 * pressed becomes no lower: what stands below it would move under the reader's eyes. It writes no style attribute, which a strict
 * policy could block.
 *
 * @param beforePx - its height in CSS pixels before the change
 * @param isPressed - the change follows a press
 */
export function followHeight(box: HTMLElement, beforePx: number, isPressed: boolean): void {
  kept.get(box)?.();
  const { defaultView } = box.ownerDocument;
  const { height: afterPx, width: widthPx } = box.getBoundingClientRect();
  if (!beforePx || !afterPx || Math.abs(afterPx - beforePx) < 1 || !defaultView || !('animate' in box)) return;
  // A panel covers the page and moves nothing.
  if (afterPx < beforePx && !isPressed && !box.closest('.whatsapp-optin-panel'))
    return keepHeight(box, { beforePx, widthPx });
  if (!defaultView.matchMedia('(prefers-reduced-motion: no-preference)').matches) return;
  box.animate(
    [
      { blockSize: `${beforePx}px`, overflow: 'clip' },
      { blockSize: `${afterPx}px`, overflow: 'clip' },
    ],
    { duration: DURATION_MS, easing: 'ease-out' },
  );
}

/** Until the next change of state, or until the box becomes wider or narrower. */
function keepHeight(box: HTMLElement, { beforePx, widthPx }: { beforePx: number; widthPx: number }): void {
  const animation = box.animate({ minBlockSize: `${beforePx}px` }, { fill: 'forwards' });
  const observer = new ResizeObserver(() => {
    if (Math.abs(box.getBoundingClientRect().width - widthPx) >= 1) release();
  });
  const release = () => {
    animation.cancel();
    observer.disconnect();
    kept.delete(box);
  };
  kept.set(box, release);
  observer.observe(box);
}
