import { badgeContext, createSessionConnection, type BadgeSettings } from '@whatsapp-optin/sdk/badge';
import { createContext, useContext, type Context } from 'react';

export const BadgeSettingsContext = badgeContext<Context<BadgeSettings | null>>(createContext);

/** Without a provider: the page's own origin with its cookie, in English. */
const DEFAULT_SETTINGS: BadgeSettings = { connection: createSessionConnection({}) };

export function useBadgeSettings(): BadgeSettings {
  return useContext(BadgeSettingsContext) ?? DEFAULT_SETTINGS;
}
