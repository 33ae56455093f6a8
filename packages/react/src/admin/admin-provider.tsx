import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { AdminContext } from './admin-context.js';
import type { AdminToken } from './connection/admin-api.js';
import { createAdmin, type AdminOptions } from './create-admin.js';
import type { AdminWordChanges } from './words/catalogue.js';

export interface AdminProviderProps extends AdminOptions {
  children?: ReactNode;
}

/** Where the admin components find the server, and how they speak. One suffices for a page. */
export function AdminProvider({ children, token, words, ...options }: AdminProviderProps) {
  const { server, locale, timeZone, theme, noStyles, fetch } = options;
  // A token may be renewed, and a function or words written in line: none is a reason to ask for everything anew.
  const [keeper] = useState(() => createTokenKeeper(token));
  useEffect(() => keeper.keep(token), [keeper, token]);
  const hasToken = token !== undefined;
  const wordsText = JSON.stringify(words ?? {});
  const admin = useMemo(() => {
    const changes = JSON.parse(wordsText) as AdminWordChanges;
    const read = hasToken ? keeper.read : undefined;
    return createAdmin({ server, token: read, locale, timeZone, theme, words: changes, noStyles, fetch });
  }, [server, hasToken, keeper, locale, timeZone, theme, wordsText, noStyles, fetch]);
  return <AdminContext.Provider value={admin}>{children}</AdminContext.Provider>;
}

/** The newest token, for requests that are made later. */
function createTokenKeeper(first: AdminToken | undefined) {
  let newest = first;
  return {
    keep(token: AdminToken | undefined) {
      newest = token;
    },
    read: () => (typeof newest === 'function' ? newest() : (newest ?? '')),
  };
}
