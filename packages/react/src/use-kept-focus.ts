'use client';
import { useEffect, useRef, type FocusEvent } from 'react';

/**
 * Moves the focus to `headingId` when the control that had it is no longer drawn; else a keyboard starts again at the top of
 * the page. Spread what it returns on the element around the controls.
 */
export function useKeptFocus(headingId: string) {
  const focused = useRef<{ target: Element; root: Node } | null>(null);
  useEffect(() => {
    const last = focused.current;
    if (!last || last.target.isConnected) return;
    focused.current = null;
    (last.root as Document | ShadowRoot).getElementById(headingId)?.focus();
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
