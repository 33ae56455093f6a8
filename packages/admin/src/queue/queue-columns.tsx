import type { AdminQueueTicket, DeliveryMethod } from '@whatsapp-optin/sdk/contract';
import { useMemo, type ReactNode } from 'react';
import { Button } from '../controls/button.js';
import { MaskedPhone } from '../controls/customer.js';
import { CustomerLink } from '../customers/customer-link.js';
import { StatusMark } from '../controls/status-mark.js';
import type { DataColumn } from '../table/data-column.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

interface QueueColumnsInput {
  status: AdminQueueTicket['status'];
  mayCall: boolean;
  /** Ticket under way. */
  calling: string | undefined;
  onCall: (ticket: AdminQueueTicket) => void;
  /** What the host adds to a ticket. */
  renderTicket: ((ticket: AdminQueueTicket) => ReactNode) | undefined;
}

export function useQueueColumns(input: QueueColumnsInput): readonly DataColumn<AdminQueueTicket>[] {
  const { status, mayCall, calling, onCall, renderTicket } = input;
  const { t } = useWords();
  return useMemo(() => {
    const isCalled = status === 'called';
    const word = t(isCalled ? 'queue.callAgain' : 'queue.call');
    const columns: DataColumn<AdminQueueTicket>[] = [
      { id: 'number', header: t('sessions.ticket'), kind: 'head', cell: ({ number }) => <bdi dir="ltr">{number}</bdi> },
      { id: 'customer', header: t('sessions.customer'), cell: ({ holder }) => <CustomerLink customer={holder} /> },
      { id: 'reach', header: t('queue.reach'), cell: (ticket) => <Reach ticket={ticket} /> },
      { id: 'last', header: t('queue.last'), kind: 'wide', cell: (ticket) => <LastNews ticket={ticket} /> },
      {
        id: 'since',
        header: t(isCalled ? 'queue.calledAt' : 'sessions.since'),
        cell: ({ createdAt, updatedAt }) => <Moment at={isCalled ? updatedAt : createdAt} as="ago" />,
      },
      {
        id: 'phone',
        header: t('sessions.phone'),
        from: 'large',
        cell: ({ holder }) => <MaskedPhone customer={holder} />,
      },
      {
        id: 'department',
        header: t('queue.department'),
        from: 'large',
        cell: ({ departmentName }) =>
          departmentName === null ? <span className="woa-muted">–</span> : <bdi>{departmentName}</bdi>,
      },
    ];
    if (renderTicket) columns.push({ id: 'host', header: t('act.details'), cell: renderTicket });
    if (!mayCall) return columns;
    return [
      ...columns,
      {
        id: 'call',
        header: t('queue.call'),
        kind: 'act',
        cell: (ticket) => (
          <Button
            size="small"
            busy={calling === ticket.id}
            disabled={calling !== undefined}
            aria-label={t(isCalled ? 'queue.callOneAgain' : 'queue.callOne', { number: ticket.number })}
            onClick={() => onCall(ticket)}
          >
            {word}
          </Button>
        ),
      },
    ];
  }, [t, status, mayCall, calling, onCall, renderTicket]);
}

const REACHING: readonly DeliveryMethod[] = ['push', 'whatsapp_fallback', 'sms_fallback'];

/** Whether a call would reach the holder by any channel. */
export function isReachable({ reach }: AdminQueueTicket): boolean {
  return reach !== null && REACHING.includes(reach.method);
}

function Reach({ ticket }: { ticket: AdminQueueTicket }) {
  const { t, named } = useWords();
  const { reach } = ticket;
  if (reach === null) return <StatusMark tone="warn">{t('queue.unknown')}</StatusMark>;
  const reaches = isReachable(ticket);
  return (
    <span className="woa-two-line">
      <StatusMark tone={reaches ? 'good' : 'warn'}>
        {reaches ? named('method', reach.method) : t('reach.nothing')}
      </StatusMark>
      {reach.reason && <span className="woa-note">{named('reason', reach.reason)}</span>}
    </span>
  );
}

/** The holder's tap says more than the notification before it. */
function LastNews({ ticket: { notice, action } }: { ticket: AdminQueueTicket }) {
  const { named } = useWords();
  if (action) {
    return (
      <span className="woa-mark" data-news="">
        <span className="woa-chip">{named('answer', action.action)}</span>
        <span className="woa-note">
          <Moment at={action.at} as="ago" />
        </span>
      </span>
    );
  }
  if (!notice) return <span className="woa-muted">–</span>;
  return (
    <StatusMark tone={notice.success ? 'good' : 'warn'}>
      {named('notificationType', notice.type)}
      <span className="woa-note">
        <Moment at={notice.at} as="ago" />
      </span>
    </StatusMark>
  );
}
