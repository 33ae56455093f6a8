import { badgeContext, createTokenHolder, type BadgeSettings } from '@whatsapp-optin/sdk/badge';
import { createContext, useEffect, useMemo, useState, type Context, type ReactNode } from 'react';
import { AdminContext, type Admin } from './admin-context.js';
import { adminPaths } from './connection/admin-paths.js';
import { createAdmin, type AdminOptions } from './create-admin.js';
import type { AdminWordChanges } from './words/catalogue.js';

const BadgeContext = badgeContext<Context<BadgeSettings | null>>(createContext);

/** Options of `AdminProvider`. */
export interface AdminProviderProps extends AdminOptions {
  children?: ReactNode;
}

/**
 * Where the components find the server, and how they speak. One per page is enough. The status badge of
 * `@whatsapp-optin/react/badge` takes its server, token and language from it too.
 */
export function AdminProvider({ children, token, words, ...options }: AdminProviderProps) {
  const { server, locale, timeZone, theme, noStyles, fetch } = options;
  // A renewed token, an inline function or inline words must not refetch everything.
  const [holder] = useState(() => createTokenHolder(token));
  useEffect(() => holder.set(token), [holder, token]);
  const hasToken = token !== undefined;
  const wordsText = JSON.stringify(words ?? {});
  const admin = useMemo(() => {
    const changes = JSON.parse(wordsText) as AdminWordChanges;
    const read = hasToken ? holder.read : undefined;
    return createAdmin({ server, token: read, locale, timeZone, theme, words: changes, noStyles, fetch });
  }, [server, hasToken, holder, locale, timeZone, theme, wordsText, noStyles, fetch]);
  const badge = useMemo(
    () => ({ connection: connectionOf(admin), locale, timeZone, noStyles }),
    [admin, locale, timeZone, noStyles],
  );
  return (
    <AdminContext.Provider value={admin}>
      <BadgeContext.Provider value={badge}>{children}</BadgeContext.Provider>
    </AdminContext.Provider>
  );
}

/** Badges follow the stream that the dashboards follow. */
function connectionOf({ api, live }: Admin): BadgeSettings['connection'] {
  return {
    readSession: (phone, signal) => api.get(adminPaths.sessionOf(phone), {}, signal),
    onChange: (listener) =>
      live.subscribe((topics) => {
        if (topics.includes('sessions')) listener();
      }),
    isLive: () => live.getStatus() === 'live',
  };
}
