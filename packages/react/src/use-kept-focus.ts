'use client';
import { useEffect, type RefObject } from 'react';

/**
 * Moves the focus to `headingId`, else to the first control of the box, when the control that had it is no longer drawn; else a
 * keyboard starts again at the top of the page.
 *
 * @param focusedRef - the control of the box that had the focus last; cleared when it has given it up
 */
export function useKeptFocus(
  headingId: string,
  box: RefObject<HTMLElement | null>,
  focusedRef: { current: Element | null },
): void {
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const onFocusOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        const last = focusedRef.current;
        // One that is taken away gives up nothing. Nor does one in a window that goes to the background: it stays the active one.
        if (last && last === target && last.isConnected && activeIn(last) !== last) focusedRef.current = null;
      });
    node.addEventListener('focusout', onFocusOut);
    return () => node.removeEventListener('focusout', onFocusOut);
  }, [box, focusedRef]);
  useEffect(() => {
    const [node, last] = [box.current, focusedRef.current];
    if (!node || !last || last.isConnected) return;
    focusedRef.current = null;
    const active = activeIn(node);
    // A panel that was put away has given the focus back already; React hears nothing of that while it changes the page.
    if (active && active !== node.ownerDocument.body) return;
    const root = node.getRootNode() as Document | ShadowRoot;
    const refuge = root.getElementById(headingId) ?? node.querySelector<HTMLElement>('a, button');
    refuge?.focus();
  });
}

function activeIn(node: Element): Element | null {
  return (node.getRootNode() as Document | ShadowRoot).activeElement;
}
