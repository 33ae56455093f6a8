import type { AdminAttempt, AdminNotification } from '@whatsapp-optin/sdk/contract';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { MaskedPhone, TicketNumber } from '../controls/customer.js';
import { Dialog } from '../controls/dialog.js';
import { CustomerLink } from '../customers/customer-link.js';
import { Failure } from '../controls/failure.js';
import { Loading } from '../controls/placeholders.js';
import { Shape } from '../controls/status-mark.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';
import { ATTEMPT_TONES, MethodMark, costText } from './delivery-marks.js';

/** One notification: tier by tier what was tried, why not, what the vendor said, when, at what cost. */
export function DeliveryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const { data, error, refetch } = useAdminQuery<AdminNotification>('notifications', adminPaths.notification(id));
  return (
    <Dialog
      wide
      heading={t('deliveries.attempts')}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('act.close')}</Button>}
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <DeliveryDetails notification={data} />}
    </Dialog>
  );
}

function DeliveryDetails({ notification }: { notification: AdminNotification }) {
  const { t, named } = useWords();
  const { type, kind, customer, ticket, method, reason, deliveredTo, waitingFor, createdAt, attempts, parked } =
    notification;
  return (
    <>
      <dl className="woa-details">
        <dt>{t('deliveries.what')}</dt>
        <dd>{named('notificationType', type ?? kind)}</dd>
        <dt>{t('sessions.customer')}</dt>
        <dd>
          <CustomerLink customer={customer} /> <MaskedPhone customer={customer} />
        </dd>
        <dt>{t('sessions.ticket')}</dt>
        <dd>
          <TicketNumber ticket={ticket} />
        </dd>
        <dt>{t('deliveries.asked')}</dt>
        <dd>
          <Moment at={createdAt} />
        </dd>
        <dt>{t('deliveries.method')}</dt>
        <dd>
          <MethodMark method={method} /> {reason && <span className="woa-muted">{named('reason', reason)}</span>}
        </dd>
        {deliveredTo && (
          <>
            <dt>{t('deliveries.deliveredTo')}</dt>
            <dd>
              <bdi dir="ltr">{deliveredTo}</bdi>
            </dd>
          </>
        )}
        {waitingFor && (
          <>
            <dt>{t('deliveries.waitingFor')}</dt>
            <dd>
              {named('tier', waitingFor.tier)} <Moment at={waitingFor.until} as="span" />
            </dd>
          </>
        )}
        {parked && (
          <>
            <dt>{t('parked.heading')}</dt>
            <dd>{parked.lastError ?? t('parked.failures', { count: parked.failures })}</dd>
          </>
        )}
      </dl>
      <ol className="woa-attempts" aria-label={t('deliveries.attempts')}>
        {attempts.map((attempt) => (
          <Attempt key={attempt.id} attempt={attempt} />
        ))}
      </ol>
    </>
  );
}

function Attempt({ attempt }: { attempt: AdminAttempt }) {
  const words = useWords();
  const { t, named } = words;
  const {
    tier,
    status,
    reason,
    late,
    provider,
    providerMessageId,
    errorCode,
    cost,
    basis,
    inboundSentAt,
    at,
    statuses,
  } = attempt;
  return (
    <li className="woa-attempt" data-tone={ATTEMPT_TONES[status]}>
      <Shape tone={ATTEMPT_TONES[status]} />
      <div className="woa-attempt-text">
        <div className="woa-attempt-line">
          <h3>{named('tier', tier)}</h3>
          <span>{named('attempt', status)}</span>
          {reason && <span className="woa-muted">{named('reason', reason)}</span>}
          {late && <span className="woa-chip">{t('deliveries.late')}</span>}
          <span className="woa-note">
            <Moment at={at} />
          </span>
        </div>
        {(provider || errorCode || cost) && (
          <p className="woa-note">
            {provider && <bdi>{provider}</bdi>}
            {providerMessageId && (
              <>
                {' · '}
                <bdi dir="ltr">{providerMessageId}</bdi>
              </>
            )}
            {errorCode && (
              <>
                {' · '}
                <bdi dir="ltr">{errorCode}</bdi>
              </>
            )}
            {cost && ` · ${costText(cost, words)}`}
          </p>
        )}
        {basis && (
          <p className="woa-note">
            {named('basis', basis)} {inboundSentAt && <Moment at={inboundSentAt} />}
          </p>
        )}
        {statuses.map((report) => (
          <p className="woa-note" key={`${report.status}${report.receivedAt}`}>
            {named('attempt', report.status)} <Moment at={report.at} />
          </p>
        ))}
      </div>
    </li>
  );
}
