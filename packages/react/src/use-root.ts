'use client';
import { useCallback, useImperativeHandle, useRef, type ForwardedRef } from 'react';
import { later, prepare } from './later.js';

/** The outer element: its style sheet, what had the focus in it last, and the host's own ref to it. */
export function useRoot(forwarded: ForwardedRef<HTMLElement>, noStyles = false) {
  const root = useRef<HTMLElement | null>(null);
  const focused = useRef<Element | null>(null);
  const attach = useCallback(
    (node: HTMLElement | null) => {
      root.current = node;
      if (!node) return;
      const heed = ({ type, target }: Event) => {
        if (type === 'focusin') focused.current = target as Element;
        void prepare();
      };
      // The reader is about to act.
      for (const sign of ['pointerover', 'focusin', 'touchstart']) node.addEventListener(sign, heed, { passive: true });
      // Before the first paint.
      if (!noStyles) later.look?.wear(node.getRootNode());
    },
    [noStyles],
  );
  useImperativeHandle(forwarded, () => root.current as HTMLElement);
  return { root, focused, attach };
}
