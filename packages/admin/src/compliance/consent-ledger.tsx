import type { AdminConsent, ConsentFilter } from '@whatsapp-optin/sdk/contract';
import { useMemo, useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminList } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { Clipped } from '../controls/clipped.js';
import { Changed } from '../controls/changed.js';
import { Dialog } from '../controls/dialog.js';
import { ExportButton } from '../controls/export-button.js';
import { Failure } from '../controls/failure.js';
import { FilterField, SearchField } from '../controls/filters.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { StatusMark } from '../controls/status-mark.js';
import type { DataColumn } from '../table/data-column.js';
import { DataTable } from '../table/data-table.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';
import { ConsentDetails } from './consent-details.js';

/** The journal: what people agreed to or withdrew, in which words, shown by which message of theirs. */
export function ConsentLedger() {
  const { t } = useWords();
  const [filter, setFilter] = useState<ConsentFilter>({});
  const [open, setOpen] = useState<AdminConsent | null>(null);
  const columns = useConsentColumns(setOpen);
  const list = useAdminList<AdminConsent>('sessions', adminPaths.consents, filter);
  const isFiltered = Object.keys(filter).length > 0;
  const narrow = (name: 'ticketId' | 'action', value: string) => {
    const { [name]: _dropped, ...rest } = filter;
    setFilter(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <>
      <div className="woa-head">
        <div className="woa-head-text">
          <h3>{t('compliance.ledger')}</h3>
          <p className="woa-note">{t('compliance.ledgerHint')}</p>
        </div>
        <div className="woa-actions">
          <SearchField
            label={t('deliveries.ticketId')}
            value={filter.ticketId ?? ''}
            onChange={(ticketId) => narrow('ticketId', ticketId)}
          />
          <FilterField
            label={t('compliance.action')}
            all={t('filter.all')}
            value={filter.action ?? ''}
            onChange={(action) => narrow('action', action)}
            choices={[
              { value: 'granted', label: t('consentAction.granted') },
              { value: 'withdrawn', label: t('consentAction.withdrawn') },
            ]}
          />
          <ExportButton table="consents" filter={filter} />
        </div>
      </div>
      <Changed list={list} />
      {list.error ? (
        <Failure error={list.error} onRetry={list.refetch} />
      ) : list.isLoading ? (
        <Loading lines={5} />
      ) : (
        <DataTable
          name={t('compliance.ledger')}
          columns={columns}
          rows={list.items}
          idOf={({ id }) => id}
          nameOf={({ contactId }) => contactId}
          empty={
            <Empty heading={t(isFiltered ? 'table.noMatch' : 'compliance.noConsents')}>
              {t(isFiltered ? 'table.noMatchHint' : 'compliance.noConsentsHint')}
            </Empty>
          }
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          loadMore={list.loadMore}
        />
      )}
      {open && (
        <Dialog
          wide
          heading={t('compliance.consent')}
          onClose={() => setOpen(null)}
          foot={<Button onClick={() => setOpen(null)}>{t('act.close')}</Button>}
        >
          <ConsentDetails consent={open} />
        </Dialog>
      )}
    </>
  );
}

function useConsentColumns(open: (consent: AdminConsent) => void): readonly DataColumn<AdminConsent>[] {
  const { t, named, formats } = useWords();
  return useMemo(
    () => [
      {
        id: 'recordedAt',
        header: t('compliance.when'),
        kind: 'head',
        cell: ({ recordedAt }) => <Moment at={recordedAt} />,
      },
      {
        id: 'action',
        header: t('compliance.action'),
        cell: ({ action }) => (
          <StatusMark tone={action === 'granted' ? 'good' : 'bad'}>{named('consentAction', action)}</StatusMark>
        ),
      },
      { id: 'method', header: t('compliance.how'), cell: ({ method }) => named('consentMethod', method) },
      { id: 'evidence', header: t('compliance.evidence'), cell: ({ evidence }) => named('evidence', evidence) },
      {
        id: 'wording',
        header: t('compliance.wording'),
        kind: 'wide',
        cell: ({ wording }) => (wording ? <Clipped text={wording} /> : <span className="woa-muted">–</span>),
      },
      {
        id: 'seal',
        header: t('compliance.seal'),
        kind: 'number',
        cell: ({ seal }) =>
          seal ? (
            <span title={seal.hash}>{formats.number(seal.position)}</span>
          ) : (
            <span className="woa-muted">{t('compliance.unsealed')}</span>
          ),
      },
      {
        id: 'open',
        header: t('act.details'),
        cell: (consent) => (
          <Button
            size="small"
            kind="plain"
            aria-label={`${t('act.details')} – ${formats.moment(new Date(consent.recordedAt))}`}
            onClick={() => open(consent)}
          >
            {t('act.details')}
          </Button>
        ),
      },
    ],
    [t, named, formats, open],
  );
}
