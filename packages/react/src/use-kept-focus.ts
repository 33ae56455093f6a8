'use client';
import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Moves the focus to `headingId`, else to the first control of the box, when the control that had it is no longer drawn; else a keyboard starts again at the top of
 * the page. Spread what it returns on the element around the controls.
 */
export function useKeptFocus(headingId: string, box: RefObject<HTMLElement | null>) {
  const focused = useRef<{ target: Element; root: Node } | null>(null);
  useEffect(() => {
    const last = focused.current;
    if (!last || last.target.isConnected) return;
    focused.current = null;
    const root = last.root as Document | ShadowRoot;
    // A panel that was put away has given the focus back already; React hears nothing of that while it changes the page.
    if (root.activeElement && root.activeElement !== last.target.ownerDocument.body) return;
    const refuge = root.getElementById(headingId) ?? box.current?.querySelector<HTMLElement>('a, button');
    refuge?.focus();
  });
  return {
    onFocus(event: FocusEvent) {
      focused.current = { target: event.target, root: event.target.getRootNode() };
    },
    onBlur(event: FocusEvent) {
      // A window in the background blurs its control, which stays the active one and may still vanish.
      const { activeElement } = event.target.getRootNode() as Document | ShadowRoot;
      if (activeElement !== event.target) focused.current = null;
    },
  };
}
