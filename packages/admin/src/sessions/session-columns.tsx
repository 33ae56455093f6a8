import type { AdminSession } from '@whatsapp-optin/sdk/contract';
import { useMemo } from 'react';
import { Clipped } from '../controls/clipped.js';
import { CustomerName, MaskedPhone, TicketNumber } from '../controls/customer.js';
import type { DataColumn } from '../table/data-column.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';
import { ReachableBy } from './reachable-by.js';
import { SessionEnd } from './session-end.js';

export type OpenCustomer = (session: AdminSession, opener: HTMLElement) => void;

/** @param onOpen - opens the panel of a customer; `undefined` for staff who may not read messages. */
export function useSessionColumns(onOpen: OpenCustomer | undefined): readonly DataColumn<AdminSession>[] {
  const { t, formats } = useWords();
  return useMemo(
    () => [
      {
        id: 'customerName',
        header: t('sessions.customer'),
        kind: 'head',
        isSortable: true,
        cell: (session) =>
          onOpen === undefined ? (
            <CustomerName customer={session.customer} />
          ) : (
            <button
              type="button"
              className="woa-name"
              data-opener=""
              aria-label={t('conversation.open', { name: session.customer.name ?? t('state.unnamed') })}
              onClick={(event) => onOpen(session, event.currentTarget)}
            >
              <CustomerName customer={session.customer} />
            </button>
          ),
      },
      {
        id: 'expiresAt',
        header: t('sessions.expires'),
        isSortable: true,
        cell: (session) => <SessionEnd session={session} />,
      },
      {
        id: 'reach',
        header: t('sessions.reach'),
        cell: ({ reachability }) => <ReachableBy reachability={reachability} />,
      },
      { id: 'ticket', header: t('sessions.ticket'), cell: ({ ticket }) => <TicketNumber ticket={ticket} /> },
      {
        id: 'openedBy',
        header: t('sessions.openedBy'),
        kind: 'wide',
        from: 'medium',
        cell: ({ openedBy }) =>
          openedBy.text === null ? (
            <span className="woa-muted">{t('sessions.forgotten')}</span>
          ) : (
            <Clipped text={openedBy.text} />
          ),
      },
      {
        id: 'phone',
        header: t('sessions.phone'),
        from: 'large',
        cell: ({ customer }) => <MaskedPhone customer={customer} />,
      },
      {
        id: 'initiatedAt',
        header: t('sessions.since'),
        from: 'huge',
        isSortable: true,
        cell: ({ initiatedAt }) => <Moment at={initiatedAt} />,
      },
      {
        id: 'renewals',
        header: t('sessions.renewals'),
        from: 'huge',
        kind: 'number',
        cell: ({ renewals: { notices, renewed } }) =>
          notices === 0 ? (
            <span className="woa-muted">–</span>
          ) : (
            <span title={t('sessions.renewalsHint', { renewed, notices })}>
              {formats.number(renewed)}/{formats.number(notices)}
            </span>
          ),
      },
    ],
    [t, formats, onOpen],
  );
}
