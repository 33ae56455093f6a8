import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
import { useState } from 'react';

export interface Ticket {
  id: string;
  number: string;
  /** Signed by the server: it binds the opt-in to this ticket. */
  ticketToken: string;
}

export function TicketPage({ ticket, onCall }: { ticket: Ticket; onCall: () => Promise<unknown> }) {
  const [answer, setAnswer] = useState<unknown>(null);
  return (
    <main>
      <h1>Ticket {ticket.number}</h1>
      <WhatsAppNotificationPrompt
        ticketNumber={ticket.number}
        ticketId={ticket.id}
        ticketToken={ticket.ticketToken}
        organizationName="Acme Clinic"
        companyWhatsAppNumber="+966500000000"
        server="/whatsapp"
        publishableKey="pk_example"
        onOptIn={() => undefined}
        onSkip={() => undefined}
      />
      <p>
        <button type="button" onClick={() => void onCall().then(setAnswer)}>
          Staff: call this ticket
        </button>
      </p>
      {answer !== null && <output>{JSON.stringify(answer)}</output>}
    </main>
  );
}
