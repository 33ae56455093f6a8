import type { PanelPlace } from '@whatsapp-optin/sdk/panel';
import { useInsertionEffect, useLayoutEffect, useRef, type RefObject } from 'react';

export interface PanelHook {
  place: PanelPlace;
  /** Beside what the panel stands. */
  anchorOf: (panel: HTMLElement) => HTMLElement | null;
  focusOf: (panel: HTMLElement) => HTMLElement | null;
  onDismiss: () => void;
}

/**
 * A ref for a panel that is drawn while it is open: it goes up into the top layer, and comes down, with the focus given back,
 * just before it is drawn no more. Only for what no server draws.
 */
export function usePanel(options: PanelHook): RefObject<HTMLElement | null> {
  const node = useRef<HTMLElement | null>(null);
  const latest = useRef(options);
  useInsertionEffect(() => {
    latest.current = options;
  });
  useLayoutEffect(() => {
    const panel = node.current;
    if (!panel) return;
    const { place, anchorOf, focusOf } = latest.current;
    const anchor = anchorOf(panel) ?? panel;
    let close: (() => void) | undefined;
    let gone = false;
    void import('@whatsapp-optin/sdk/panel').then(({ openPanel }) => {
      if (gone || !panel.isConnected) return;
      // A help that opens by itself must not take the focus away from another place of the page.
      const { activeElement } = panel.getRootNode() as Document | ShadowRoot;
      const focus = place !== 'beside' || anchor.contains(activeElement) ? focusOf(panel) : null;
      close = openPanel(panel, { anchor, place, focus, onDismiss: () => latest.current.onDismiss() });
    });
    return () => {
      gone = true;
      close?.();
    };
  }, []);
  return node;
}
