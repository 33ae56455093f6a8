import type { ComplianceReport } from '@whatsapp-optin/sdk/contract';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { DashboardHead } from '../controls/dashboard-head.js';
import { Failure } from '../controls/failure.js';
import { Loading } from '../controls/placeholders.js';
import { useDayRange } from '../time/day-range.js';
import { useWords } from '../words/use-words.js';
import { ConsentLedger } from './consent-ledger.js';
import { OptInFigures } from './opt-in-figures.js';
import { ProofPanel } from './proof-panel.js';

/**
 * The proof that no message was unsolicited, the funnel of opt-ins, and the journal of consents. Needs the scope
 * `compliance.read`.
 */
export function ComplianceDashboard() {
  const { t } = useWords();
  const { range, chooser } = useDayRange();
  const { data, error, refetch } = useAdminQuery<ComplianceReport>('sessions', adminPaths.compliance, range);
  return (
    <AdminRoot aria-label={t('compliance.heading')}>
      <DashboardHead heading={t('compliance.heading')} description={t('compliance.description')}>
        {chooser}
      </DashboardHead>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={3} />}
      {data && <ProofPanel report={data} />}
      <OptInFigures range={range} />
      <ConsentLedger />
    </AdminRoot>
  );
}
