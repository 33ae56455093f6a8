import { AdminProvider, QueuePanel } from '@whatsapp-optin/admin';
import type { AdminQueueTicket, TicketCalledDocument } from '@whatsapp-optin/sdk/contract';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** What the clinic's server wrote into the page. */
interface PageData {
  locale: string;
  words: Record<'addWalkIn' | 'failed' | 'openPhone', string>;
}

/** The clinic's own page around the queue: it signs its staff in, and its own system calls. */
function StaffPage({ locale, words }: PageData) {
  const [failure, setFailure] = useState('');
  async function addWalkIn() {
    setFailure('');
    await post('/demo/walk-ins', { locale }).catch((error: Error) =>
      setFailure(words.failed.replace('{reason}', error.message)),
    );
  }
  return (
    <AdminProvider token={fetchToken} locale={locale}>
      <QueuePanel onCall={callTicket} renderTicket={(ticket) => <PhoneLink ticket={ticket} word={words.openPhone} />}>
        <button className="button small" type="button" onClick={() => void addWalkIn()}>
          {words.addWalkIn}
        </button>
        <span className="news" role="status">
          {failure}
        </span>
      </QueuePanel>
    </AdminProvider>
  );
}

/** Only the holders that the demo made have a simulated phone of their own. */
function PhoneLink({ ticket: { id, number }, word }: { ticket: AdminQueueTicket; word: string }) {
  if (id.startsWith('demo-example-')) return <>–</>;
  return (
    <a
      href={`/demo/tickets/${encodeURIComponent(id)}/phone`}
      target="_blank"
      rel="noopener"
      aria-label={`${word} ${number}`}
    >
      {word}
    </a>
  );
}

/** A token lives some minutes; a page fetches the next one in time. */
let held: { token: string; expiresAt: string } | undefined;

async function fetchToken(): Promise<string> {
  const isFresh = held !== undefined && Date.parse(held.expiresAt) - Date.now() > 60_000;
  if (!held || !isFresh) held = await post<{ token: string; expiresAt: string }>('/demo/staff-token', {});
  return held.token;
}

function callTicket(ticketId: string): Promise<TicketCalledDocument> {
  return post(`/demo/tickets/${encodeURIComponent(ticketId)}/call`, {});
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = (await response.json()) as Answer & { error?: string };
  if (!response.ok) throw new Error(answer.error ?? String(response.status));
  return answer;
}

const data = document.getElementById('page-data')?.textContent ?? '';
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <StaffPage {...(JSON.parse(data) as PageData)} />
    </StrictMode>,
  );
}
