import type { AdminSession } from '@whatsapp-optin/sdk/contract';
import { StatusMark } from '../controls/status-mark.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

/** Until when a session is open: marked where that is soon, with the reason where it is over. */
export function SessionEnd({ session: { status, expiresAt, endedAt, endReason } }: { session: AdminSession }) {
  const { t, named } = useWords();
  if (status === 'active') return <Moment at={expiresAt} as="span" />;
  if (status === 'expiring') {
    return (
      <StatusMark tone="warn">
        <span className="woa-soon">
          <Moment at={expiresAt} as="span" />
        </span>
      </StatusMark>
    );
  }
  return (
    <StatusMark tone="quiet">
      <span className="woa-muted">
        {endReason ? named('endReason', endReason) : t('sessions.ended')} ·{' '}
        <Moment at={endedAt ?? expiresAt} as="ago" />
      </span>
    </StatusMark>
  );
}
