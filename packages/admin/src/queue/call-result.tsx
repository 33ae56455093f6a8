import type { TicketNotificationDocument } from '@whatsapp-optin/sdk/contract';
import { Shape, StatusMark } from '../controls/status-mark.js';
import { ATTEMPT_TONES } from '../deliveries/delivery-marks.js';
import { useWords } from '../words/use-words.js';
import type { CallOutcome } from './use-call.js';

/** What the last call did: for each ticket by which channel, and why not by a better one. */
export function CallResult({ outcome: { called, almost, numbers } }: { outcome: CallOutcome }) {
  const { t } = useWords();
  return (
    <section className="woa-panel" aria-label={t('queue.lastCall')}>
      <h3>{t('queue.lastCall')}</h3>
      <div className="woa-columns" role="status">
        {[called, ...almost].map((notification, at) => (
          <Called
            key={notification.id}
            notification={notification}
            number={numbers[notification.ticketId] ?? notification.ticketId}
            type={at === 0 ? 'your_turn' : 'almost_your_turn'}
          />
        ))}
      </div>
    </section>
  );
}

interface CalledProps {
  notification: TicketNotificationDocument;
  number: string;
  type: 'your_turn' | 'almost_your_turn';
}

function Called({ notification, number, type }: CalledProps) {
  const { named } = useWords();
  const { success, method, attempts } = notification;
  const tried = attempts.filter(({ tier }) => tier !== 'none');
  return (
    <article className="woa-stack" data-ticket={number} data-method={method}>
      <div className="woa-head">
        <h4 className="woa-strong">
          <bdi dir="ltr">{number}</bdi> · {named('notificationType', type)}
        </h4>
        <StatusMark tone={success ? 'good' : 'warn'}>{named('method', success ? method : 'none')}</StatusMark>
      </div>
      <ol className="woa-tried">
        {tried.map(({ tier, status, reason, at }) => (
          <li key={`${tier}${at}`} className="woa-mark" data-tone={ATTEMPT_TONES[status]}>
            <Shape tone={ATTEMPT_TONES[status]} />
            {named('tier', tier)}
            <span className="woa-muted">{reason ? named('reason', reason) : named('attempt', status)}</span>
          </li>
        ))}
      </ol>
    </article>
  );
}
