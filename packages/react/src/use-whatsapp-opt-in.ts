'use client';
import type { DeclineReason, OptInAction, OptInSnapshot, OptInViewRow } from '@whatsapp-optin/sdk';
import {
  useContext,
  useEffect,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type MouseEvent,
} from 'react';
import {
  identityOf,
  pictureOf,
  type OptInIdentity,
  type OptInPicture,
  type WhatsAppOptInCallbacks,
  type WhatsAppOptInOptions,
} from './opt-in-options.js';
import { OptInStore, type StoreEvent } from './opt-in-store.js';
import { SettingsContext, withDefaults } from './whatsapp-opt-in-provider.js';

/** Attributes and handlers of the link to WhatsApp: spread them on an `<a>`. Without an `href` yet, it is a disabled link. */
export interface WhatsAppLinkProps {
  href?: string;
  target?: '_blank' | '_self';
  rel?: 'noopener';
  role?: 'link';
  tabIndex?: 0;
  'aria-disabled'?: 'true';
  'aria-busy'?: 'true';
  onClick?: (event: MouseEvent) => void;
  onAuxClick?: (event: MouseEvent) => void;
}

/** The headless opt-in: everything known about it, and everything that can be done. */
export interface WhatsAppOptIn extends OptInSnapshot {
  readonly linkProps: WhatsAppLinkProps;
  readonly skipProps: { type: 'button'; onClick: () => void };
  /** Props of a row of `view.actions` or `view.help`: of an `<a>` where the row has an `href`, else of a `<button>`. */
  actionProps(action: OptInViewRow): WhatsAppLinkProps | { type: 'button'; onClick: () => void };
  /** What a control of the view does when it is pressed. */
  act(action: OptInAction): void;
  /** The host has opened WhatsApp itself: `idle → waiting`. Opens no window and asks no `onBeforeOpen`. */
  open(): void;
  decline(reason?: DeclineReason): void;
  /** Asks the server now. Never rejects. */
  refresh(): Promise<void>;
  /** A fresh opt-in in place of one that has expired, failed or been declined. */
  restart(): void;
}

/**
 * An opt-in for components of the host's own. Options that are left out come from the nearest `WhatsAppOptInProvider`.
 *
 * On a server and in the first frame the link is the one that works on every device; the browser's own follows at once.
 */
export function useWhatsAppOptIn(options: WhatsAppOptInOptions & { theme?: string | undefined }): WhatsAppOptIn {
  const settings = withDefaults(useContext(SettingsContext), options);
  const { locale, i18n, platform, theme } = settings;
  const identity = identityOf(settings);
  const picture = pictureOf(settings);
  const pictureText = JSON.stringify(picture);
  const [first] = useState({ locale, theme, ...picture });
  const store = useMemo(
    () => new OptInStore({ ...(JSON.parse(identity) as OptInIdentity), ...first, i18n, platform }),
    [identity, first, i18n, platform],
  );

  const callbacks = useRef<WhatsAppOptInCallbacks>(options);
  useInsertionEffect(() => {
    callbacks.current = options;
  });
  // Before the subscription below, which begins the opt-in: the first event must not be missed.
  useEffect(() => store.listen((event) => tell(event, callbacks.current, store.getSnapshot().href)), [store]);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getServerSnapshot);
  useEffect(() => {
    if (locale !== undefined && locale !== store.getSnapshot().view.locale) store.optIn.setLocale(locale);
  }, [store, locale]);
  useEffect(() => store.present(JSON.parse(pictureText) as OptInPicture), [store, pictureText]);

  return useMemo(() => headless(snapshot, store), [snapshot, store]);
}

function headless(snapshot: OptInSnapshot, { optIn, follow }: OptInStore): WhatsAppOptIn {
  const { view, href } = snapshot;
  const button = (onClick: () => void) => ({ type: 'button' as const, onClick });
  const linkTo = (address: string, target: '_blank' | '_self' = '_blank'): WhatsAppLinkProps => ({
    ...{ href: address, target, rel: 'noopener' },
    onClick: (event) => follow(event, address),
    // A middle click opens the link too, and tells of it by this event alone.
    onAuxClick: (event) => {
      if (event.button === 1) follow(event, address);
    },
  });
  const { act, open, decline, refresh, restart } = optIn;
  return {
    ...snapshot,
    linkProps: {
      ...(href === null ? { role: 'link', tabIndex: 0, 'aria-disabled': 'true' } : linkTo(href, view.link?.target)),
      ...(view.link?.busy && { 'aria-busy': 'true' }),
    },
    skipProps: button(() => optIn.act('decline')),
    actionProps: ({ id, href: to, target }) => (to === undefined ? button(() => optIn.act(id)) : linkTo(to, target)),
    act,
    open,
    decline,
    refresh,
    restart,
  };
}

function tell(event: StoreEvent, callbacks: WhatsAppOptInCallbacks, href: string | null): void {
  switch (event.type) {
    case 'beforeopen':
      return callbacks.onBeforeOpen?.(event.before);
    case 'ready':
      return callbacks.onReady?.();
    case 'statechange':
      return callbacks.onStateChange?.({ state: event.state, previous: event.previous, reason: event.reason });
    case 'optin':
      return callbacks.onOptIn?.({ href });
    case 'skip':
      return callbacks.onSkip?.({ reason: event.reason });
    case 'connected':
      return callbacks.onConnected?.({ sessionExpiresAt: event.sessionExpiresAt });
    case 'sessionended':
      return callbacks.onSessionEnded?.();
    case 'expired':
      return callbacks.onExpired?.();
    case 'failure':
      return callbacks.onFailure?.(event.error);
    case 'funnel':
      return callbacks.onFunnel?.({ step: event.step });
    case 'reset':
      return callbacks.onReset?.();
  }
}
