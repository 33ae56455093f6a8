import type { Device } from '../device.js';

/** Which address the link carries, and where it opens. */
export interface OpeningStrategy {
  /**
   * `universal`: https://wa.me, which opens the app, or a page of WhatsApp's where there is none. `web`: WhatsApp Web. `intent`:
   * Android's own form, which leaves the app that shows the page and falls back to the universal address.
   */
  readonly form: 'universal' | 'web' | 'intent';
  /** `_self` inside another app, which has no tabs. */
  readonly target: '_blank' | '_self';
  /** The app may block the link: the card shows how to leave the app. */
  readonly hint: boolean;
}

const OWN_TAB: OpeningStrategy = { form: 'universal', target: '_blank', hint: false };
const DESKTOP: OpeningStrategy = { form: 'web', target: '_blank', hint: false };
const SAME_VIEW: OpeningStrategy = { form: 'universal', target: '_self', hint: true };
const INTENT: OpeningStrategy = { form: 'intent', target: '_self', hint: true };

/**
 * Browsers inside other apps, by the names of `IN_APP_BROWSERS`. They have no tabs, so that a `_blank` link often does nothing.
 *
 * Android's view shows wa.me as a page that claims WhatsApp is not installed, where the app does not hand links over: the
 * `intent:` form asks the system itself, and carries its own way back. TikTok and unnamed views show an error page for it, so
 * they get the universal one. iOS has no such form.
 */
export const IN_APP_STRATEGIES: Readonly<Record<string, { android: OpeningStrategy; ios: OpeningStrategy }>> = {
  instagram: { android: INTENT, ios: SAME_VIEW },
  threads: { android: INTENT, ios: SAME_VIEW },
  facebook: { android: INTENT, ios: SAME_VIEW },
  messenger: { android: INTENT, ios: SAME_VIEW },
  snapchat: { android: INTENT, ios: SAME_VIEW },
  x: { android: INTENT, ios: SAME_VIEW },
  google: { android: { ...INTENT, hint: false }, ios: { ...SAME_VIEW, hint: false } },
  tiktok: { android: SAME_VIEW, ios: SAME_VIEW },
};

/** @param device - `null` on a server, which knows no device. */
export function openingStrategy(device: Device | null): OpeningStrategy {
  if (device?.kind === 'desktop') return DESKTOP;
  if (!device?.inAppBrowser) return OWN_TAB;
  const known = Object.hasOwn(IN_APP_STRATEGIES, device.inAppBrowser) ? IN_APP_STRATEGIES[device.inAppBrowser] : null;
  return (device.os === 'android' ? known?.android : known?.ios) ?? SAME_VIEW;
}
