'use client';
import { useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { identityOf, splitProps, type WhatsAppLooks, type WhatsAppOptInOptions } from './opt-in-options.js';
import { createStore } from './opt-in-store.js';
import { SettingsContext } from './whatsapp-opt-in-provider.js';

/** The opt-in of one component: what the component says itself, over what the providers around it say. */
export function useOptIn<Props extends WhatsAppOptInOptions & WhatsAppLooks>(props: Props) {
  const { settings, others } = splitProps(props, useContext(SettingsContext));
  const { i18n, platform } = settings;
  const identity = identityOf(settings);
  const store = useMemo(() => createStore(settings), [identity, i18n, platform]);
  // Before the subscription below, which begins the opt-in: the first event must not be missed.
  useEffect(() => store.follow(settings));
  const seen = useSyncExternalStore(store.subscribe, store.getSeen, store.getServerSeen);
  return { store, seen, settings, others };
}
