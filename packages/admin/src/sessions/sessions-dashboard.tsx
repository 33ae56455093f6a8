import {
  SESSION_STATUSES,
  type AdminSession,
  type AdminSessionPage,
  type SessionFilter,
  type SessionSort,
  type SessionStatus,
} from '@whatsapp-optin/sdk/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminList } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { Changed } from '../controls/changed.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { ExportButton } from '../controls/export-button.js';
import { Failure } from '../controls/failure.js';
import { DayRangeField, FilterField, SearchField } from '../controls/filters.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { DataTable } from '../table/data-table.js';
import { momentsOf } from '../time/moments-of.js';
import type { Formats } from '../words/create-formats.js';
import { useWords } from '../words/use-words.js';
import { BulkDialog, type BulkTarget } from './bulk-dialog.js';
import { CustomerPanel } from './customer-panel.js';
import { useSessionColumns, type OpenCustomer } from './session-columns.js';
import { SessionTiles } from './session-tiles.js';

interface Shown {
  status?: SessionStatus;
  search?: string;
  from?: string;
  to?: string;
}

const BULK_LIMIT = 200;
const NOBODY: ReadonlySet<string> = new Set();

/** Options of `SessionsDashboard`. */
export interface SessionsDashboardProps {
  /** Name, ticket or phone that the list is searched for at first. @default none */
  search?: string;
}

/**
 * Who can be reached by WhatsApp, how else, and until when. A manager ends sessions and sends renewal messages. Needs the scope
 * `sessions.read`.
 */
export function SessionsDashboard({ search: wanted = '' }: SessionsDashboardProps) {
  const { t, named, formats } = useWords();
  const [shown, setShown] = useState<Shown>(wanted === '' ? {} : { search: wanted });
  const [sort, setSort] = useState<SessionSort>('-expiresAt');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NOBODY);
  const [target, setTarget] = useState<BulkTarget | null>(null);
  const mayWrite = useMay('sessions.write');
  const mayRead = useMay('messages.read');
  const [open, setOpen] = useState<AdminSession | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const openCustomer = useCallback<OpenCustomer>((session, from) => {
    opener.current = from;
    setOpen(session);
  }, []);
  const columns = useSessionColumns(mayRead ? openCustomer : undefined);
  const filter = filterOf(shown, formats);
  const list = useAdminList<AdminSession, AdminSessionPage>('sessions', adminPaths.sessions, { ...filter, sort });
  const isFiltered = Object.keys(filter).length > 0;

  const change = (next: Shown) => {
    setShown(next);
    setChosen(NOBODY);
  };
  const narrow = <Name extends keyof Shown>(name: Name, value: Shown[Name] | '') => {
    const { [name]: _dropped, ...rest } = shown;
    change(value === '' ? rest : { ...rest, [name]: value });
  };
  const startBulk = (action: BulkTarget['action']) =>
    setTarget({ action, sessionIds: [...chosen].slice(0, BULK_LIMIT) });

  const at = open ? list.items.findIndex(({ id }) => id === open.id) : -1;
  const stepTo = (session: AdminSession | undefined) => session && (() => setOpen(session));

  // Not before the panel is gone: a modal one lets nothing outside have the focus.
  useEffect(() => {
    if (open === null) opener.current?.focus();
  }, [open]);

  return (
    <AdminRoot aria-label={t('sessions.heading')}>
      <div className="woa-split" data-open={open !== null || undefined}>
        <div className="woa-page">
          <DashboardHead heading={t('sessions.heading')} description={t('sessions.description')}>
            {mayWrite && (
              <Button onClick={() => setTarget({ action: 'remind', filter: { status: 'expiring' } })}>
                {t('sessions.remindExpiring')}
              </Button>
            )}
            <ExportButton table="sessions" filter={filter} />
          </DashboardHead>
          <SessionTiles status={shown.status} onStatus={(status) => narrow('status', status)} />
          <div className="woa-filters">
            <SearchField
              label={t('sessions.search')}
              value={shown.search ?? ''}
              onChange={(search) => narrow('search', search)}
            />
            <FilterField
              label={t('sessions.status')}
              all={t('sessions.all')}
              value={shown.status ?? ''}
              onChange={(status) => narrow('status', status)}
              choices={SESSION_STATUSES.map((value) => ({ value, label: named('sessions', value) }))}
            />
            <DayRangeField
              value={shown}
              onChange={({ from, to }) => change({ ...without(shown), ...(from && { from }), ...(to && { to }) })}
            />
            {isFiltered && (
              <Button kind="plain" onClick={() => change({})}>
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
              name={t('sessions.heading')}
              columns={columns}
              rows={list.items}
              idOf={({ id }) => id}
              openId={open?.id}
              onOpen={openCustomer}
              nameOf={({ customer, ticket }) =>
                customer.name ?? ticket?.number ?? customer.maskedPhone ?? customer.contactId
              }
              sort={sort}
              onSort={(next) => {
                setSort(next as SessionSort);
                setChosen(NOBODY);
              }}
              {...(mayWrite && { chosen, onChoose: setChosen })}
              chosenBar={
                <>
                  <b role="status">{t('table.chosen', { count: chosen.size })}</b>
                  {chosen.size > BULK_LIMIT && (
                    <span className="woa-note">{t('bulk.limit', { count: BULK_LIMIT })}</span>
                  )}
                  <Button size="small" kind="primary" onClick={() => startBulk('remind')}>
                    {t('sessions.remind')}
                  </Button>
                  <Button size="small" kind="danger" onClick={() => startBulk('end')}>
                    {t('sessions.end')}
                  </Button>
                  <Button size="small" kind="plain" onClick={() => setChosen(NOBODY)}>
                    {t('table.unselect')}
                  </Button>
                </>
              }
              empty={
                list.hasMore ? (
                  // A search that has found nobody yet goes on.
                  <Loading lines={8} />
                ) : isFiltered ? (
                  <Empty heading={t('table.noMatch')}>{t('table.noMatchHint')}</Empty>
                ) : (
                  <Empty heading={t('sessions.empty')}>{t('sessions.emptyHint')}</Empty>
                )
              }
              hasMore={list.hasMore}
              isLoadingMore={list.isLoadingMore}
              loadMore={list.loadMore}
            />
          )}
        </div>
        {open && (
          <CustomerPanel
            session={list.items[at] ?? open}
            onClose={() => setOpen(null)}
            onPrevious={stepTo(list.items[at - 1])}
            onNext={stepTo(at < 0 ? undefined : list.items[at + 1])}
          />
        )}
      </div>
      {target && (
        <BulkDialog
          target={target}
          onClose={() => {
            setTarget(null);
            setChosen(NOBODY);
          }}
        />
      )}
    </AdminRoot>
  );
}

/** A search of one letter would match half of the list: the server wants two. */
function filterOf({ search = '', status, ...range }: Shown, formats: Formats): SessionFilter {
  return { ...(search.length > 1 && { search }), ...(status && { status }), ...momentsOf(range, formats) };
}

function without({ from: _from, to: _to, ...rest }: Shown): Shown {
  return rest;
}
