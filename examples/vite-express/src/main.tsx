import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TicketPage, type Ticket } from './ticket-page';

const post = async (path: string): Promise<unknown> => (await fetch(path, { method: 'POST' })).json();

// Opens the simulator's phone in place of WhatsApp. Remove it when your number is real.
const { links } = (await (await fetch('/simulator')).json()) as { links: string };
document.head.append(Object.assign(document.createElement('script'), { src: links }));

const ticket = (await post('/tickets')) as Ticket;
createRoot(document.querySelector('#app') ?? document.body).render(
  <StrictMode>
    <TicketPage ticket={ticket} onCall={() => post(`/tickets/${ticket.id}/call`)} />
  </StrictMode>,
);
