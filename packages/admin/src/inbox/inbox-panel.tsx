import type { AdminInboundMessage, AdminInboundMessagePage, MarkSeenRequest } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct, useAdminList } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { Changed } from '../controls/changed.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Failure } from '../controls/failure.js';
import { FilterField } from '../controls/filters.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { useWords } from '../words/use-words.js';
import { InboxMessage } from './inbox-message.js';
import { UnshownMessages } from './unshown-messages.js';

type Shown = 'unseen' | 'flagged';

/** What a host may give the inbox. */
export interface InboxPanelProps {
  /** Short texts that a tap writes into the reply box. @default those of the settings, in the language of each customer */
  quickReplies?: readonly string[];
}

/**
 * What customers wrote, with ticket and session, and the answer of staff while the window is open. It is no chat. Needs
 * the scope `messages.read`; to answer, `notifications.write`.
 */
export function InboxPanel({ quickReplies }: InboxPanelProps = {}) {
  const { t, formats } = useWords();
  const [shown, setShown] = useState<Shown | ''>('');
  const mayWrite = useMay('messages.write');
  const query = shown === '' ? { limit: 20 } : { limit: 20, [shown]: true };
  const list = useAdminList<AdminInboundMessage, AdminInboundMessagePage>('inbound', adminPaths.inbound, query);
  const mark = useAct<MarkSeenRequest, void>(
    (api, body) => api.send('POST', adminPaths.inboundSeen, body),
    ['inbound'],
  );
  const unseen = list.first?.unseen ?? 0;
  const newest = list.items[0]?.receivedAt;
  return (
    <AdminRoot aria-label={t('inbox.heading')}>
      <DashboardHead heading={t('inbox.heading')} description={t('inbox.description')}>
        <FilterField<Shown>
          label={t('inbox.shown')}
          all={t('inbox.all')}
          value={shown}
          onChange={setShown}
          choices={[
            { value: 'unseen', label: t('inbox.unseenOnly') },
            { value: 'flagged', label: t('inbox.flaggedOnly') },
          ]}
        />
        {mayWrite && unseen > 0 && newest && (
          <Button busy={mark.isPending} onClick={() => mark.mutate({ receivedUntil: newest })}>
            {t('inbox.markAll')}
          </Button>
        )}
      </DashboardHead>
      <p role="status" className="woa-note">
        {list.first &&
          (unseen === 0
            ? t('inbox.allSeen')
            : t('inbox.unseenCount', { count: unseen, shown: formats.number(unseen) }))}
      </p>
      {mark.error && <Failure error={mark.error} />}
      <Changed list={list} />
      {list.error ? (
        <Failure error={list.error} onRetry={list.refetch} />
      ) : list.isLoading ? (
        <Loading lines={6} />
      ) : (
        <div className="woa-table-frame">
          {list.items.length === 0 ? (
            <Empty heading={t(shown === '' ? 'inbox.empty' : 'inbox.noneShown')}>{t('inbox.emptyHint')}</Empty>
          ) : (
            <ol className="woa-messages" aria-label={t('inbox.heading')}>
              {list.items.map((message) => (
                <InboxMessage
                  key={message.id}
                  message={message}
                  quickReplies={quickReplies ?? list.first?.quickReplies[message.locale] ?? []}
                  onSeen={mayWrite ? () => mark.mutate({ ids: [message.id] }) : undefined}
                />
              ))}
            </ol>
          )}
          {list.hasMore && (
            <div className="woa-table-foot">
              <span>{t('table.rows', { count: list.items.length })}</span>
              <Button kind="plain" size="small" busy={list.isLoadingMore} onClick={list.loadMore}>
                {t('act.more')}
              </Button>
            </div>
          )}
        </div>
      )}
      <UnshownMessages />
    </AdminRoot>
  );
}
