import type { AdminInboundMessage } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { MaskedPhone, TicketNumber } from '../controls/customer.js';
import { CustomerLink } from '../customers/customer-link.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';
import { MessageMarks } from './message-marks.js';
import { ReplyBox } from './reply-box.js';
import { SentReplies } from './sent-replies.js';

interface InboxMessageProps {
  message: AdminInboundMessage;
  /** Without it, the reader may only look. */
  onSeen: (() => void) | undefined;
  /** Texts that a tap writes into the reply. */
  quickReplies: readonly string[];
}

/** One message: who, about which ticket, when, word for word. Whatever it holds is text. */
export function InboxMessage({ message, onSeen, quickReplies }: InboxMessageProps) {
  const { t, named } = useWords();
  const { customer, ticket, text, contentType, receivedAt, seenAt } = message;
  const isNew = seenAt === null;
  const mayReply = useMay('notifications.write');
  const [isReplying, setIsReplying] = useState(false);
  return (
    <li className="woa-message" data-new={isNew || undefined}>
      <div className="woa-message-who">
        <b>
          <CustomerLink customer={customer} />
        </b>
        <MaskedPhone customer={customer} />
        <span className="woa-note">
          {t('sessions.ticket')} <TicketNumber ticket={ticket} />
        </span>
      </div>
      <div className="woa-message-text">
        {contentType !== 'text' && <span className="woa-chip">{named('contentType', contentType)}</span>}
        {text !== '' && (
          <bdi className="woa-bubble" data-from="them">
            {text}
          </bdi>
        )}
        <MessageMarks message={message} />
      </div>
      <div className="woa-message-end">
        <span className="woa-note">
          <Moment at={receivedAt} as="ago" />
        </span>
        {mayReply && (
          <Button
            size="small"
            aria-expanded={isReplying}
            aria-label={`${t('reply.open')} – ${customer.name ?? t('state.unnamed')}`}
            onClick={() => setIsReplying(!isReplying)}
          >
            {t('reply.open')}
          </Button>
        )}
        {isNew && onSeen && (
          <Button size="small" onClick={onSeen} aria-label={`${t('inbox.markSeen')} – ${customer.name ?? ''}`}>
            {t('inbox.markSeen')}
          </Button>
        )}
      </div>
      {(message.replies.length > 0 || isReplying) && (
        <div className="woa-message-replies">
          <SentReplies replies={message.replies} />
          {mayReply && isReplying && <ReplyBox message={message} quickReplies={quickReplies} />}
        </div>
      )}
    </li>
  );
}
