'use client';
import type { OptInState } from '@whatsapp-optin/sdk';
import { followHeight } from '@whatsapp-optin/sdk/styles';
import { useEffect, useRef, type RefObject } from 'react';

/** The card's height follows what another state draws, instead of jumping. */
export function useFollowedHeight(root: RefObject<HTMLElement | null>, state: OptInState): void {
  const last = useRef<{ state: OptInState; height: number } | null>(null);
  useEffect(() => {
    const box = root.current;
    if (!box) return;
    const { height } = box.getBoundingClientRect();
    if (last.current && last.current.state !== state) followHeight(box, last.current.height);
    last.current = { state, height };
  });
}
