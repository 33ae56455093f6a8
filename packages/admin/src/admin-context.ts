import type { QueryClient } from '@tanstack/react-query';
import type { OptInTheme } from '@whatsapp-optin/sdk';
import type { i18n } from 'i18next';
import { createContext } from 'react';

import type { AdminApi } from './connection/admin-api.js';
import type { LiveFeed } from './connection/live-feed.js';
import type { FormatSource } from './words/format-source.js';
import type { AdminLocale } from './words/create-words.js';

/** What every admin component works with. */
export interface Admin {
  readonly api: AdminApi;
  /** Ours alone, so that the host's own TanStack Query is not shadowed by it. */
  readonly queries: QueryClient;
  readonly live: LiveFeed;
  readonly i18n: i18n;
  readonly formats: FormatSource;
  readonly locale: AdminLocale;
  readonly dir: 'ltr' | 'rtl';
  readonly theme: OptInTheme;
  readonly noStyles: boolean;
}

export const AdminContext = createContext<Admin | null>(null);
