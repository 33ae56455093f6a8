import type {
  AdminCustomer,
  AdminTicketHolder,
  AdminTicketReference,
  RevealedPhone,
} from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { useWords } from '../words/use-words.js';
import { Button } from './button.js';
import { Icon } from './icon.js';

/** A name as somebody typed it, in its own direction. */
export function CustomerName({ customer }: { customer: Pick<AdminCustomer, 'name'> | null }) {
  const { t } = useWords();
  const name = customer?.name;
  return name ? <bdi title={name}>{name}</bdi> : <span className="woa-muted">{t('state.unnamed')}</span>;
}

/** The masked phone; staff who may can see it whole, which the server logs. */
export function MaskedPhone({ customer }: { customer: AdminTicketHolder | null }) {
  const { t } = useWords();
  const mayReveal = useMay('phones.reveal');
  const [phone, setPhone] = useState<string | null>(null);
  const reveal = useAct<string, RevealedPhone>((api, id) => api.send('POST', adminPaths.reveal(id)), []);
  if (!customer?.maskedPhone) return <span className="woa-muted">–</span>;
  const { contactId, maskedPhone, name } = customer;
  const isShown = phone !== null;
  const toggle = () => {
    if (isShown) setPhone(null);
    else if (contactId) reveal.mutate(contactId, { onSuccess: (answer) => setPhone(answer.phone) });
  };
  return (
    <span className="woa-mark">
      <bdi dir="ltr">{phone ?? maskedPhone}</bdi>
      {mayReveal && contactId && (
        <Button
          kind="plain"
          size="small"
          square
          busy={reveal.isPending}
          aria-label={`${t(isShown ? 'act.hide' : 'act.reveal')} – ${name ?? maskedPhone}`}
          title={t(isShown ? 'act.hide' : 'act.reveal')}
          onClick={toggle}
        >
          <Icon name={isShown ? 'eyeOff' : 'eye'} />
        </Button>
      )}
      <span className="woa-hidden" role="status">
        {isShown ? t('act.revealed') : (reveal.error?.message ?? '')}
      </span>
    </span>
  );
}

export function TicketNumber({ ticket }: { ticket: AdminTicketReference | null }) {
  if (!ticket) return <span className="woa-muted">–</span>;
  return (
    <bdi dir="ltr" title={ticket.id}>
      {ticket.number ?? ticket.id}
    </bdi>
  );
}
