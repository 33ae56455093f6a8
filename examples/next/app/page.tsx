import { randomUUID } from 'node:crypto';
import { connection } from 'next/server';
import { optIn } from '../lib/opt-in';
import { TicketPrompt } from './ticket-prompt';

/** Each visit takes a ticket; your own page reads the one of its customer. */
export default async function TicketPage() {
  await connection();
  const boundTicketId = randomUUID();
  const number = 'A001';
  await optIn.tickets.upsert('default', boundTicketId, { number });
  const result = await optIn.optIns.create('default', {
    boundTicketId,
    ticketNumber: number,
    messageStyle: null,
    locale: 'en',
    pageUrl: null,
  });
  return (
    <main>
      <h1>Ticket {number}</h1>
      {result.status === 'created' ? <TicketPrompt number={number} optIn={result.optIn} /> : <p>{result.status}</p>}
    </main>
  );
}
