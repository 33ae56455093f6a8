import type { AdminCustomer } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { useMay } from '../connection/use-staff.js';
import { CustomerName, MaskedPhone, TicketNumber } from '../controls/customer.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Failure } from '../controls/failure.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { DeliveryDialog } from '../deliveries/delivery-dialog.js';
import { ReplyBox } from '../inbox/reply-box.js';
import { ReachableBy } from '../sessions/reachable-by.js';
import { SessionEnd } from '../sessions/session-end.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';
import { Timeline } from './timeline.js';
import { useTimeline } from './use-timeline.js';

/** Options of `CustomerPage`. */
export interface CustomerPageProps {
  /** Pseudonym of the customer, as lists give it. */
  contactId: string;
}

/**
 * One customer: until when they can be written to, and one timeline of messages, replies, notifications, sessions and consents.
 * Needs the scope `messages.read`; shows what else the reader may see.
 */
export function CustomerPage({ contactId }: CustomerPageProps) {
  const { t } = useWords();
  const timeline = useTimeline(contactId);
  const mayReply = useMay('notifications.write');
  const [openId, setOpenId] = useState<string | null>(null);
  const { messages, sessions, notifications, entries } = timeline;
  const [newest] = messages.items;
  const customer: AdminCustomer | null =
    sessions.items[0]?.customer ?? newest?.customer ?? notifications.items[0]?.customer ?? null;
  const name = customer?.name ?? customer?.maskedPhone ?? t('state.unnamed');
  const isUnknown = !timeline.isLoading && !timeline.error && entries.length === 0;
  return (
    <AdminRoot aria-label={t('customer.heading')}>
      <DashboardHead heading={customer?.name ?? t('customer.heading')} description={t('customer.description')} />
      {timeline.error && <Failure error={timeline.error} onRetry={timeline.refetch} />}
      {timeline.isLoading && <Loading lines={8} />}
      {isUnknown && (
        <div className="woa-panel">
          <Empty heading={t('customer.unknown')}>{t('customer.unknownHint')}</Empty>
        </div>
      )}
      {!timeline.isLoading && entries.length > 0 && (
        <div className="woa-customer">
          <section className="woa-panel" aria-label={t('customer.sessions')}>
            <dl className="woa-details">
              <dt>{t('sessions.customer')}</dt>
              <dd>
                <CustomerName customer={customer} />
              </dd>
              <dt>{t('sessions.phone')}</dt>
              <dd>
                <MaskedPhone customer={customer} />
              </dd>
            </dl>
            <h3>{t('customer.sessions')}</h3>
            {sessions.items.length === 0 && <p className="woa-note">{t('customer.noSession')}</p>}
            {sessions.items.map((session) => (
              <dl key={session.id} className="woa-details">
                <dt>{t('sessions.ticket')}</dt>
                <dd>
                  <TicketNumber ticket={session.ticket} />
                </dd>
                <dt>{t('sessions.expires')}</dt>
                <dd>
                  <SessionEnd session={session} />
                </dd>
                <dt>{t('sessions.since')}</dt>
                <dd>
                  <Moment at={session.initiatedAt} />
                </dd>
                <dt>{t('sessions.reach')}</dt>
                <dd>
                  <ReachableBy reachability={session.reachability} />
                </dd>
              </dl>
            ))}
          </section>
          <section className="woa-panel" aria-label={t('customer.history')}>
            <h3>{t('customer.history')}</h3>
            <Timeline
              name={name}
              entries={entries}
              hasMore={timeline.hasMore}
              isLoadingMore={timeline.isLoadingMore}
              onMore={timeline.loadMore}
              onNotification={setOpenId}
            />
            {mayReply && newest && (
              <ReplyBox message={newest} quickReplies={messages.first?.quickReplies[newest.locale] ?? []} />
            )}
          </section>
        </div>
      )}
      {openId && <DeliveryDialog id={openId} onClose={() => setOpenId(null)} />}
    </AdminRoot>
  );
}
