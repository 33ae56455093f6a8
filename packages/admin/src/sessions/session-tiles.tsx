import type { AdminSessionStats, SessionStatus } from '@whatsapp-optin/sdk/contract';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminQuery } from '../connection/use-admin-query.js';
import { Tiles } from '../controls/tiles.js';
import { useWords } from '../words/use-words.js';

const DAYS = 30;

interface SessionTilesProps {
  /** What the list below is filtered by. */
  status: SessionStatus | undefined;
  onStatus: (status: SessionStatus | '') => void;
}

/** How many can be reached by WhatsApp now, and how the last month went. */
export function SessionTiles({ status, onStatus }: SessionTilesProps) {
  const { t, formats } = useWords();
  const { data } = useAdminQuery<AdminSessionStats>('sessions', adminPaths.sessionStats, { days: DAYS });
  const count = (value: number | undefined) => (value === undefined ? '–' : formats.number(value));
  const lastDays = t('sessions.lastDays', { count: DAYS });
  const filter = (one: SessionStatus) => ({
    isOn: status === one,
    onToggle: () => onStatus(status === one ? '' : one),
  });
  return (
    <Tiles
      tiles={[
        { label: t('sessions.activeNow'), value: count(data?.active), filter: filter('active') },
        { label: t('sessions.expiringNow'), value: count(data?.expiring), filter: filter('expiring') },
        { label: t('sessions.opened'), value: count(data?.opened), note: lastDays },
        { label: t('sessions.optedOut'), value: count(data?.optedOut), note: lastDays },
      ]}
    />
  );
}
