import type { DayRange, DeliveryAnalytics, DeliveryMethod } from '@whatsapp-optin/sdk/contract';
import { Bars } from '../charts/bars.js';
import { DayColumns } from '../charts/day-columns.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { Failure } from '../controls/failure.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { Tiles } from '../controls/tiles.js';
import { useWords } from '../words/use-words.js';
import { ParkedPanel } from './parked-panel.js';
import { smsCostText } from '../sms/sms-cost-text.js';
import { ReactionTable } from './reaction-table.js';

const METHODS = ['whatsapp_fallback', 'push', 'sms_fallback', 'none'] as const;

interface DeliveryFiguresProps {
  range: DayRange;
  /** What the list below is filtered by. */
  method: DeliveryMethod | undefined;
  onMethod: (method: DeliveryMethod | '') => void;
}

/** How notifications went out over the days, what failed and why, what SMS cost. */
export function DeliveryFigures({ range, method: shown, onMethod }: DeliveryFiguresProps) {
  const words = useWords();
  const { t, named, formats } = words;
  const { data, error, refetch } = useAdminQuery<DeliveryAnalytics>('notifications', adminPaths.deliveries, range);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading lines={6} />;
  const { totals, days, failures, attempts, sms, reactions } = data;
  const all = Object.values(totals).reduce((sum, value) => sum + value, 0);
  const share = (value: number) => (all === 0 ? '–' : formats.percent(value / all));
  const tile = (method: DeliveryMethod) => ({
    label: named('method', method),
    value: formats.number(totals[method]),
    note: share(totals[method]),
    filter: { isOn: shown === method, onToggle: () => onMethod(shown === method ? '' : method) },
  });
  return (
    <>
      <Tiles
        tiles={[
          { label: t('deliveries.all'), value: formats.number(all) },
          ...METHODS.map(tile),
          // Its own tile, since its filter shows just these; without it the tiles would not add up.
          ...(totals.push_only > 0 ? [tile('push_only')] : []),
          {
            label: t('deliveries.smsCost'),
            value: smsCostText(sms, words),
            note: [
              sms.unknownCost > 0
                ? t('deliveries.smsUnknown', { count: sms.unknownCost })
                : t('deliveries.smsSegments', { count: sms.segments }),
              ...(sms.messages > sms.unknownCost ? [t('sms.priceSource')] : []),
            ].join(' · '),
          },
        ]}
      />
      <section className="woa-panel" aria-label={t('deliveries.overTime')}>
        <h3>{t('deliveries.overTime')}</h3>
        {all === 0 ? (
          <Empty heading={t('deliveries.empty')}>{t('deliveries.emptyHint')}</Empty>
        ) : (
          <DayColumns
            label={t('deliveries.overTime')}
            series={METHODS.map((id) => ({ id, label: named('method', id) }))}
            days={days.map(({ day, push_only: unknown, ...values }) => ({
              day,
              values: { ...values, none: values.none + unknown },
            }))}
          />
        )}
      </section>
      <div className="woa-columns">
        <section className="woa-panel" aria-label={t('deliveries.failures')}>
          <h3>{t('deliveries.failures')}</h3>
          {failures.length === 0 ? (
            <p className="woa-muted">{t('deliveries.noFailures')}</p>
          ) : (
            <Bars
              label={t('deliveries.failures')}
              rows={failures.slice(0, 8).map(({ tier, reason, count }) => ({
                id: `${tier ?? ''}${reason}`,
                label: (
                  <>
                    {named('reason', reason)} <span className="woa-note">{named('tier', tier ?? 'none')}</span>
                  </>
                ),
                value: count,
                shown: formats.number(count),
                series: 3,
              }))}
            />
          )}
        </section>
        <section className="woa-panel" aria-label={t('deliveries.byTier')}>
          <h3>{t('deliveries.byTier')}</h3>
          <div
            className="woa-table-scroll"
            tabIndex={0}
            role="region"
            aria-label={t('table.scroll', { name: t('deliveries.byTier') })}
          >
            <table className="woa-table" aria-label={t('deliveries.byTier')}>
              <thead>
                <tr>
                  <th scope="col">{t('deliveries.tier')}</th>
                  {(['made', 'succeeded', 'failed', 'late', 'unknown'] as const).map((name) => (
                    <th key={name} scope="col" className="woa-cell-number">
                      {t(`deliveries.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {attempts.map(({ tier, made, succeeded, failed, late, unknown }) => (
                  <tr key={tier}>
                    <th scope="row">{named('tier', tier)}</th>
                    {[made, succeeded, failed, late, unknown].map((value, at) => (
                      <td key={at} className="woa-cell-number">
                        {formats.number(value)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <ReactionTable reactions={reactions} />
        <ParkedPanel />
      </div>
    </>
  );
}
