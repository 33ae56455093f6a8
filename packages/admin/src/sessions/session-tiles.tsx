import type { AdminSessionStats } from '@whatsapp-optin/sdk/contract';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { Tiles } from '../controls/tiles.js';
import { useWords } from '../words/use-words.js';

const DAYS = 30;

/** How many can be reached by WhatsApp now, and how the last month went. */
export function SessionTiles() {
  const { t, formats } = useWords();
  const { data } = useAdminQuery<AdminSessionStats>('sessions', adminPaths.sessionStats, { days: DAYS });
  const count = (value: number | undefined) => (value === undefined ? '–' : formats.number(value));
  const lastDays = t('sessions.lastDays', { count: DAYS });
  return (
    <Tiles
      tiles={[
        { label: t('sessions.activeNow'), value: count(data?.active) },
        { label: t('sessions.expiringNow'), value: count(data?.expiring), note: t('sessions.withinHour') },
        { label: t('sessions.opened'), value: count(data?.opened), note: lastDays },
        {
          label: t('sessions.renewalRate'),
          value:
            data?.renewalRate === null || data?.renewalRate === undefined ? '–' : formats.percent(data.renewalRate),
          note: data && t('sessions.renewalsHint', { renewed: data.renewed, notices: data.renewalNotices }),
        },
        { label: t('sessions.optedOut'), value: count(data?.optedOut), note: lastDays },
      ]}
    />
  );
}
