'use client';
import type { OptInState } from '@whatsapp-optin/sdk';
import type { RefObject } from 'react';
import { useFollowedHeight } from './use-followed-height.js';
import { useKeptFocus } from './use-kept-focus.js';

export interface LifeProps {
  root: RefObject<HTMLElement | null>;
  /** What in it had the focus last. */
  focusedRef: { current: Element | null };
  headingId: string;
  state: OptInState;
}

/** What moves with the card's states. It draws nothing. */
export function Life({ root, focusedRef, headingId, state }: LifeProps): null {
  useKeptFocus(headingId, root, focusedRef);
  useFollowedHeight(root, state);
  return null;
}
