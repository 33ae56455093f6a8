'use client';
import { OPT_IN_THEMES, type OptInTheme } from '@whatsapp-optin/sdk';
import type { OptInAppearance } from '@whatsapp-optin/sdk/styles';
import { createContext, useContext, type ReactNode } from 'react';
import type { WhatsAppOptInSettings } from './opt-in-options.js';
import { own } from './own.js';

export type WhatsAppTheme = OptInTheme;

/** An unknown theme has been told as a failure; the prompt is shown all the same. */
export function knownTheme(theme: string | undefined): WhatsAppTheme {
  return OPT_IN_THEMES.find((known) => known === theme) ?? 'auto';
}

export interface WhatsAppOptInDefaults extends WhatsAppOptInSettings {
  theme?: WhatsAppTheme | undefined;
  appearance?: OptInAppearance | undefined;
  /** The page loads `@whatsapp-optin/react/styles.css` itself, so that no `<style>` is written on the server. */
  noStyles?: boolean | undefined;
  /** The nonce of the page's Content-Security-Policy, for the `<style>` that is written on the server. */
  nonce?: string | undefined;
}

export interface WhatsAppOptInProviderProps extends WhatsAppOptInDefaults {
  children?: ReactNode;
}

export const SettingsContext = createContext<WhatsAppOptInDefaults>(own({}));

/** Settings for every prompt, button and hook below; what they say themselves wins. Providers nest. */
export function WhatsAppOptInProvider({ children, ...settingsHere }: WhatsAppOptInProviderProps) {
  const settings = withDefaults(useContext(SettingsContext), settingsHere);
  return <SettingsContext.Provider value={settings}>{children}</SettingsContext.Provider>;
}

/** `given` over `defaults`; what is `undefined` says nothing. */
export function withDefaults<Own extends object>(
  defaults: WhatsAppOptInDefaults,
  given: Own,
): WhatsAppOptInDefaults & Own {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return own({ ...defaults, ...(said as Own) });
}
