'use client';
import type { OptInSnapshot } from '@whatsapp-optin/sdk';
import { loadQr, qrPathOf, type CardAction } from '@whatsapp-optin/sdk/card';
import {
  useContext,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
  type ForwardedRef,
} from 'react';
import { identityOf, splitProps, type WhatsAppLooks, type WhatsAppOptInOptions } from './opt-in-options.js';
import { createOptInStore, type OptInStore } from './opt-in-store.js';
import { SettingsContext } from './whatsapp-opt-in-provider.js';

/** The opt-in of one component: its own settings over those of the providers around it. */
export function useOptIn<Props extends WhatsAppOptInOptions & WhatsAppLooks>(props: Props) {
  const { settings, others } = splitProps(props, useContext(SettingsContext));
  const { platform } = settings;
  const identity = identityOf(settings);
  const store = useMemo(() => createOptInStore(settings), [identity, platform]);
  // Runs before the subscription, which starts the opt-in: its first event must reach the host's latest handlers.
  useEffect(() => store.follow(settings));
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getServerSnapshot);
  const isServer = useSyncExternalStore(noSubscription, no, yes);
  return { store, snapshot, isServer, settings, others };
}

// On a server React 18 warns of a layout effect, which would not run there.
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** What follows each frame: style sheets, the page's colour scheme, panels, focus, height. */
export function useCardEffects(
  forwarded: ForwardedRef<HTMLElement>,
  store: OptInStore,
  { act, noStyles = false }: { act: (action: CardAction) => void; noStyles: boolean | undefined },
): void {
  useBrowserLayoutEffect(() => store.afterRender({ act, noStyles }));
  useImperativeHandle(forwarded, () => store.getNode() as HTMLElement);
}

/** @returns `null` until the code is there, and where the text fits none. */
export function useQrPath(snapshot: OptInSnapshot | null) {
  const text = snapshot?.view.qr?.text;
  return useSyncExternalStore(
    text ? loadQr : noSubscription,
    () => qrPathOf(text),
    () => null,
  );
}

function noSubscription(): () => void {
  return () => {};
}

const no = () => false;
const yes = () => true;
