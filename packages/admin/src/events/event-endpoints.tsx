import type { EventEndpoint, EventEndpointCreated, EventEndpointList } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { CopyButton } from '../controls/copy-button.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Dialog } from '../controls/dialog.js';
import { Failure } from '../controls/failure.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { useWords } from '../words/use-words.js';
import { DeliveriesDialog } from './deliveries-dialog.js';
import { EndpointCard } from './endpoint-card.js';
import { EndpointDialog } from './endpoint-dialog.js';

type Open = { what: 'form'; endpoint: EventEndpoint | null } | { what: 'deliveries'; endpoint: EventEndpoint };

/**
 * Where the events of the organization go: addresses, their secrets, what failed. Needs the scope `settings.read`; changes need
 * `settings.write`.
 */
export function EventEndpoints() {
  const { t } = useWords();
  const mayWrite = useMay('settings.write');
  const { data, error, refetch } = useAdminQuery<EventEndpointList>('settings', adminPaths.eventEndpoints);
  const [open, setOpen] = useState<Open | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => setOpen(null);
  return (
    <AdminRoot aria-label={t('events.heading')}>
      <DashboardHead heading={t('events.heading')} description={t('events.description')} isLive={false}>
        {mayWrite && (
          <Button kind="primary" onClick={() => setOpen({ what: 'form', endpoint: null })}>
            {t('events.add')}
          </Button>
        )}
      </DashboardHead>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && (
        <div className="woa-panel">
          <Empty heading={t('events.empty')}>{t('events.emptyHint')}</Empty>
        </div>
      )}
      {data?.items.map((endpoint) => (
        <EndpointCard
          key={endpoint.id}
          endpoint={endpoint}
          mayWrite={mayWrite}
          onEdit={() => setOpen({ what: 'form', endpoint })}
          onDeliveries={() => setOpen({ what: 'deliveries', endpoint })}
          onSecret={setSecret}
        />
      ))}
      {open?.what === 'form' && (
        <EndpointDialog
          endpoint={open.endpoint}
          onClose={close}
          onSaved={(answer) => {
            close();
            if (isCreated(answer)) setSecret(answer.secret);
          }}
        />
      )}
      {open?.what === 'deliveries' && <DeliveriesDialog endpoint={open.endpoint} mayWrite={mayWrite} onClose={close} />}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </AdminRoot>
  );
}

function isCreated(endpoint: EventEndpoint | EventEndpointCreated): endpoint is EventEndpointCreated {
  return 'secret' in endpoint;
}

function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog
      heading={t('events.secret')}
      onClose={onClose}
      foot={
        <>
          <CopyButton text={secret} />
          <Button onClick={onClose}>{t('act.close')}</Button>
        </>
      }
    >
      <p>{t('events.secretHint')}</p>
      <code className="woa-code">{secret}</code>
    </Dialog>
  );
}
