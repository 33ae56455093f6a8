import type { AdminInboundMessagePage, StaffSession } from '@whatsapp-optin/sdk/contract';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { Icon } from '../controls/icon.js';
import { PageLinksContext } from '../controls/page-links.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { useWords } from '../words/use-words.js';
import { AccountAlerts } from './account-alerts.js';
import { Account, type PreferencesProps } from './account.js';
import { BottomBar } from './bottom-bar.js';
import { CUSTOMER_PAGE, PAGE_GROUPS } from './console-pages.js';
import { Initials } from './initials.js';
import { Navigation } from './navigation.js';
import { PageBoundary } from './page-boundary.js';
import { useCommandKey } from './use-command-key.js';
import { usePage, type FollowLink } from './use-page.js';

const CommandMenu = lazy(() => import('./command-menu.js'));

interface ConsoleFrameProps extends PreferencesProps {
  staff: StaffSession;
  basePath: string;
}

/** Navigation beside the page; what the role may not see is not offered. */
export function ConsoleFrame({ staff, basePath, preferences, onPreferences }: ConsoleFrameProps) {
  const { t, formats } = useWords();
  const { name, part, query, go } = usePage(basePath);
  const [isFinding, setFinding] = useState(false);
  const main = useRef<HTMLElement>(null);
  const groups = PAGE_GROUPS.map((group) => ({
    ...group,
    pages: group.pages.filter(({ scope }) => staff.scopes.includes(scope)),
  })).filter(({ pages }) => pages.length > 0);
  const pages = groups.flatMap((group) => group.pages);
  const others = staff.scopes.includes(CUSTOMER_PAGE.scope) ? [CUSTOMER_PAGE] : [];
  const page = [...pages, ...others].find((one) => one.name === name) ?? (name === '' ? pages[0] : undefined);
  const inbox = useAdminQuery<AdminInboundMessagePage>(
    'inbound',
    staff.scopes.includes('messages.read') ? adminPaths.inbound : null,
    { limit: 1 },
  );
  const unread = inbox.data?.unseen ?? 0;
  const heading = page ? t(page.word) : t('console.noPage');
  useEffect(() => {
    const count = unread > 0 ? `(${formats.number(unread)}) ` : '';
    document.title = `${count}${heading} – ${staff.organization.name}`;
  }, [heading, unread, formats, staff.organization.name]);
  useCommandKey(() => setFinding(true));

  const onFollow: FollowLink = (event, next) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(next);
    main.current?.focus();
  };
  const links = { addressOf: (path: string) => `${basePath}/${path}`, follow: onFollow };
  const navigation = { groups, page, unread, basePath, onFollow };
  return (
    <AdminRoot as="div" className="woa-console">
      <a className="woa-skip" href="#content" onClick={(event) => onFollow(event, page?.name ?? '')}>
        {t('console.skip')}
      </a>
      <header className="woa-side">
        <div className="woa-who">
          <Initials name={staff.organization.name} shape="square" />
          <div className="woa-who-text">
            <h1 className="woa-strong">
              <bdi>{staff.organization.name}</bdi>
            </h1>
            <span className="woa-note">{t('console.product')}</span>
          </div>
        </div>
        <button
          type="button"
          className="woa-find"
          aria-haspopup="dialog"
          aria-keyshortcuts="Meta+K Control+K"
          onClick={() => setFinding(true)}
        >
          <Icon name="search" />
          <span className="woa-nav-word">{t('act.search')}</span>
          <kbd className="woa-key" aria-hidden="true">
            {t('console.findKey')}
          </kbd>
        </button>
        <Navigation {...navigation} />
        <Account staff={staff} preferences={preferences} onPreferences={onPreferences} />
      </header>
      <main className="woa-content" id="content" ref={main} tabIndex={-1}>
        <AccountAlerts />
        {page ? (
          <PageLinksContext.Provider value={links}>
            <PageBoundary key={page.name + part + query} onRetry={() => window.location.reload()}>
              <Suspense fallback={<Loading lines={6} />}>{page.content(new URLSearchParams(query), part)}</Suspense>
            </PageBoundary>
          </PageLinksContext.Provider>
        ) : (
          <Empty heading={t('console.noPage')}>{t('console.noPageHint')}</Empty>
        )}
      </main>
      <BottomBar {...navigation} staff={staff} preferences={preferences} onPreferences={onPreferences} />
      {isFinding && (
        <Suspense fallback={null}>
          <CommandMenu
            staff={staff}
            groups={groups}
            onGo={(path) => {
              go(path);
              main.current?.focus();
            }}
            onClose={() => setFinding(false)}
          />
        </Suspense>
      )}
    </AdminRoot>
  );
}
