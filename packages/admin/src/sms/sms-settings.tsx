import type { SmsSettingsDocument } from '@whatsapp-optin/sdk/contract';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Failure } from '../controls/failure.js';
import { Notice } from '../controls/notice.js';
import { Loading } from '../controls/placeholders.js';
import { Tiles } from '../controls/tiles.js';
import { useWords } from '../words/use-words.js';
import { smsCostText } from './sms-cost-text.js';
import { SmsLimits } from './sms-limits.js';
import { SmsTest } from './sms-test.js';

/**
 * Limits, countries and spend of SMS, and a test message. The provider and its keys stay in the server's environment. Needs the
 * scope `settings.read`; a change needs `settings.write`.
 */
export function SmsSettings() {
  const { t } = useWords();
  const { data, error, refetch } = useAdminQuery<SmsSettingsDocument>('settings', adminPaths.sms);
  return (
    <AdminRoot aria-label={t('sms.heading')}>
      <DashboardHead heading={t('sms.heading')} description={t('sms.description')} isLive={false} />
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={6} />}
      {data && <Settings sms={data} />}
    </AdminRoot>
  );
}

function Settings({ sms }: { sms: SmsSettingsDocument }) {
  const words = useWords();
  const { t, named, formats } = words;
  const { enabled, provider, from, fallbackEnabled, criticalOnly, dailyLimit, usedToday, last30Days } = sms;
  return (
    <>
      {!enabled && (
        <Notice tone="warn" heading={t('sms.off')}>
          {t('sms.offHint')}
        </Notice>
      )}
      <Tiles
        tiles={[
          {
            label: t('sms.provider'),
            value: provider ? named('smsProvider', provider) : '–',
            note: from && <bdi dir="ltr">{from}</bdi>,
          },
          {
            label: t('sms.usedToday'),
            value: formats.number(usedToday),
            note: t('sms.ofLimit', { limit: dailyLimit }),
          },
          {
            label: t('sms.messages'),
            value: formats.number(last30Days.messages),
            note: t('deliveries.smsSegments', { count: last30Days.segments }),
          },
          {
            label: t('sms.spend'),
            value: smsCostText(last30Days, words),
            note: [
              ...(last30Days.estimatedCostCents > 0
                ? [t('sms.estimated', { amount: formats.money(last30Days.estimatedCostCents, null) })]
                : []),
              ...(last30Days.unknownCost > 0 ? [t('deliveries.smsUnknown', { count: last30Days.unknownCost })] : []),
              ...(last30Days.messages > last30Days.unknownCost ? [t('sms.priceSource')] : []),
            ].join(' · '),
          },
        ]}
      />
      <div className="woa-columns">
        <section className="woa-panel" aria-label={t('sms.rules')}>
          <h3>{t('sms.rules')}</h3>
          <ul className="woa-stack">
            <li>{t(fallbackEnabled ? 'sms.fallbackOn' : 'sms.fallbackOff')}</li>
            <li>{t(criticalOnly ? 'sms.criticalOnly' : 'sms.everyType')}</li>
          </ul>
          <p className="woa-note">{t('sms.environment')}</p>
        </section>
        <SmsLimits sms={sms} key={`${dailyLimit} ${sms.allowedCountries.join()}`} />
        <SmsTest isOn={enabled} />
      </div>
    </>
  );
}
