import { linkAttributes, type CardAction } from '@whatsapp-optin/sdk/card';
import type { OptInViewLink, OptInViewRow } from '@whatsapp-optin/sdk';
import type { MouseEvent } from 'react';
import type { OptInStore } from './opt-in-store.js';
import type { WhatsAppBeforeOpenEvent, WhatsAppOptInCallbacks } from './opt-in-options.js';

/** Attributes and handlers of the link to WhatsApp: spread them on an `<a>`. Without an `href` yet, it is a disabled link. */
export interface WhatsAppLinkProps {
  /** The deep link; absent while it is being made. */
  href?: string;
  /** Beside `href`. `_self` inside another app, which has no tabs. */
  target?: '_blank' | '_self';
  /** Beside `href`. */
  rel?: 'noopener';
  /** Present without an address, so that it is still announced as a link. */
  role?: 'link';
  /** Present without an address, so that it can have the focus. */
  tabIndex?: 0;
  /** Present without an address. */
  'aria-disabled'?: 'true';
  /** Present while the link is being made. */
  'aria-busy'?: 'true';
  /** Calls `onBeforeOpen`, then follows the link. */
  onClick?: (event: MouseEvent) => void;
  /** A middle click. */
  onAuxClick?: (event: MouseEvent) => void;
}

export interface WhatsAppButtonControlProps {
  type: 'button';
  onClick: () => void;
}

/** What a press on a control does. */
export interface Press {
  /** A button. */
  act: (action: CardAction) => void;
  /** A link to WhatsApp is followed, unless the host prevents it. */
  follow: (event: MouseEvent, href: string, action: CardAction) => void;
}

/** @param callbacks - gives the host's latest. */
export function createPress(act: (action: CardAction) => unknown, callbacks: () => WhatsAppOptInCallbacks): Press {
  return {
    act: (action) => void act(action),
    follow(click, href, action) {
      if (click.defaultPrevented) return;
      const event: WhatsAppBeforeOpenEvent & { defaultPrevented: boolean } = {
        href,
        defaultPrevented: false,
        preventDefault: () => void (event.defaultPrevented = true),
        open: () => event.defaultPrevented && act(action),
      };
      callbacks().onBeforeOpen?.(event);
      if (event.defaultPrevented) click.preventDefault();
      else act(action);
    },
  };
}

/** For a place without a launcher. */
export function createOptInPress({ optIn, getLatest }: OptInStore): Press {
  return createPress((action) => action !== 'toggle_launcher' && optIn.act(action), getLatest);
}

/** Handlers of a control: a button's, or a link's. A link without an address has none. */
export function handlers(press: Press, action: CardAction, href: string | undefined, isLink: boolean) {
  if (!isLink) return { onClick: () => press.act(action) };
  if (href === undefined) return {};
  // A middle click opens the link too, and comes as `auxclick` alone; so does a right one, which opens nothing.
  const onClick = (event: MouseEvent) => {
    if (event.button < 2) press.follow(event, href, action);
  };
  return { onClick, onAuxClick: onClick };
}

export function linkProps(press: Press, link: OptInViewLink): WhatsAppLinkProps {
  const { tabindex, ...attributes } = linkAttributes(link);
  return {
    ...(attributes as WhatsAppLinkProps),
    ...(tabindex === undefined ? {} : { tabIndex: 0 }),
    ...handlers(press, 'open', link.href ?? undefined, true),
  };
}

export function buttonProps(press: Press, action: CardAction): WhatsAppButtonControlProps {
  return { type: 'button', onClick: () => press.act(action) };
}

/** Props of a row: of an `<a>` where the row has an `href`, else of a `<button>`. */
export function rowProps(
  press: Press,
  { id, href, target = '_blank' }: OptInViewRow,
): WhatsAppLinkProps | WhatsAppButtonControlProps {
  if (href === undefined) return buttonProps(press, id);
  return { href, target, rel: 'noopener', ...handlers(press, id, href, true) };
}
