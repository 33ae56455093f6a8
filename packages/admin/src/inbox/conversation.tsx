import type { AdminCustomer, AdminInboundMessage, AdminInboundMessagePage } from '@whatsapp-optin/sdk/contract';
import { useEffect, useRef } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminList } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { Failure } from '../controls/failure.js';
import { Loading } from '../controls/placeholders.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';
import { MessageMarks } from './message-marks.js';
import { ReplyBox } from './reply-box.js';
import { SentReplies } from './sent-replies.js';

const PAGE = 20;

/** What a customer wrote and staff answered, newest at the end, and the reply to the last of it. */
export function Conversation({ customer }: { customer: AdminCustomer }) {
  const { t, named } = useWords();
  const mayReply = useMay('notifications.write');
  const query = { contactId: customer.contactId, limit: PAGE };
  const list = useAdminList<AdminInboundMessage, AdminInboundMessagePage>('inbound', adminPaths.inbound, query);
  const [newest] = list.items;
  const talk = useRef<HTMLDivElement>(null);
  const newestId = newest?.id;
  useEffect(() => {
    if (talk.current) talk.current.scrollTop = talk.current.scrollHeight;
  }, [newestId]);
  if (list.error) return <Failure error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Loading lines={4} />;
  if (newest === undefined) return <p className="woa-note">{t('conversation.none')}</p>;
  const name = customer.name ?? customer.maskedPhone ?? t('state.unnamed');
  return (
    <>
      <div className="woa-talk" ref={talk} tabIndex={0} role="region" aria-label={t('conversation.messages', { name })}>
        {list.hasMore && (
          <Button kind="plain" size="small" busy={list.isLoadingMore} onClick={list.loadMore}>
            {t('conversation.earlier')}
          </Button>
        )}
        <ol className="woa-stack">
          {[...list.items].reverse().map((message) => (
            <li key={message.id} className="woa-stack">
              <div className="woa-said">
                {message.contentType !== 'text' && (
                  <span className="woa-chip">{named('contentType', message.contentType)}</span>
                )}
                {message.text !== '' && (
                  <bdi className="woa-bubble" data-from="them">
                    {message.text}
                  </bdi>
                )}
                <span className="woa-note">
                  <Moment at={message.receivedAt} as="ago" />
                </span>
                <MessageMarks message={message} />
              </div>
              <SentReplies replies={message.replies} />
            </li>
          ))}
        </ol>
      </div>
      {mayReply && (
        <ReplyBox message={{ ...newest, customer }} quickReplies={list.first?.quickReplies[newest.locale] ?? []} />
      )}
    </>
  );
}
