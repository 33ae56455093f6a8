// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { AdminQueue, AdminQueueTicket } from '@whatsapp-optin/sdk/contract';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { AdminProvider } from '../admin-provider.js';
import { QueuePanel, type QueuePanelProps } from './queue-panel.js';

// jsdom has no layout: without a height no row of a table is in sight.
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterAll(() => vi.restoreAllMocks());
afterEach(cleanup);

const AT = '2026-11-30T10:00:00.000Z';

function ticket(number: string, changes: Partial<AdminQueueTicket> = {}): AdminQueueTicket {
  return {
    id: `t-${number}`,
    number,
    status: 'waiting',
    departmentName: null,
    holder: { contactId: null, name: `Holder of ${number}`, maskedPhone: null },
    createdAt: AT,
    updatedAt: AT,
    reach: { method: 'whatsapp_fallback', reason: null },
    notice: null,
    action: null,
    ...changes,
  };
}

const notification = (ticketId: string) => ({
  ...{
    id: `n-${ticketId}`,
    ticketId,
    success: true,
    method: 'whatsapp_fallback',
    attempted: ['whatsapp'],
    settled: true,
  },
  attempts: [{ tier: 'whatsapp', status: 'sent', late: false, basis: 'inbound', at: AT }],
});

/** A server with this queue. `taken`: tickets that a colleague has called. */
function openQueue(items: AdminQueueTicket[], { taken = [], ...props }: QueuePanelProps & { taken?: string[] } = {}) {
  const requests: string[] = [];
  const waiting = items.filter(({ status }) => status === 'waiting').length;
  const queue: AdminQueue = { items, waiting, called: items.length - waiting, departments: [] };
  const fetch = vi.fn<typeof globalThis.fetch>(async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, 'https://admin.example');
    if (init?.method === 'POST') requests.push(`${pathname} ${typeof init.body === 'string' ? init.body : ''}`);
    if (pathname === '/api/admin/session')
      return Response.json({ organization: { timeZone: 'UTC' }, scopes: ['sessions.read', 'notifications.write'] });
    if (pathname === '/api/admin/tickets') return Response.json(queue);
    const [, ticketId = ''] = /tickets\/(.+)\/call$/.exec(pathname) ?? [];
    if (taken.includes(ticketId)) return Response.json({ code: 'TICKET_CALLED', status: 409 }, { status: 409 });
    if (ticketId !== '') return Response.json({ called: notification(ticketId), almost: [] });
    return new Response(null, { status: 404 });
  });
  render(
    <AdminProvider token="st_example" fetch={fetch}>
      <QueuePanel {...props} />
    </AdminProvider>,
  );
  return requests;
}

const rowOf = async (table: string, number: string) =>
  within(await screen.findByRole('table', { name: table })).findByRole('row', { name: new RegExp(number) });

it('calls the first that no colleague has called meanwhile, and says how it was reached', async () => {
  const requests = openQueue([ticket('A001'), ticket('A002')], { taken: ['t-A001'] });
  fireEvent.click(await screen.findByRole('button', { name: 'Call next' }));
  const result = await screen.findByRole('region', { name: 'Last call' });
  expect(await within(result).findByText('A002')).toBeTruthy();
  expect(within(result).getAllByText('WhatsApp').length).toBeGreaterThan(0);
  expect(requests).toEqual([
    '/api/admin/tickets/t-A001/call {"onlyWaiting":true}',
    '/api/admin/tickets/t-A002/call {"onlyWaiting":true}',
  ]);
});

it('leaves the call to the host where the host has a queue of its own', async () => {
  const onCall = vi.fn((ticketId: string) => Promise.resolve({ called: notification(ticketId), almost: [] } as never));
  const requests = openQueue([ticket('A001'), ticket('A002')], { onCall });
  fireEvent.click(await screen.findByRole('button', { name: 'Call A002' }));
  await screen.findByRole('region', { name: 'Last call' });
  expect([onCall.mock.calls, requests]).toEqual([[['t-A002']], []]);
});

it('says who is reached by nothing and why, and what a customer answered', async () => {
  const nobody = ticket('A001', { reach: { method: 'push_only', reason: 'no_phone' } });
  const late = ticket('A002', { action: { action: 'more_time', at: AT } });
  openQueue([nobody, late, ticket('A003', { status: 'called' })]);
  await waitFor(() => expect(screen.getByText('Reachable now').nextSibling?.textContent).toBe('1'));
  expect(screen.getByText('Called', { selector: '.woa-tile-label' }).nextSibling?.textContent).toBe('1');
  expect((await rowOf('Waiting', 'A001')).textContent).toContain('Not reachableNo phone number');
  expect((await rowOf('Waiting', 'A002')).textContent).toContain('10 more minutes');
  expect(within(await rowOf('Called', 'A003')).getByRole('button').textContent).toBe('Call again');
});
