import type { AdminInboundMessage } from '@whatsapp-optin/sdk/contract';
import { StatusMark } from '../controls/status-mark.js';
import { useWords } from '../words/use-words.js';

/** What a message did, and why staff should read it. Nothing for a plain one. */
export function MessageMarks({ message }: { message: AdminInboundMessage }) {
  const { t, named } = useWords();
  const { keyword, flag, action, byOptInCode, accepted, sessionId, seenAt } = message;
  const isPlain = seenAt !== null && !keyword && !flag && !action && !byOptInCode && accepted && sessionId !== null;
  if (isPlain) return null;
  return (
    <div className="woa-filters">
      {seenAt === null && <StatusMark tone="info">{t('inbox.new')}</StatusMark>}
      {keyword && <StatusMark tone={keyword === 'stop' ? 'bad' : 'good'}>{named('keyword', keyword)}</StatusMark>}
      {flag && <StatusMark tone="warn">{named('flag', flag)}</StatusMark>}
      {action && <StatusMark tone="info">{named('action', action)}</StatusMark>}
      {byOptInCode && <StatusMark tone="good">{t('inbox.byCode')}</StatusMark>}
      {!accepted && <StatusMark tone="warn">{t('inbox.unconfirmed')}</StatusMark>}
      {sessionId === null && <StatusMark tone="quiet">{t('inbox.noSession')}</StatusMark>}
    </div>
  );
}
