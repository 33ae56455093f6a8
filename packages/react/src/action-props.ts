import type { OptInAction, OptInViewRow } from '@whatsapp-optin/sdk';
import { linkTo, type WhatsAppLinkProps } from './link-props.js';
import type { OptInStore } from './opt-in-store.js';

export interface WhatsAppButtonControlProps {
  type: 'button';
  onClick: () => void;
}

/** Props of a button that does something of the view's. */
export function buttonProps({ call }: OptInStore, action: OptInAction): WhatsAppButtonControlProps {
  return { type: 'button', onClick: () => call((optIn) => optIn.act(action)) };
}

/** Props of a row: of an `<a>` where the row has an `href`, else of a `<button>`. */
export function actionProps(
  store: OptInStore,
  { id, href, target }: OptInViewRow,
): WhatsAppLinkProps | WhatsAppButtonControlProps {
  return href === undefined ? buttonProps(store, id) : linkTo(store, href, target);
}
