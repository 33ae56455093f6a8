import type { AdminQueue, AdminQueueTicket } from '@whatsapp-optin/sdk/contract';
import { useState, type ReactNode } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Failure } from '../controls/failure.js';
import { FilterField } from '../controls/filters.js';
import { Notice } from '../controls/notice.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { Tiles } from '../controls/tiles.js';
import { DataTable } from '../table/data-table.js';
import { useWords } from '../words/use-words.js';
import { CallResult } from './call-result.js';
import { isReachable, useQueueColumns } from './queue-columns.js';
import { useCall, type CallTicket } from './use-call.js';

/** Options of `QueuePanel`. */
export interface QueuePanelProps {
  /** Department that is shown at first. @default all */
  departmentName?: string;
  /**
   * Calls a ticket in the host's own queue, in place of `POST /api/admin/tickets/:ticketId/call`: for a host whose system
   * decides who is called. @default the server's own call
   */
  onCall?: CallTicket;
  /** What the host adds to a ticket's row: a link to its own record, say. @default nothing */
  renderTicket?: (ticket: AdminQueueTicket) => ReactNode;
  /** More buttons beside "Call next". @default none */
  children?: ReactNode;
}

/**
 * The queue: who waits, who is called, who hears that their turn is near, how a call reaches each, and what customers answered.
 * Needs the scope `sessions.read`; calling needs `notifications.write`.
 */
export function QueuePanel({ departmentName = '', onCall, renderTicket, children }: QueuePanelProps) {
  const { t } = useWords();
  const [department, setDepartment] = useState(departmentName);
  const query = department === '' ? {} : { departmentName: department };
  const { data, error, refetch } = useAdminQuery<AdminQueue>('tickets', adminPaths.queue, query);
  const mayCall = useMay('notifications.write');
  const calls = useCall(data?.items ?? [], onCall);
  const columns = { mayCall, calling: calls.calling, onCall: calls.call, renderTicket };
  const waitingColumns = useQueueColumns({ ...columns, status: 'waiting' });
  const calledColumns = useQueueColumns({ ...columns, status: 'called' });
  const waiting = data?.items.filter(({ status }) => status === 'waiting') ?? [];
  const called = data?.items.filter(({ status }) => status === 'called') ?? [];
  return (
    <AdminRoot aria-label={t('queue.heading')}>
      <DashboardHead heading={t('queue.heading')} description={t('queue.description')}>
        {children}
        {mayCall && (
          <Button
            kind="primary"
            busy={calls.calling === 'next'}
            disabled={waiting.length === 0 || calls.calling !== undefined}
            onClick={() => calls.call('next')}
          >
            {t('queue.callNext')}
          </Button>
        )}
      </DashboardHead>
      <QueueTiles queue={data} waiting={waiting} />
      {data && data.departments.length > 1 && (
        <div className="woa-filters">
          <FilterField
            label={t('queue.department')}
            all={t('queue.anyDepartment')}
            value={department}
            onChange={setDepartment}
            choices={data.departments.map((value) => ({ value, label: value }))}
          />
        </div>
      )}
      {calls.error && <CallFailure error={calls.error} />}
      {calls.outcome && <CallResult outcome={calls.outcome} />}
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading lines={8} />}
      {data && (
        <>
          <section className="woa-stack" aria-label={t('queue.waiting')}>
            <h3>{t('queue.waiting')}</h3>
            <DataTable
              {...{ ...SHORT, name: t('queue.waiting'), columns: waitingColumns, rows: waiting }}
              empty={<Empty heading={t('queue.empty')}>{t('queue.emptyHint')}</Empty>}
            />
            {data.waiting > waiting.length && (
              <p className="woa-note">{t('queue.more', { count: data.waiting - waiting.length })}</p>
            )}
          </section>
          <section className="woa-stack" aria-label={t('queue.called')}>
            <h3>{t('queue.called')}</h3>
            <DataTable
              {...{ ...SHORT, name: t('queue.called'), columns: calledColumns, rows: called }}
              empty={<p className="woa-empty">{t('queue.noneCalled')}</p>}
            />
          </section>
        </>
      )}
    </AdminRoot>
  );
}

/** The queue comes whole. */
const SHORT = {
  idOf: ({ id }: AdminQueueTicket) => id,
  nameOf: ({ number }: AdminQueueTicket) => number,
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => undefined,
};

function CallFailure({ error }: { error: NonNullable<ReturnType<typeof useCall>['error']> }) {
  const { t } = useWords();
  if (error.code !== 'TICKET_CALLED') return <Failure error={error} />;
  return <Notice tone="warn" live heading={t('queue.taken')} />;
}

/** What the tiles count is what the list below shows; only those who wait are counted whole. */
function QueueTiles({ queue, waiting }: { queue: AdminQueue | undefined; waiting: readonly AdminQueueTicket[] }) {
  const { t, formats } = useWords();
  const count = (value: number | undefined) => (value === undefined ? '–' : formats.number(value));
  const almost = waiting.filter(({ notice }) => notice?.type === 'almost_your_turn' && notice.success);
  return (
    <Tiles
      tiles={[
        { label: t('queue.waiting'), value: count(queue?.waiting) },
        { label: t('queue.almost'), value: count(queue && almost.length), note: t('queue.almostNote') },
        {
          label: t('queue.reachable'),
          value: count(queue && waiting.filter(isReachable).length),
          note: t('queue.reachableNote', { count: waiting.length }),
        },
        { label: t('queue.called'), value: count(queue?.called) },
      ]}
    />
  );
}
