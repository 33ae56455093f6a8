import '@whatsapp-optin/web-component/define';
import type { WhatsAppOptInElement } from '@whatsapp-optin/web-component';
import type { Platform } from '@whatsapp-optin/sdk';
import type { OptInAppearance } from '@whatsapp-optin/sdk/styles';
import { createElement, type ReactNode, type Ref } from 'react';
import { QUIET_PLATFORM } from './quiet-platform.js';
import { useToolbar } from './stage.js';
import { APPEARANCES } from './toolbar.js';

/** Attributes of `<whatsapp-optin>`, as a page writes them. */
export interface ElementAttributes {
  phone?: string | undefined;
  organization?: string | undefined;
  ticket?: string | undefined;
  'message-style'?: string | undefined;
  locale?: string | undefined;
  display?: string | undefined;
  theme?: string | undefined;
  server?: string | undefined;
  'publishable-key'?: string | undefined;
  channels?: string | undefined;
  'no-skip'?: boolean | undefined;
  'ask-again'?: boolean | undefined;
  qr?: string | undefined;
  'reset-after-ms'?: number | undefined;
  name?: string | undefined;
  'ticket-token'?: string | undefined;
  'opt-in'?: string | undefined;
  'client-token'?: string | undefined;
  'test-state'?: string | undefined;
}

interface ElementProps extends ElementAttributes {
  appearance?: OptInAppearance | undefined;
  platform?: Platform | undefined;
  ref?: Ref<WhatsAppOptInElement> | undefined;
  children?: ReactNode;
}

/** The element with a plain link inside, as on a page. Without its own theme or appearance it takes the toolbar's. */
export function Element({ platform = QUIET_PLATFORM, appearance, children, ...attributes }: ElementProps) {
  const { theme, locale, appearance: chosen } = useToolbar();
  const own = children ?? <a href="https://wa.me/966500000000?text=Hi">Get updates on WhatsApp</a>;
  return createElement(
    'whatsapp-optin',
    {
      key: locale,
      theme,
      platform,
      appearance: appearance ?? APPEARANCES[chosen].appearance,
      ...attributes,
    },
    own,
  );
}
