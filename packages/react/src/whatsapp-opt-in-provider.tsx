'use client';
import type { OptInTheme } from '@whatsapp-optin/sdk';
import { createContext, useContext, type ReactNode } from 'react';
import { splitProps, type WhatsAppLooks, type WhatsAppOptInSettings } from './opt-in-options.js';
import { ownProperties } from '@whatsapp-optin/sdk/card';

/** Colours of the prompt. */
export type WhatsAppTheme = OptInTheme;

export interface WhatsAppOptInDefaults extends WhatsAppOptInSettings, WhatsAppLooks {
  /** The nonce of the page's Content-Security-Policy, for the `<style>` that is written on the server. */
  nonce?: string | undefined;
}

/** Props of `WhatsAppOptInProvider`. */
export interface WhatsAppOptInProviderProps extends WhatsAppOptInDefaults {
  children?: ReactNode;
}

export const SettingsContext = /* @__PURE__ */ createContext<WhatsAppOptInDefaults>(/* @__PURE__ */ ownProperties({}));

/** Settings for every prompt, button and hook below. Their own props win. Providers nest. */
export function WhatsAppOptInProvider({ children, nonce, ...here }: WhatsAppOptInProviderProps) {
  const { settings } = splitProps(here, useContext(SettingsContext));
  if (nonce !== undefined) settings.nonce = nonce;
  return <SettingsContext.Provider value={settings}>{children}</SettingsContext.Provider>;
}
