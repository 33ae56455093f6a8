import type { AdminTicketHolder } from '@whatsapp-optin/sdk/contract';
import { CustomerName } from '../controls/customer.js';
import { usePageLinks } from '../controls/page-links.js';
import { useMay } from '../connection/use-staff.js';

/** A name that leads to the customer's page; the name alone where there is no such page, or nobody behind it. */
export function CustomerLink({ customer }: { customer: Pick<AdminTicketHolder, 'contactId' | 'name'> | null }) {
  const links = usePageLinks();
  const mayRead = useMay('messages.read');
  const contactId = customer?.contactId;
  if (!links || !mayRead || !contactId) return <CustomerName customer={customer} />;
  const path = `customers/${contactId}`;
  return (
    <a className="woa-customer-link" href={links.addressOf(path)} onClick={(event) => links.follow(event, path)}>
      <CustomerName customer={customer} />
    </a>
  );
}
