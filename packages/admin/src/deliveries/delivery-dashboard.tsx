import {
  DELIVERY_METHODS,
  NOTIFICATION_TYPES,
  type AdminNotification,
  type DeliveryMethod,
  type NotificationFilter,
  type NotificationType,
} from '@whatsapp-optin/sdk/contract';
import { useMemo, useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminList } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { Changed } from '../controls/changed.js';
import { TicketNumber } from '../controls/customer.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { ExportButton } from '../controls/export-button.js';
import { Failure } from '../controls/failure.js';
import { FilterField, SearchField } from '../controls/filters.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { CustomerLink } from '../customers/customer-link.js';
import type { DataColumn } from '../table/data-column.js';
import { DataTable } from '../table/data-table.js';
import { useDayRange } from '../time/day-range.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';
import { DeliveryFigures } from './delivery-figures.js';
import { MethodMark, AttemptMarks } from './delivery-marks.js';
import { DeliveryDialog } from './delivery-dialog.js';

const OUTCOMES = ['failed', 'waiting', 'late', 'unknown', 'parked'] as const;

/**
 * Every notification with its attempts, totals by method, failures by reason, and work that was set aside. Needs the scope
 * `notifications.read`.
 */
export function DeliveryDashboard() {
  const { t, named } = useWords();
  const { range, chooser } = useDayRange();
  const [filter, setFilter] = useState<NotificationFilter>({});
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = useDeliveryColumns(setOpenId);
  const list = useAdminList<AdminNotification>('notifications', adminPaths.notifications, filter);
  const isFiltered = Object.keys(filter).length > 0;
  const narrow = <Name extends keyof NotificationFilter>(name: Name, value: NotificationFilter[Name] | '') => {
    const { [name]: _dropped, ...rest } = filter;
    setFilter(value === '' ? rest : { ...rest, [name]: value });
  };
  const choices = <Value extends string>(section: string, values: readonly Value[]) =>
    values.map((value) => ({ value, label: named(section, value) }));
  return (
    <AdminRoot aria-label={t('deliveries.heading')}>
      <DashboardHead heading={t('deliveries.heading')} description={t('deliveries.description')}>
        {chooser}
        <ExportButton table="notifications" filter={filter} />
      </DashboardHead>
      <DeliveryFigures range={range} method={filter.method} onMethod={(method) => narrow('method', method)} />
      <div className="woa-filters">
        <SearchField
          label={t('deliveries.ticketId')}
          value={filter.ticketId ?? ''}
          onChange={(ticketId) => narrow('ticketId', ticketId)}
        />
        <FilterField<NotificationType>
          label={t('deliveries.what')}
          all={t('deliveries.anyType')}
          value={filter.type ?? ''}
          onChange={(type) => narrow('type', type)}
          choices={choices('notificationType', NOTIFICATION_TYPES)}
        />
        <FilterField<DeliveryMethod>
          label={t('deliveries.method')}
          all={t('deliveries.anyMethod')}
          value={filter.method ?? ''}
          onChange={(method) => narrow('method', method)}
          choices={choices('method', DELIVERY_METHODS)}
        />
        <FilterField<(typeof OUTCOMES)[number]>
          label={t('deliveries.outcome')}
          all={t('deliveries.anyOutcome')}
          value={filter.outcome ?? ''}
          onChange={(outcome) => narrow('outcome', outcome)}
          choices={choices('deliveryOutcome', OUTCOMES)}
        />
        {isFiltered && (
          <Button kind="plain" onClick={() => setFilter({})}>
            {t('act.clear')}
          </Button>
        )}
      </div>
      <Changed list={list} />
      {list.error ? (
        <Failure error={list.error} onRetry={list.refetch} />
      ) : list.isLoading ? (
        <Loading lines={8} />
      ) : (
        <DataTable
          name={t('deliveries.list')}
          columns={columns}
          rows={list.items}
          idOf={({ id }) => id}
          nameOf={({ ticket, id }) => ticket?.number ?? id}
          openId={openId ?? undefined}
          onOpen={({ id }) => setOpenId(id)}
          empty={
            <Empty heading={t(isFiltered ? 'table.noMatch' : 'deliveries.empty')}>
              {t(isFiltered ? 'table.noMatchHint' : 'deliveries.emptyHint')}
            </Empty>
          }
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          loadMore={list.loadMore}
        />
      )}
      {openId && <DeliveryDialog id={openId} onClose={() => setOpenId(null)} />}
    </AdminRoot>
  );
}

function useDeliveryColumns(open: (id: string) => void): readonly DataColumn<AdminNotification>[] {
  const { t, named } = useWords();
  return useMemo(
    () => [
      {
        id: 'type',
        header: t('deliveries.what'),
        kind: 'head',
        cell: ({ id, type, kind, ticket }) => (
          <button
            type="button"
            className="woa-name"
            data-opener=""
            aria-label={`${t('act.details')} – ${named('notificationType', type ?? kind)} ${ticket?.number ?? ''}`}
            onClick={() => open(id)}
          >
            {named('notificationType', type ?? kind)}
          </button>
        ),
      },
      { id: 'method', header: t('deliveries.method'), cell: ({ method }) => <MethodMark method={method} /> },
      { id: 'customer', header: t('sessions.customer'), cell: ({ customer }) => <CustomerLink customer={customer} /> },
      { id: 'ticket', header: t('sessions.ticket'), cell: ({ ticket }) => <TicketNumber ticket={ticket} /> },
      {
        id: 'attempts',
        header: t('deliveries.attempts'),
        from: 'medium',
        cell: ({ attempts }) => <AttemptMarks attempts={attempts} />,
      },
      {
        id: 'reason',
        header: t('deliveries.reason'),
        kind: 'wide',
        cell: ({ reason, late, unknown }) => (
          <span className="woa-muted">
            {reason ? named('reason', reason) : '–'}
            {late && ` · ${t('deliveries.late')}`}
            {unknown && ` · ${t('deliveries.unknown')}`}
          </span>
        ),
      },
      { id: 'createdAt', header: t('deliveries.asked'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    ],
    [t, named, open],
  );
}
