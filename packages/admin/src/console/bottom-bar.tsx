import { useState } from 'react';
import type { StaffSession } from '@whatsapp-optin/sdk/contract';
import { Button } from '../controls/button.js';
import { Dialog } from '../controls/dialog.js';
import { Icon } from '../controls/icon.js';
import { useWords } from '../words/use-words.js';
import { Account, type PreferencesProps } from './account.js';
import type { ConsolePage, PageGroup } from './console-pages.js';
import { Navigation, PageLink } from './navigation.js';
import type { FollowLink } from './use-page.js';

const SHOWN = 4;

interface BottomBarProps extends PreferencesProps {
  staff: StaffSession;
  groups: readonly PageGroup[];
  page: ConsolePage | undefined;
  unread: number;
  basePath: string;
  onFollow: FollowLink;
}

/** On phones: the first four pages under the thumb, the others and the account behind More. */
export function BottomBar(props: BottomBarProps) {
  const { staff, groups, page, unread, basePath, onFollow, preferences, onPreferences } = props;
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const first = groups.flatMap(({ pages }) => pages).slice(0, SHOWN);
  const isElsewhere = page !== undefined && !first.includes(page);
  return (
    <>
      <nav className="woa-bottom" aria-label={t('console.shortcuts')}>
        {first.map((one) => (
          <PageLink
            key={one.name}
            page={one}
            isCurrent={one === page}
            unread={one.name === 'inbox' ? unread : 0}
            basePath={basePath}
            onFollow={onFollow}
          />
        ))}
        <button
          type="button"
          className="woa-nav"
          aria-haspopup="dialog"
          data-here={isElsewhere || undefined}
          onClick={() => setOpen(true)}
        >
          <Icon name="more" />
          <span className="woa-nav-word">{t('console.more')}</span>
        </button>
      </nav>
      {isOpen && (
        <Dialog
          heading={t('console.navigation')}
          onClose={() => setOpen(false)}
          foot={<Button onClick={() => setOpen(false)}>{t('act.close')}</Button>}
        >
          <Navigation
            groups={groups}
            page={page}
            unread={unread}
            basePath={basePath}
            onFollow={(event, name) => {
              setOpen(false);
              onFollow(event, name);
            }}
          />
          <Account staff={staff} preferences={preferences} onPreferences={onPreferences} />
        </Dialog>
      )}
    </>
  );
}
