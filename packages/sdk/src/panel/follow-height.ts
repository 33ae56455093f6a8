const DURATION_MS = 200;

/**
 * Lets a box go from the height that it had to the one that its new contents give it; at once where the reader wants no motion.
 * No style is written, so that nothing of it stays, and no policy objects.
 *
 * @param before - its height in CSS pixels before the change
 */
export function followHeight(box: HTMLElement, before: number): void {
  const { defaultView } = box.ownerDocument;
  const after = box.getBoundingClientRect().height;
  if (!before || !after || Math.abs(after - before) < 1 || !defaultView || !('animate' in box)) return;
  if (!defaultView.matchMedia('(prefers-reduced-motion: no-preference)').matches) return;
  box.animate(
    [
      { blockSize: `${before}px`, overflow: 'clip' },
      { blockSize: `${after}px`, overflow: 'clip' },
    ],
    { duration: DURATION_MS, easing: 'ease-out' },
  );
}
