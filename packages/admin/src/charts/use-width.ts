import { useCallback, useRef, useState } from 'react';

/** How wide an element is, as it changes. @returns the width, `0` before it is known, and the ref to give to it. */
export function useWidth(): [number, (node: Element | null) => void] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const attach = useCallback((node: Element | null) => {
    observer.current?.disconnect();
    if (!node) return;
    observer.current = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.current.observe(node);
  }, []);
  return [width, attach];
}
