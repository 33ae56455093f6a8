'use client';
import type { DeclineReason, OptInAction, OptInSnapshot, OptInViewRow } from '@whatsapp-optin/sdk';
import type { OptInCredentials } from '@whatsapp-optin/sdk/push';
import { useMemo } from 'react';
import {
  buttonProps,
  createOptInPress,
  linkProps,
  rowProps,
  type WhatsAppButtonControlProps,
  type WhatsAppLinkProps,
} from './control-props.js';
import type { WhatsAppOptInOptions } from './opt-in-options.js';
import { useOptIn } from './use-opt-in.js';

/** The headless opt-in: everything known about it, and everything that can be done. */
export interface WhatsAppOptIn extends OptInSnapshot {
  /** Props of an `<a>` that leads to WhatsApp. */
  readonly linkProps: WhatsAppLinkProps;
  /** Props of a `<button>` that skips. */
  readonly skipProps: WhatsAppButtonControlProps;
  /** Props of a row of `view.actions` or `view.help`: of an `<a>` where the row has an `href`, else of a `<button>`. */
  actionProps(action: OptInViewRow): WhatsAppLinkProps | WhatsAppButtonControlProps;
  /** What a control of the view does when it is pressed. */
  act(action: OptInAction): void;
  /** The host has opened WhatsApp itself: `idle → waiting`. Opens no window and asks no `onBeforeOpen`. */
  open(): void;
  /** Skip, or "I don't use WhatsApp". @default 'skipped' */
  decline(reason?: DeclineReason): void;
  /** What `usePush` needs; `null` without a server, and until the opt-in is created. */
  getCredentials(): OptInCredentials | null;
  /** Asks the server now. Never rejects. */
  refresh(): Promise<void>;
  /** A fresh opt-in in place of one that has expired, failed or been declined. */
  restart(): void;
}

/**
 * An opt-in for the host's own components. Options that are left out come from the nearest `WhatsAppOptInProvider`.
 *
 * On a server and in the first frame the link is the one that works on every device; the browser's own follows at once. Another
 * language, state or display follows as soon as it is loaded.
 *
 * @throws a promise, for `Suspense`, if a browser hydrates a server's card whose words are still loading.
 */
export function useWhatsAppOptIn(options: WhatsAppOptInOptions): WhatsAppOptIn {
  const { store, snapshot, isServer } = useOptIn(options);
  const { optIn } = store;
  if (!snapshot && isServer) throw optIn.preload() as unknown as Error;
  const current = snapshot ?? optIn.getSnapshot();
  return useMemo(() => {
    const press = createOptInPress(store);
    const { href, view } = current;
    return {
      ...current,
      linkProps: linkProps(press, view.link ?? { href, label: '', target: '_blank', rel: 'noopener', busy: false }),
      skipProps: buttonProps(press, 'decline'),
      actionProps: (row) => rowProps(press, row),
      act: optIn.act,
      getCredentials: optIn.getCredentials,
      open: optIn.open,
      decline: optIn.decline,
      restart: optIn.restart,
      refresh: optIn.refresh,
    };
  }, [current, optIn, store]);
}
