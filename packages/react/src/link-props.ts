import type { OptInViewLink } from '@whatsapp-optin/sdk';
import type { MouseEvent } from 'react';
import type { OptInStore } from './opt-in-store.js';

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

export function linkTo({ press }: OptInStore, href: string, target: '_blank' | '_self' = '_blank'): WhatsAppLinkProps {
  // A middle click opens the link too, and tells of it by `auxclick` alone; so does a right one, which opens nothing.
  const onClick = (event: MouseEvent) => {
    if (event.button < 2) press(event, href);
  };
  return { href, target, rel: 'noopener', onClick, onAuxClick: onClick };
}

/** Without an address the link is still being made; the view may say that it is `busy` all the same. */
export function linkProps(
  store: OptInStore,
  { href, target, busy = href === null }: Pick<OptInViewLink, 'href' | 'target'> & { busy?: boolean },
): WhatsAppLinkProps {
  return {
    ...(href === null ? { role: 'link', tabIndex: 0, 'aria-disabled': 'true' } : linkTo(store, href, target)),
    ...(busy && { 'aria-busy': 'true' }),
  };
}
