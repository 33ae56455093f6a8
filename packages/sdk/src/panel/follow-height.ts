const DURATION_MS = 200;

/**
 * Animates a box from its former height to the new one; at once if the customer prefers reduced motion. It writes no style
 * attribute, which a strict policy could block.
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
