import type { AdminInboundMessage } from '@whatsapp-optin/sdk/contract';
import { Button } from '../controls/button.js';
import { Failure } from '../controls/failure.js';
import { TextArea } from '../controls/fields.js';
import { Notice } from '../controls/notice.js';
import { useNow } from '../time/use-now.js';
import { useWords } from '../words/use-words.js';
import { TimeLeft } from './time-left.js';
import { useReply } from './use-reply.js';

/** Longest WhatsApp text; a vendor may take less and says so. */
const MAX_LENGTH = 4_096;

interface ReplyBoxProps {
  message: AdminInboundMessage;
  quickReplies: readonly string[];
}

/** Where staff answer while the window is open. Where it is closed or the customer has stopped: why not. */
export function ReplyBox({ message: { id, customer, replyUntil, stopped }, quickReplies }: ReplyBoxProps) {
  const { t, formats } = useWords();
  const now = useNow(1_000);
  const { draft, write, send, isSending, error, isRefused } = useReply(id);
  const name = customer.name ?? customer.maskedPhone ?? t('state.unnamed');
  if (stopped || replyUntil === null || Date.parse(replyUntil) <= now) {
    return (
      <Notice tone="quiet" live>
        <p>{t(stopped ? 'reply.stopped' : 'reply.closed', { name })}</p>
        {draft !== '' && <p>{t('reply.draftKept')}</p>}
      </Notice>
    );
  }
  return (
    <form
      className="woa-reply-box"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TimeLeft until={replyUntil} now={now} />
      {quickReplies.length > 0 && (
        <div className="woa-actions woa-quick" role="group" aria-label={t('reply.quick')}>
          {quickReplies.map((text) => (
            <Button key={text} size="small" onClick={() => write(text)}>
              <bdi>{text}</bdi>
            </Button>
          ))}
        </div>
      )}
      <TextArea
        label={t('reply.label', { name })}
        value={draft}
        maxLength={MAX_LENGTH}
        readOnly={isSending}
        dir="auto"
        rows={2}
        onChange={(event) => write(event.target.value)}
      />
      {error && <Failure error={error} />}
      {isRefused && (
        <Notice tone="bad" live heading={t('reply.failed')}>
          <p>{t('reply.refused')}</p>
        </Notice>
      )}
      <div className="woa-head">
        <span className="woa-note">
          {t('reply.count', { shown: formats.number(draft.length), most: formats.number(MAX_LENGTH) })}
        </span>
        <Button type="submit" kind="primary" busy={isSending} disabled={draft.trim() === ''}>
          {t('reply.send')}
        </Button>
      </div>
    </form>
  );
}
