import type { AdminReply, AttemptStatus } from '@whatsapp-optin/sdk/contract';
import { StatusMark, type Tone } from '../controls/status-mark.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';

const TONES: Readonly<Partial<Record<AttemptStatus, Tone>>> = {
  delivered: 'good',
  read: 'good',
  failed: 'bad',
  skipped: 'bad',
  unknown: 'warn',
};

/** What staff answered, at the end side. Nothing without a reply. */
export function SentReplies({ replies }: { replies: readonly AdminReply[] }) {
  const { t, named } = useWords();
  if (replies.length === 0) return null;
  return (
    <ol className="woa-replies" aria-label={t('reply.sent')}>
      {replies.map(({ id, text, writtenBy, status, reason, at }) => (
        <li key={id} className="woa-reply">
          {text === null ? (
            <span className="woa-bubble woa-muted">{t('reply.forgotten')}</span>
          ) : (
            <bdi className="woa-bubble">{text}</bdi>
          )}
          <span className="woa-note woa-mark">
            <bdi>{writtenBy ?? t('reply.by')}</bdi>
            <Moment at={at} />
          </span>
          <span className="woa-note">
            <StatusMark tone={TONES[status] ?? 'quiet'}>
              {reason === null ? named('attempt', status) : named('reason', reason)}
            </StatusMark>
          </span>
        </li>
      ))}
    </ol>
  );
}
