import type { AdminInboundMessagePage, StaffSession } from '@whatsapp-optin/sdk/contract';
import { useEffect, useRef, type MouseEvent } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct, useAdminQuery } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { FilterField } from '../controls/filters.js';
import { Empty } from '../controls/placeholders.js';
import { useAdmin } from '../use-admin.js';
import { useWords } from '../words/use-words.js';
import { CONSOLE_PAGES } from './console-pages.js';
import { usePage } from './use-page.js';
import type { ConsoleTheme, Preferences } from './use-preferences.js';

interface ConsoleFrameProps {
  staff: StaffSession;
  basePath: string;
  preferences: Preferences;
  onPreferences: (changes: Partial<Preferences>) => void;
}

/** Navigation beside the page; what the role may not see is not offered. */
export function ConsoleFrame({ staff, basePath, preferences, onPreferences }: ConsoleFrameProps) {
  const { t, named, formats } = useWords();
  const { queries } = useAdmin();
  const [name, go] = usePage(basePath);
  const main = useRef<HTMLElement>(null);
  const signOut = useAct<void, void>((api) => api.send('DELETE', adminPaths.staffSession), []);
  const pages = CONSOLE_PAGES.filter(({ scope }) => staff.scopes.includes(scope));
  const page = pages.find((one) => one.name === name) ?? (name === '' ? pages[0] : undefined);
  const inbox = useAdminQuery<AdminInboundMessagePage>(
    'inbound',
    staff.scopes.includes('messages.read') ? adminPaths.inbound : null,
    { limit: 1 },
  );
  const unseen = inbox.data?.unseen ?? 0;
  const heading = page ? t(page.word) : t('console.noPage');
  useEffect(() => {
    document.title = `${heading} – ${staff.organization.name}`;
  }, [heading, staff.organization.name]);

  const follow = (event: MouseEvent, next: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(next);
    main.current?.focus();
  };
  return (
    <AdminRoot as="div" className="woa-console">
      <a className="woa-skip" href="#content" onClick={(event) => follow(event, page?.name ?? '')}>
        {t('console.skip')}
      </a>
      <header className="woa-side">
        <div className="woa-side-name">
          <h1 className="woa-title">
            <bdi>{staff.organization.name}</bdi>
          </h1>
          <span className="woa-note">
            <bdi>{staff.name}</bdi> · {named('role', staff.role)}
          </span>
        </div>
        <nav aria-label={t('console.navigation')}>
          <ul>
            {pages.map((one) => (
              <li key={one.name}>
                <a
                  className="woa-nav"
                  href={`${basePath}/${one.name}`}
                  aria-current={one === page ? 'page' : undefined}
                  onClick={(event) => follow(event, one.name)}
                >
                  {t(one.word)}
                  {one.name === 'inbox' && unseen > 0 && (
                    <span className="woa-count">
                      {formats.number(unseen)}
                      <span className="woa-hidden"> {t('inbox.new')}</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="woa-side-foot">
          <FilterField<'ar'>
            label={t('settings.language')}
            all="English"
            value={preferences.locale === 'ar' ? 'ar' : ''}
            onChange={(locale) => onPreferences({ locale: locale === 'ar' ? 'ar' : 'en' })}
            choices={[{ value: 'ar', label: 'العربية' }]}
          />
          <FilterField<Exclude<ConsoleTheme, 'auto'>>
            label={t('console.theme')}
            all={t('console.auto')}
            value={preferences.theme === 'auto' ? '' : preferences.theme}
            onChange={(theme) => onPreferences({ theme: theme === '' ? 'auto' : theme })}
            choices={[
              { value: 'light', label: t('console.light') },
              { value: 'dark', label: t('console.dark') },
              { value: 'contrast', label: t('console.contrast') },
            ]}
          />
          <Button
            size="small"
            busy={signOut.isPending}
            onClick={() => signOut.mutate(undefined, { onSuccess: () => void queries.resetQueries() })}
          >
            {t('console.signOut')}
          </Button>
        </div>
      </header>
      <main className="woa-content" id="content" ref={main} tabIndex={-1}>
        {page ? page.content : <Empty heading={t('console.noPage')}>{t('console.noPageHint')}</Empty>}
      </main>
    </AdminRoot>
  );
}
