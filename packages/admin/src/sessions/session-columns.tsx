import type { AdminSession, SessionStatus } from '@whatsapp-optin/sdk/contract';
import { useMemo } from 'react';
import { Clipped } from '../controls/clipped.js';
import { CustomerName, MaskedPhone, TicketNumber } from '../controls/customer.js';
import { StatusMark, type Tone } from '../controls/status-mark.js';
import type { DataColumn } from '../table/data-column.js';
import { Moment } from '../time/moment.js';
import type { WordKey } from '../words/catalogue.js';
import { useWords } from '../words/use-words.js';
import { ReachableBy } from './reachable-by.js';

export type OpenCustomer = (session: AdminSession, opener: HTMLElement) => void;

const STATES: Readonly<Record<SessionStatus, readonly [Tone, WordKey]>> = {
  active: ['good', 'sessions.active'],
  expiring: ['warn', 'sessions.expiring'],
  ended: ['quiet', 'sessions.ended'],
};

/** @param onOpen - opens the panel of a customer; `undefined` for staff who may not read messages. */
export function useSessionColumns(onOpen: OpenCustomer | undefined): readonly DataColumn<AdminSession>[] {
  const { t, named, formats } = useWords();
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
              aria-label={t('conversation.open', { name: session.customer.name ?? t('state.unnamed') })}
              onClick={(event) => onOpen(session, event.currentTarget)}
            >
              <CustomerName customer={session.customer} />
            </button>
          ),
      },
      { id: 'ticket', header: t('sessions.ticket'), cell: ({ ticket }) => <TicketNumber ticket={ticket} /> },
      { id: 'phone', header: t('sessions.phone'), cell: ({ customer }) => <MaskedPhone customer={customer} /> },
      {
        id: 'status',
        header: t('sessions.status'),
        cell: ({ status, endReason }) => {
          const [tone, word] = STATES[status];
          return (
            <StatusMark tone={tone}>
              {t(word)}
              {endReason && <span className="woa-muted">({named('endReason', endReason)})</span>}
            </StatusMark>
          );
        },
      },
      {
        id: 'expiresAt',
        header: t('sessions.expires'),
        isSortable: true,
        cell: ({ expiresAt, endedAt }) => <Moment at={endedAt ?? expiresAt} as="span" />,
      },
      {
        id: 'reach',
        header: t('sessions.reach'),
        cell: ({ reachability }) => <ReachableBy reachability={reachability} />,
      },
      {
        id: 'openedBy',
        header: t('sessions.openedBy'),
        kind: 'wide',
        cell: ({ openedBy }) =>
          openedBy.text === null ? (
            <span className="woa-muted">{t('sessions.forgotten')}</span>
          ) : (
            <Clipped text={openedBy.text} />
          ),
      },
      {
        id: 'initiatedAt',
        header: t('sessions.since'),
        isSortable: true,
        cell: ({ initiatedAt }) => <Moment at={initiatedAt} />,
      },
      {
        id: 'renewals',
        header: t('sessions.renewals'),
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
    [t, named, formats, onOpen],
  );
}
