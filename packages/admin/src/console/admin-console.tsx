import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AdminProvider } from '../admin-provider.js';
import { AdminRoot } from '../admin-root.js';
import { staffQuery } from '../connection/staff-query.js';
import { Failure } from '../controls/failure.js';
import { Loading } from '../controls/placeholders.js';
import { useAdmin } from '../use-admin.js';
import { useWords } from '../words/use-words.js';
import { ConsoleFrame } from './console-frame.js';
import { SignInPage } from './sign-in-page.js';
import { usePreferences, type Preferences } from './use-preferences.js';

/** Options of `AdminConsole`. */
export interface AdminConsoleProps {
  /** Where the companion server is mounted; its pages and its API lie below. @default the page's own origin */
  server?: string;
  /** Path of the console's own pages: `/admin`. */
  basePath: string;
  /** @default the browser's */
  fetch?: typeof fetch;
}

/**
 * All dashboards as one page, with sign-in and navigation: the page that the server serves at `/admin`. It brings its own
 * `AdminProvider` and uses the server's session cookie, so it lives on the server's origin.
 */
export function AdminConsole({ server = '', basePath, fetch }: AdminConsoleProps) {
  const [preferences, change] = usePreferences();
  const { locale, theme } = preferences;
  return (
    <AdminProvider server={server} locale={locale} theme={theme} fetch={fetch}>
      <Console basePath={basePath} preferences={preferences} onPreferences={change} />
    </AdminProvider>
  );
}

interface ConsoleProps {
  basePath: string;
  preferences: Preferences;
  onPreferences: (changes: Partial<Preferences>) => void;
}

function Console(props: ConsoleProps) {
  const { api, queries, locale, dir, theme } = useAdmin();
  const { t } = useWords();
  const { data, error, refetch } = useQuery(staffQuery(api), queries);
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = locale;
    documentElement.dir = dir;
    documentElement.dataset.theme = theme;
  }, [locale, dir, theme]);
  const status = (error as { status?: number } | null)?.status;
  if (status === 401) return <SignInPage />;
  if (data) return <ConsoleFrame {...props} staff={data} />;
  if (error) {
    return (
      <AdminRoot as="div" className="woa-sign-in">
        <main className="woa-panel">
          <Failure error={error as never} onRetry={() => void refetch()} />
        </main>
      </AdminRoot>
    );
  }
  // The frame of what will most likely come, so that it does not jump.
  return (
    <AdminRoot as="div" className="woa-console">
      <div className="woa-side" />
      <main className="woa-content">
        <h1 className="woa-hidden">{t('console.title')}</h1>
        <Loading lines={6} />
      </main>
    </AdminRoot>
  );
}
