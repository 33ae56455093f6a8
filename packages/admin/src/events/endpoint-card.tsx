import type {
  EventEndpoint,
  EventEndpointChanges,
  EventEndpointCreated,
  EventsReplayed,
} from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { Dialog } from '../controls/dialog.js';
import { Failure } from '../controls/failure.js';
import { Notice } from '../controls/notice.js';
import { StatusMark } from '../controls/status-mark.js';
import { Moment } from '../time/moment.js';
import type { WordKey } from '../words/catalogue.js';
import { useWords } from '../words/use-words.js';

interface EndpointCardProps {
  endpoint: EventEndpoint;
  mayWrite: boolean;
  onEdit: () => void;
  onDeliveries: () => void;
  /** A new secret, to be shown once. */
  onSecret: (secret: string) => void;
}

type Asked = 'rotate' | 'delete';

const QUESTIONS: Readonly<Record<Asked, readonly [heading: WordKey, hint: WordKey, act: WordKey]>> = {
  rotate: ['events.rotateHeading', 'events.rotateHint', 'events.rotate'],
  delete: ['events.deleteHeading', 'events.deleteHint', 'events.delete'],
};

/** One address: whether events arrive there, and what can be done. */
export function EndpointCard({ endpoint, mayWrite, onEdit, onDeliveries, onSecret }: EndpointCardProps) {
  const { t, named, formats } = useWords();
  const { id, url, description, types, enabled, pending, dead, lastSuccessAt, lastFailureAt } = endpoint;
  const [asked, setAsked] = useState<Asked | null>(null);
  const path = adminPaths.eventEndpoint(id);
  const change = useAct<EventEndpointChanges, EventEndpoint>((api, body) => api.send('PUT', path, body), ['settings']);
  const test = useAct<void, unknown>((api) => api.send('POST', `${path}/test`), ['settings']);
  const replay = useAct<void, EventsReplayed>(
    (api) => api.send('POST', `${path}/replay`, { since: new Date(0).toISOString(), which: 'dead' }),
    ['settings'],
  );
  const rotate = useAct<void, EventEndpointCreated>((api) => api.send('POST', `${path}/rotate`, {}), ['settings']);
  const remove = useAct<void, void>((api) => api.send('DELETE', path), ['settings']);
  const error = change.error ?? test.error ?? replay.error ?? rotate.error ?? remove.error;
  const confirm = () => {
    const close = () => setAsked(null);
    if (asked === 'delete') remove.mutate(undefined, { onSettled: close });
    else rotate.mutate(undefined, { onSettled: close, onSuccess: ({ secret }) => onSecret(secret) });
  };
  return (
    <section className="woa-panel" aria-label={url}>
      <div className="woa-head">
        <div className="woa-head-text">
          <h3>
            <bdi dir="ltr">{url}</bdi>
          </h3>
          {description !== '' && (
            <p className="woa-note">
              <bdi>{description}</bdi>
            </p>
          )}
        </div>
        <EndpointState endpoint={endpoint} />
      </div>
      <dl className="woa-details">
        <dt>{t('events.types')}</dt>
        <dd>
          {types.length === 0
            ? t('events.allTypes')
            : formats.list(types.map((type) => named('eventType', type.replace('.', '_'))))}
        </dd>
        <dt>{t('events.lastSuccess')}</dt>
        <dd>{lastSuccessAt ? <Moment at={lastSuccessAt} as="ago" /> : t('time.never')}</dd>
        <dt>{t('events.lastFailure')}</dt>
        <dd>{lastFailureAt ? <Moment at={lastFailureAt} as="ago" /> : t('time.never')}</dd>
        <dt>{t('events.pending')}</dt>
        <dd>{formats.number(pending)}</dd>
        <dt>{t('events.dead')}</dt>
        <dd>{formats.number(dead)}</dd>
      </dl>
      {error && <Failure error={error} />}
      {test.isSuccess && <Notice tone="good" live heading={t('events.tested')} />}
      {replay.data && <Notice tone="good" live heading={t('events.replayed', { count: replay.data.events })} />}
      <div className="woa-actions">
        <Button onClick={onDeliveries}>{t('events.deliveries')}</Button>
        {mayWrite && (
          <>
            {dead > 0 && (
              <Button busy={replay.isPending} onClick={() => replay.mutate()}>
                {t('events.replayDead')}
              </Button>
            )}
            <Button busy={test.isPending} disabled={!enabled} onClick={() => test.mutate()}>
              {t('events.test')}
            </Button>
            <Button onClick={onEdit}>{t('events.edit')}</Button>
            <Button busy={change.isPending} onClick={() => change.mutate({ enabled: !enabled })}>
              {t(enabled ? 'events.turnOff' : 'events.turnOn')}
            </Button>
            <Button onClick={() => setAsked('rotate')}>{t('events.rotate')}</Button>
            <Button kind="danger" onClick={() => setAsked('delete')}>
              {t('events.delete')}
            </Button>
          </>
        )}
      </div>
      {asked && (
        <Dialog
          heading={t(QUESTIONS[asked][0])}
          onClose={() => setAsked(null)}
          foot={
            <>
              <Button onClick={() => setAsked(null)}>{t('act.cancel')}</Button>
              <Button
                kind={asked === 'delete' ? 'danger' : 'primary'}
                busy={rotate.isPending || remove.isPending}
                onClick={confirm}
              >
                {t(QUESTIONS[asked][2])}
              </Button>
            </>
          }
        >
          <p>
            <bdi dir="ltr">{url}</bdi>
          </p>
          <p>{t(QUESTIONS[asked][1])}</p>
        </Dialog>
      )}
    </section>
  );
}

function EndpointState({ endpoint: { enabled, disabledReason, failures, pausedUntil } }: { endpoint: EventEndpoint }) {
  const { t } = useWords();
  if (!enabled) {
    return (
      <StatusMark tone={disabledReason === 'gone' ? 'bad' : 'quiet'}>
        {t(disabledReason === 'gone' ? 'events.gone' : 'events.off')}
      </StatusMark>
    );
  }
  if (pausedUntil !== null) return <StatusMark tone="warn">{t('events.failing', { count: failures })}</StatusMark>;
  return <StatusMark tone="good">{t('events.on')}</StatusMark>;
}
