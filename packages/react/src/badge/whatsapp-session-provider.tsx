import { createSessionConnection, createTokenHolder, type StaffToken } from '@whatsapp-optin/sdk/badge';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { BadgeSettingsContext } from './badge-settings.js';

/** Props of `WhatsAppSessionProvider`. */
export interface WhatsAppSessionProviderProps {
  /** Base URL of the companion server. @default the page's own origin */
  server?: string | undefined;
  /**
   * A short-lived staff token (`st_…`) from your backend, or a function that fetches one before each request. A secret key or
   * an admin key never belongs in a browser. @default none: the sign-in cookie of the page's own origin serves
   */
  token?: StaffToken | undefined;
  /** BCP 47; one of twelve languages. @default 'en' */
  locale?: string | undefined;
  /** IANA zone in which moments are shown. @default the browser's */
  timeZone?: string | undefined;
  /** The page brings the styles of the badge itself. @default false */
  noStyles?: boolean | undefined;
  /** @default the browser's */
  fetch?: ((url: string, init?: RequestInit) => Promise<Response>) | undefined;
  children?: ReactNode;
}

/**
 * Sets the server and the language of the badges below it. Below `AdminProvider` of
 * `@whatsapp-optin/admin` none is needed.
 */
export function WhatsAppSessionProvider(props: WhatsAppSessionProviderProps) {
  const { server, token, locale, timeZone, noStyles, fetch, children } = props;
  const [holder] = useState(() => createTokenHolder(token));
  useEffect(() => holder.set(token), [holder, token]);
  const hasToken = token !== undefined;
  const connection = useMemo(
    () => createSessionConnection({ server, token: hasToken ? holder.read : undefined, fetch }),
    [server, hasToken, holder, fetch],
  );
  const settings = useMemo(
    () => ({ connection, locale, timeZone, noStyles }),
    [connection, locale, timeZone, noStyles],
  );
  return <BadgeSettingsContext.Provider value={settings}>{children}</BadgeSettingsContext.Provider>;
}
