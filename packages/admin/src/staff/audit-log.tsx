import { AUDIT_ACTIONS, type AuditAction, type AuditEntry } from '@whatsapp-optin/sdk/contract';
import { useMemo, useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminList } from '../connection/use-admin-query.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Failure } from '../controls/failure.js';
import { DayRangeField, FilterField } from '../controls/filters.js';
import { Empty, Loading } from '../controls/placeholders.js';
import type { DataColumn } from '../table/data-column.js';
import { DataTable } from '../table/data-table.js';
import { momentsOf } from '../time/moments-of.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

/** Which member of staff did what, and when; without phones, texts and keys. Needs the scope `audit.read`. */
export function AuditLog() {
  const { t, named, formats } = useWords();
  const [action, setAction] = useState<AuditAction | ''>('');
  const [range, setRange] = useState<{ from?: string; to?: string }>({});
  const query = { action, ...momentsOf(range, formats) };
  const list = useAdminList<AuditEntry>('settings', adminPaths.auditLog, query);
  const columns = useAuditColumns();
  return (
    <AdminRoot aria-label={t('audit.heading')}>
      <DashboardHead heading={t('audit.heading')} description={t('audit.description')} isLive={false}>
        <DayRangeField value={range} onChange={setRange} />
        <FilterField<AuditAction>
          label={t('audit.action')}
          all={t('audit.all')}
          value={action}
          onChange={setAction}
          choices={AUDIT_ACTIONS.map((value) => ({ value, label: named('auditAction', nameOf(value)) }))}
        />
      </DashboardHead>
      {list.error ? (
        <Failure error={list.error} onRetry={list.refetch} />
      ) : list.isLoading ? (
        <Loading lines={8} />
      ) : (
        <DataTable
          name={t('audit.heading')}
          columns={columns}
          rows={list.items}
          idOf={({ id }) => id}
          nameOf={({ id }) => id}
          empty={<Empty heading={t('audit.empty')}>{t('audit.emptyHint')}</Empty>}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          loadMore={list.loadMore}
        />
      )}
    </AdminRoot>
  );
}

/** A key of i18next has no dot in its last part. */
function nameOf(action: AuditAction): string {
  return action.replace('.', '_');
}

function useAuditColumns(): readonly DataColumn<AuditEntry>[] {
  const { t, named } = useWords();
  return useMemo(
    () => [
      { id: 'at', header: t('compliance.when'), cell: ({ at }) => <Moment at={at} /> },
      {
        id: 'action',
        header: t('audit.action'),
        kind: 'head',
        cell: ({ action }) => named('auditAction', nameOf(action)),
      },
      { id: 'actor', header: t('audit.actor'), cell: ({ actor }) => <bdi>{actor.name}</bdi> },
      { id: 'by', header: t('audit.by'), cell: ({ actor }) => named('actorBy', actor.by) },
      {
        id: 'target',
        header: t('audit.target'),
        cell: ({ target }) => (target ? <bdi dir="ltr">{target}</bdi> : <span className="woa-muted">–</span>),
      },
      {
        id: 'details',
        header: t('act.details'),
        kind: 'wide',
        cell: ({ details }) => {
          const text = Object.entries(details)
            .map(([name, value]) => `${name}: ${String(value)}`)
            .join(' · ');
          return (
            <bdi className="woa-muted" dir="ltr" title={text}>
              {text || '–'}
            </bdi>
          );
        },
      },
    ],
    [t, named],
  );
}
