import type { AdminAccountAlert, AdminAccountAlertList } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { Icon } from '../controls/icon.js';
import { Notice } from '../controls/notice.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

/** What the platform warns about, above every page. A hidden warning comes back with the next visit. */
export function AccountAlerts() {
  const mayRead = useMay('settings.read');
  const path = mayRead ? adminPaths.accountAlerts : null;
  const { data } = useAdminQuery<AdminAccountAlertList>('notifications', path);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const shown = data?.items.filter(({ id }) => !hidden.includes(id)) ?? [];
  if (shown.length === 0) return null;
  return (
    <div className="woa-stack woa-alerts">
      {shown.map((alert) => (
        <AccountAlert key={alert.id} alert={alert} onHide={() => setHidden([...hidden, alert.id])} />
      ))}
    </div>
  );
}

/** The platform's own text is English: it stands below our words. */
function AccountAlert({ alert, onHide }: { alert: AdminAccountAlert; onHide: () => void }) {
  const { t, named } = useWords();
  const { kind, severity, businessNumber, code, message, occurredAt } = alert;
  return (
    <Notice
      tone={severity === 'critical' ? 'bad' : 'warn'}
      live
      action={
        <Button
          kind="plain"
          size="small"
          square
          aria-label={t('alerts.hide')}
          title={t('alerts.hide')}
          onClick={onHide}
        >
          <Icon name="close" />
        </Button>
      }
    >
      {/* No heading: the page's own comes after it. */}
      <p className="woa-strong">
        {t(severity === 'critical' ? 'alerts.critical' : 'alerts.warning', { what: named('alertKind', kind) })}
      </p>
      <p lang="en" dir="ltr" className="woa-own-side">
        {message}
      </p>
      <p className="woa-note">
        <bdi dir="ltr">{code}</bdi>
        {businessNumber && (
          <>
            {' · '}
            <bdi dir="ltr">{businessNumber}</bdi>
          </>
        )}
        {' · '}
        <Moment at={occurredAt} as="ago" />
      </p>
    </Notice>
  );
}
