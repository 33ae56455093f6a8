import type { DayRange, OptInAnalytics } from '@whatsapp-optin/sdk/contract';
import { Bars } from '../charts/bars.js';
import { DayColumns } from '../charts/day-columns.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { Failure } from '../controls/failure.js';
import { Empty, Loading } from '../controls/placeholders.js';
import { Tiles } from '../controls/tiles.js';
import { useWords, type Words } from '../words/use-words.js';

const FUNNEL = ['impressions', 'linkOpens', 'qrShown', 'copied', 'helpShown', 'connected'] as const;
const DAYS = ['connected', 'skipped', 'declined', 'optedOut'] as const;

/** From the prompt that is seen to the message that comes in; who declines, who leaves, how long it takes. */
export function OptInFigures({ range }: { range: DayRange }) {
  const words = useWords();
  const { t, named, formats } = words;
  const { data, error, refetch } = useAdminQuery<OptInAnalytics>('sessions', adminPaths.optIns, range);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading lines={6} />;
  const { totals, rates, timeToConnect, days } = data;
  const rate = (value: number | null) => (value === null ? '–' : formats.percent(value));
  return (
    <>
      <Tiles
        tiles={[
          { label: t('compliance.adoption'), value: rate(rates.adoption), note: t('compliance.adoptionNote') },
          { label: t('compliance.decline'), value: rate(rates.decline), note: t('compliance.declineNote') },
          { label: t('compliance.optOut'), value: rate(rates.optOut), note: t('compliance.optOutNote') },
          { label: t('sessions.renewalRate'), value: rate(rates.renewal), note: t('compliance.renewalNote') },
          {
            label: t('compliance.timeToConnect'),
            value: secondsText(timeToConnect.medianSeconds, words),
            note: t('compliance.timeNote', { p90: secondsText(timeToConnect.p90Seconds, words) }),
          },
          { label: t('compliance.capture'), value: rate(rates.capture), note: t('compliance.captureNote') },
        ]}
      />
      <div className="woa-columns">
        <section className="woa-panel" aria-label={t('compliance.funnel')}>
          <h3>{t('compliance.funnel')}</h3>
          {totals.impressions === 0 ? (
            <Empty heading={t('compliance.noFunnel')}>{t('compliance.noFunnelHint')}</Empty>
          ) : (
            <Bars
              label={t('compliance.funnel')}
              rows={FUNNEL.map((id) => ({
                id,
                label: named('funnel', id),
                value: totals[id],
                shown: (
                  <>
                    {formats.number(totals[id])}{' '}
                    <span className="woa-note">{formats.percent(totals[id] / totals.impressions)}</span>
                  </>
                ),
                series: id === 'connected' ? 1 : 2,
              }))}
            />
          )}
        </section>
        <section className="woa-panel" aria-label={t('compliance.overTime')}>
          <h3>{t('compliance.overTime')}</h3>
          <DayColumns
            label={t('compliance.overTime')}
            series={DAYS.map((id) => ({ id, label: named('funnel', id) }))}
            days={days.map(({ day, ...values }) => ({ day, values }))}
          />
        </section>
      </div>
    </>
  );
}

function secondsText(seconds: number | null, { t }: Words): string {
  if (seconds === null) return '–';
  if (seconds < 120) return t('compliance.seconds', { seconds: Math.round(seconds) });
  return t('time.minutes', { minutes: Math.round(seconds / 60) });
}
