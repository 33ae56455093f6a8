import type { AdminAttempt, AdminCost, AttemptStatus, DeliveryMethod } from '@whatsapp-optin/sdk/contract';
import { StatusMark, type Tone } from '../controls/status-mark.js';
import { useWords, type Words } from '../words/use-words.js';

export const ATTEMPT_TONES: Readonly<Record<AttemptStatus, Tone>> = {
  ...{ claimed: 'info', accepted: 'info', sent: 'info', delivered: 'good', read: 'good' },
  ...{ failed: 'bad', skipped: 'quiet', unknown: 'warn' },
};

const METHOD_TONES: Readonly<Record<DeliveryMethod, Tone>> = {
  ...{ push: 'good', whatsapp_fallback: 'good', sms_fallback: 'good', push_only: 'bad', none: 'bad' },
};

/** How a notification went out; `null`: it is still on its way. */
export function MethodMark({ method }: { method: DeliveryMethod | null }) {
  const { t, named } = useWords();
  if (method === null) return <StatusMark tone="info">{t('deliveries.underWay')}</StatusMark>;
  return <StatusMark tone={METHOD_TONES[method]}>{named('method', method)}</StatusMark>;
}

/** The tiers in the order in which they were tried, each with its shape. */
export function AttemptMarks({ attempts }: { attempts: readonly AdminAttempt[] }) {
  const { named } = useWords();
  const tried = attempts.filter(({ tier }) => tier !== 'none');
  if (tried.length === 0) return <span className="woa-muted">–</span>;
  return (
    <span className="woa-mark">
      {tried.map(({ id, tier, status }) => (
        <span key={id} title={named('attempt', status)}>
          <StatusMark tone={ATTEMPT_TONES[status]}>
            {named('tier', tier)}
            <span className="woa-hidden">{named('attempt', status)}</span>
          </StatusMark>
        </span>
      ))}
    </span>
  );
}

/** An unknown cost is said to be unknown; it is never 0. */
export function costText(cost: AdminCost | null, { t, formats }: Words): string {
  if (cost === null) return '–';
  if (cost.amount === null) return t('deliveries.costUnknown');
  const text = formats.money(cost.currency === null ? cost.amount : cost.amount * 100, cost.currency);
  return cost.estimated ? t('deliveries.costEstimated', { amount: text }) : text;
}
