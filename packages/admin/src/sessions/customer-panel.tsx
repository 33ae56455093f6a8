import type { AdminSession } from '@whatsapp-optin/sdk/contract';
import { MaskedPhone, TicketNumber } from '../controls/customer.js';
import { SidePanel } from '../controls/side-panel.js';
import { CustomerLink } from '../customers/customer-link.js';
import { Conversation } from '../inbox/conversation.js';
import { Moment } from '../time/moment.js';
import { useWords } from '../words/use-words.js';
import { ReachableBy } from './reachable-by.js';
import { SessionEnd } from './session-end.js';

interface CustomerPanelProps {
  session: AdminSession;
  onClose: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** One customer: until when they can be written to, what they wrote, and the reply of staff. */
export function CustomerPanel({ session, ...panel }: CustomerPanelProps) {
  const { t, formats } = useWords();
  const { customer, ticket, initiatedAt, reachability, renewals } = session;
  return (
    <SidePanel heading={<CustomerLink customer={customer} />} of={session.id} {...panel}>
      <dl className="woa-details">
        <div className="woa-detail">
          <dt>{t('sessions.ticket')}</dt>
          <dd>
            <TicketNumber ticket={ticket} />
          </dd>
        </div>
        <div className="woa-detail">
          <dt>{t('sessions.phone')}</dt>
          <dd>
            <MaskedPhone key={customer.contactId} customer={customer} />
          </dd>
        </div>
        <div className="woa-detail">
          <dt>{t('sessions.expires')}</dt>
          <dd>
            <SessionEnd session={session} />
          </dd>
        </div>
        <div className="woa-detail">
          <dt>{t('sessions.reach')}</dt>
          <dd>
            <ReachableBy reachability={reachability} />
          </dd>
        </div>
        <div className="woa-detail">
          <dt>{t('sessions.since')}</dt>
          <dd>
            <Moment at={initiatedAt} />
          </dd>
        </div>
        {renewals.notices > 0 && (
          <div className="woa-detail">
            <dt>{t('sessions.renewals')}</dt>
            <dd>
              {t('sessions.renewalsHint', {
                renewed: formats.number(renewals.renewed),
                notices: formats.number(renewals.notices),
              })}
            </dd>
          </div>
        )}
      </dl>
      {/* A customer's words never show under the name of another, not even while theirs load. */}
      <Conversation key={customer.contactId} customer={customer} />
    </SidePanel>
  );
}
