'use client';
import type { DeclineReason, OptInAction, OptInSnapshot, OptInViewRow } from '@whatsapp-optin/sdk';
import { firstPaint, wordsFor } from '@whatsapp-optin/sdk/painter/first';
import { useMemo } from 'react';
import { actionProps, buttonProps, type WhatsAppButtonControlProps } from './action-props.js';
import { linkProps, type WhatsAppLinkProps } from './link-props.js';
import type { WhatsAppOptInOptions } from './opt-in-options.js';
import type { OptInStore, Seen } from './opt-in-store.js';
import { useOptIn } from './use-opt-in.js';

/** The headless opt-in: everything known about it, and everything that can be done. */
export interface WhatsAppOptIn extends OptInSnapshot {
  readonly linkProps: WhatsAppLinkProps;
  readonly skipProps: WhatsAppButtonControlProps;
  /** Props of a row of `view.actions` or `view.help`: of an `<a>` where the row has an `href`, else of a `<button>`. */
  actionProps(action: OptInViewRow): WhatsAppLinkProps | WhatsAppButtonControlProps;
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
 * On a server and in the first frame the link is the one that works on every device; the browser's own follows at once. In a
 * browser it begins with the English of `idle`; another language, state or display follows as soon as it has come.
 *
 * @throws a promise, for `Suspense`, where a browser takes over what a server drew and words of it are still to come
 */
export function useWhatsAppOptIn(options: WhatsAppOptInOptions): WhatsAppOptIn {
  const { store, seen } = useOptIn(options);
  if (seen.served && !seen.first && !seen.snapshot) throw store.load() as unknown as Error;
  return useMemo(() => headless(seen.snapshot ?? guess(store, seen), store), [seen, store]);
}

/** What the opt-in itself, which is still to come, will most likely say. */
function guess({ options }: OptInStore, { first, served = false }: Seen): OptInSnapshot {
  const { translator, locale, platform } = options;
  const words = first?.words ?? translator ?? wordsFor(locale === undefined ? [] : [locale]);
  return firstPaint(options, words, served ? null : platform ? platform.navigator() : navigator).snapshot;
}

function headless(snapshot: OptInSnapshot, store: OptInStore): WhatsAppOptIn {
  const { call } = store;
  const { link } = snapshot.view;
  return {
    ...snapshot,
    linkProps: linkProps(store, link ?? { href: snapshot.href, target: '_blank', busy: false }),
    skipProps: buttonProps(store, 'decline'),
    actionProps: (row) => actionProps(store, row),
    act: (action) => call((optIn) => optIn.act(action)),
    open: () => call((optIn) => optIn.open()),
    decline: (reason) => call((optIn) => optIn.decline(reason)),
    restart: () => call((optIn) => optIn.restart()),
    refresh: () => new Promise((resolve) => call((optIn) => void optIn.refresh().then(resolve))),
  };
}
