// The whole `@floating-ui/dom` is twice as large for questions that a fixed panel in the top layer never asks.
import { computePosition, flip, offset, shift, size, type Platform } from '@floating-ui/core';

const PADDING_PX = 8;
/** A lower one would hold nothing: it lies over its anchor instead. */
const LEAST_HEIGHT_PX = 240;

/** Everything is measured in the viewport, in which the panel is fixed. */
const viewport: Platform = {
  getElementRects: ({ reference, floating }) => {
    const { x, y, width, height } = (reference as Element).getBoundingClientRect();
    return { reference: { x, y, width, height }, floating: { x: 0, y: 0, ...sizeOf(floating as HTMLElement) } };
  },
  getDimensions: (element) => sizeOf(element as HTMLElement),
  getClippingRect: ({ element }) => {
    const { clientWidth: width, clientHeight: height } = (element as Element).ownerDocument.documentElement;
    return { x: 0, y: 0, width, height };
  },
};

function sizeOf({ offsetWidth: width, offsetHeight: height }: HTMLElement): { width: number; height: number } {
  return { width, height };
}

/** Keeps a fixed panel beside its anchor, or above the anchor's end, until `signal`. `data-placed` tells when it is there. */
export function keepPlaced(
  panel: HTMLElement,
  anchor: HTMLElement,
  { place, signal }: { place: 'beside' | 'above'; signal: AbortSignal },
): void {
  const above = place === 'above';
  const settle = async () => {
    const { x, y } = await computePosition(anchor, panel, {
      platform: viewport,
      strategy: 'fixed',
      placement: above ? 'top-end' : 'right-start',
      middleware: [
        offset(PADDING_PX),
        flip({ padding: PADDING_PX, fallbackPlacements: above ? ['bottom-end'] : ['left-start', 'bottom', 'top'] }),
        shift({ padding: PADDING_PX, crossAxis: true }),
        size({
          padding: PADDING_PX,
          apply: ({ availableHeight }) =>
            // Beside a card that fills the page there is no room left, and it lies over it.
            panel.style.setProperty('max-block-size', availableHeight > LEAST_HEIGHT_PX ? `${availableHeight}px` : ''),
        }),
      ],
    });
    if (signal.aborted) return;
    panel.style.setProperty('left', `${Math.round(x)}px`);
    panel.style.setProperty('top', `${Math.round(y)}px`);
    panel.setAttribute('data-placed', 'true');
  };
  panel.setAttribute('data-placed', 'false');
  const again = () => void settle();
  again();
  for (const type of ['scroll', 'resize'])
    panel.ownerDocument.defaultView?.addEventListener(type, again, { capture: true, passive: true, signal });
  // Where a test stands in for a browser there is none.
  if (!('ResizeObserver' in globalThis)) return;
  const watched = new ResizeObserver(again);
  for (const node of [anchor, panel]) watched.observe(node);
  signal.addEventListener('abort', () => watched.disconnect());
}
