import {
  EVENT_DELIVERY_STATUSES,
  type EventDelivery,
  type EventDeliveryPage,
  type EventDeliveryStatus,
  type EventEndpoint,
  type EventsReplayed,
} from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct, useAdminList } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { Dialog } from '../controls/dialog.js';
import { Failure } from '../controls/failure.js';
import { FilterField } from '../controls/filters.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { StatusMark, type Tone } from '../controls/status-mark.js';
import type { DataColumn } from '../table/data-column.js';
import { DataTable } from '../table/data-table.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

const TONES: Readonly<Record<EventDeliveryStatus, Tone>> = { pending: 'info', delivered: 'good', dead: 'bad' };

interface DeliveriesDialogProps {
  endpoint: EventEndpoint;
  mayWrite: boolean;
  onClose: () => void;
}

/** What has become of the events at an address; one that failed for good is sent again by hand. */
export function DeliveriesDialog({ endpoint: { id, url, dead }, mayWrite, onClose }: DeliveriesDialogProps) {
  const { t, named } = useWords();
  const [status, setStatus] = useState<EventDeliveryStatus | ''>(dead > 0 ? 'dead' : '');
  const path = adminPaths.eventEndpoint(id);
  const list = useAdminList<EventDelivery, EventDeliveryPage>('settings', `${path}/deliveries`, { status, limit: 50 });
  const replay = useAct<string, EventsReplayed>(
    (api, eventId) => api.send('POST', `${path}/replay`, { eventId }),
    ['settings'],
  );
  const columns: DataColumn<EventDelivery>[] = [
    {
      id: 'type',
      header: t('events.event'),
      kind: 'head',
      cell: ({ type }) => named('eventType', type.replace('.', '_')),
    },
    {
      id: 'status',
      header: t('keys.status'),
      cell: (delivery) => (
        <StatusMark tone={TONES[delivery.status]}>{named('eventStatus', delivery.status)}</StatusMark>
      ),
    },
    {
      id: 'why',
      header: t('events.answer'),
      kind: 'wide',
      cell: ({ httpStatus, lastError }) => <bdi dir="ltr">{lastError ?? httpStatus ?? '–'}</bdi>,
    },
    { id: 'at', header: t('compliance.when'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ];
  if (mayWrite) {
    columns.push({
      id: 'replay',
      header: t('keys.acts'),
      kind: 'act',
      cell: ({ eventId, type, status: now }) =>
        now === 'pending' ? null : (
          <Button
            size="small"
            busy={replay.isPending && replay.variables === eventId}
            aria-label={`${t('events.replay')} – ${named('eventType', type.replace('.', '_'))}`}
            onClick={() => replay.mutate(eventId)}
          >
            {t('events.replay')}
          </Button>
        ),
    });
  }
  return (
    <Dialog
      wide
      heading={t('events.deliveries')}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('act.close')}</Button>}
    >
      <p className="woa-note">
        <bdi dir="ltr">{url}</bdi>
      </p>
      <div className="woa-filters">
        <FilterField<EventDeliveryStatus>
          label={t('keys.status')}
          all={t('events.anyStatus')}
          value={status}
          onChange={setStatus}
          choices={EVENT_DELIVERY_STATUSES.map((value) => ({ value, label: named('eventStatus', value) }))}
        />
      </div>
      {replay.error && <Failure error={replay.error} />}
      {list.error ? (
        <Failure error={list.error} onRetry={list.refetch} />
      ) : list.isLoading ? (
        <Loading lines={4} />
      ) : (
        <DataTable
          name={t('events.deliveries')}
          columns={columns}
          rows={list.items}
          idOf={({ eventId }) => eventId}
          nameOf={({ eventId }) => eventId}
          empty={<Empty heading={t('events.none')} />}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          loadMore={list.loadMore}
        />
      )}
    </Dialog>
  );
}
