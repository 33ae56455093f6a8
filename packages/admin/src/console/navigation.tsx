import { useWords } from '../words/use-words.js';
import { Icon } from '../controls/icon.js';
import type { ConsolePage, PageGroup } from './console-pages.js';
import type { FollowLink } from './use-page.js';

interface NavigationProps {
  groups: readonly PageGroup[];
  page: ConsolePage | undefined;
  unread: number;
  basePath: string;
  onFollow: FollowLink;
}

/** Pages by group. On a narrow column the pictures stay; the words are read out and shown beside the pointer. */
export function Navigation({ groups, page, unread, basePath, onFollow }: NavigationProps) {
  const { t } = useWords();
  return (
    <nav className="woa-groups" aria-label={t('console.navigation')}>
      {groups.map(({ word, pages }) => (
        <section key={word} aria-label={t(word)}>
          <h2 className="woa-group" aria-hidden="true">
            {t(word)}
          </h2>
          <ul>
            {pages.map((one) => (
              <li key={one.name}>
                <PageLink
                  page={one}
                  isCurrent={one === page}
                  unread={one.name === 'inbox' ? unread : 0}
                  basePath={basePath}
                  onFollow={onFollow}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface PageLinkProps extends Pick<NavigationProps, 'basePath' | 'onFollow' | 'unread'> {
  page: ConsolePage;
  isCurrent: boolean;
}

export function PageLink({ page: { name, word, icon }, isCurrent, unread, basePath, onFollow }: PageLinkProps) {
  const { t, formats } = useWords();
  return (
    <a
      className="woa-nav"
      href={`${basePath}/${name}`}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => onFollow(event, name)}
    >
      <Icon name={icon} />
      <span className="woa-nav-word">{t(word)}</span>
      {unread > 0 && (
        <span className="woa-count">
          {formats.number(unread)}
          <span className="woa-hidden"> {t('inbox.new')}</span>
        </span>
      )}
    </a>
  );
}
