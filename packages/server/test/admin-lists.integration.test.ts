import type {
  AdminInboundMessagePage,
  AdminNotificationPage,
  AdminSessionPage,
  BulkSessionsAnswer,
} from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAdminWorld, phoneOf, ticketOf, type AdminWorld } from './admin-world.js';
import { createTypedClient, dataOf } from './openapi/typed-client.js';
import { ADMIN, eventually } from './test-world.js';

let world: AdminWorld;
beforeAll(async () => {
  world = await openAdminWorld();
  // 1 to 5 are open, 4 of them ends within the hour, 6 is over.
  for (const serial of [1, 2, 3])
    await world.connect(serial, { name: ['سارة الحربي', 'Sara Lind', '=1+1'][serial - 1]! });
  await world.connect(4, { ageSeconds: 23 * 3600 + 1800 });
  await world.connect(5);
  await world.connect(6);
  await world.app.sessions.endSession(phoneOf(6), { organizationId: 'clinic' });
});
afterAll(async () => {
  await world?.close();
});

const numbers = ({ items }: AdminSessionPage) => items.map(({ ticket }) => ticket?.number);
const api = () => createTypedClient(world.app, ADMIN);
const sessions = (query = '') => world.get<AdminSessionPage>(`/api/admin/sessions${query}`);

describe('sessions', () => {
  it('show who can be reached and how, phones masked', async () => {
    const [first] = (await sessions('?search=lind')).items;
    expect(first).toMatchObject({
      status: 'active',
      customer: { name: 'Sara Lind', maskedPhone: '+966•••••••02' },
      ticket: { id: ticketOf(2), number: 'A-2', status: 'waiting' },
      openedBy: { text: 'hello', byOptInCode: false },
      endedAt: null,
      renewals: { notices: 0, renewed: 0 },
      reachability: { push: 0, session: true, sms: true, optedOut: false },
    });
  });

  it.each([
    ['?status=active&sort=expiresAt', ['A-4', 'A-1', 'A-2', 'A-3', 'A-5']],
    ['?status=expiring', ['A-4']],
    ['?status=ended', ['A-6']],
    ['?sort=initiatedAt&limit=2', ['A-4', 'A-1']],
    ['?search=%D8%B3%D8%A7%D8%B1%D8%A9', ['A-1']],
    ['?search=SARA', ['A-2']],
    ['?search=A-5', ['A-5']],
    ['?search=0003', ['A-3']],
    [`?search=${encodeURIComponent('+966 57 000 0004')}`, ['A-4']],
    ['?search=sara%20a-1', []],
    ['?search=%25%25', []],
    [`?ticketId=${ticketOf(3)}`, ['A-3']],
    ['?from=2100-01-01T00:00:00Z', []],
  ])('of %s are %j', async (query, expected) => {
    expect(numbers(await sessions(query))).toEqual(expected);
  });

  it.each(['expiresAt', '-expiresAt', 'initiatedAt', '-initiatedAt', 'customerName', '-customerName'])(
    'come page by page in the order %s, each once',
    async (sort) => {
      const all = numbers(await sessions(`?sort=${sort}`));
      const paged: (string | null | undefined)[] = [];
      let cursor: string | null = '';
      do {
        const page: AdminSessionPage = await sessions(`?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
        paged.push(...numbers(page));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect([paged, new Set(paged).size]).toEqual([all, 6]);
    },
  );

  it('are counted', async () => {
    const stats = dataOf(await api().GET('/api/admin/sessions/stats', { params: { query: { days: 7 } } }));
    expect(stats).toMatchObject({ active: 5, expiring: 1, days: 7, opened: 6, endedByStaff: 1, renewalRate: null });
  });
});

describe('a filter that is wrong', () => {
  it.each([
    ['sessions?status=open', 'status'],
    ['sessions?sort=phone', 'sort'],
    ['sessions?search=a', 'search'],
    ['sessions?search=a%00b', 'search'],
    ['sessions?limit=0', 'limit'],
    ['sessions?limit=201', 'limit'],
    ['sessions?cursor=nonsense', 'cursor'],
    ['sessions?from=yesterday', 'from'],
    ['sessions?colour=red', 'colour'],
    ['sessions/stats?days=0', 'days'],
    ['inbound-messages?unseen=perhaps', 'unseen'],
    ['inbound-messages?contactId=7', 'contactId'],
    ['notifications?method=pigeon', 'method'],
    ['notifications?reason=none', 'reason'],
    ['notifications?outcome=good', 'outcome'],
    ['consents?action=given', 'action'],
    ['audit-log?action=sang', 'action'],
    ['analytics/opt-ins?from=2026-13-01', 'from'],
    ['analytics/deliveries?from=2026-02-01&to=2026-01-01', 'from'],
    ['compliance?days=3', 'days'],
    ['parked?cursor=x', 'cursor'],
    ['export/sessions.csv?status=open', 'status'],
  ])('%s is named', async (path, field) => {
    const response = await world.send('GET', `/api/admin/${path}`);
    expect([response.status, await response.json()]).toEqual([422, expect.objectContaining({ field })]);
  });

  it('is a cursor of another order, too', async () => {
    const { nextCursor } = await sessions('?sort=expiresAt&limit=1');
    const response = await world.send('GET', `/api/admin/sessions?sort=-expiresAt&cursor=${nextCursor}`);
    expect(response.status).toBe(422);
  });
});

describe('what customers wrote', () => {
  it('is unseen until somebody marks it', async () => {
    await world.receive({ from: phoneOf(5), text: '<img src=x onerror=alert(1)>' });
    const before = await world.get<AdminInboundMessagePage>('/api/admin/inbound-messages?limit=1');
    expect(before.items).toMatchObject([
      { text: '<img src=x onerror=alert(1)>', ticket: { number: 'A-5' }, seenAt: null, accepted: true },
    ]);
    const ids = before.items.map(({ id }) => id);
    expect((await world.send('POST', '/api/admin/inbound-messages/seen', { ids })).status).toBe(204);
    const after = await world.get<AdminInboundMessagePage>('/api/admin/inbound-messages?unseen=true');
    expect([after.unseen, after.items.length]).toEqual([before.unseen - 1, before.unseen - 1]);
    const receivedUntil = after.items[0]?.receivedAt;
    expect((await world.send('POST', '/api/admin/inbound-messages/seen', { receivedUntil })).status).toBe(204);
    expect(await world.get('/api/admin/inbound-messages?unseen=true')).toMatchObject({ items: [], unseen: 0 });
  });

  it('is found by session, person and ticket', async () => {
    const [session] = (await sessions(`?ticketId=${ticketOf(5)}`)).items;
    for (const filter of [
      `sessionId=${session?.id}`,
      `contactId=${session?.customer.contactId}`,
      `ticketId=${ticketOf(5)}`,
    ]) {
      const { items } = await world.get<AdminInboundMessagePage>(`/api/admin/inbound-messages?${filter}`);
      expect([filter, items.map(({ text }) => text)]).toEqual([filter, ['<img src=x onerror=alert(1)>', 'hello']]);
    }
  });
});

describe('notifications', () => {
  it('show their attempts, with reasons, vendors and costs', async () => {
    await world.notify({ ticketId: ticketOf(6), type: 'your_turn' });
    const { items } = await world.get<AdminNotificationPage>(`/api/admin/notifications?ticketId=${ticketOf(6)}`);
    const [called] = items;
    expect(called).toMatchObject({
      kind: 'ticket',
      type: 'your_turn',
      method: 'sms_fallback',
      deliveredTo: '+966•••••••06',
      customer: { name: 'Customer 6', maskedPhone: '+966•••••••06' },
      attempts: [
        { tier: 'push', status: 'skipped', reason: 'no_push_subscription' },
        { tier: 'whatsapp', status: 'skipped', reason: 'no_active_session' },
        { tier: 'sms', provider: 'twilio' },
      ],
    });
    const path = { id: called?.id ?? '' };
    const one = dataOf(await api().GET('/api/admin/notifications/{id}', { params: { path } }));
    expect(one.attempts.map(({ tier }) => tier)).toEqual(['push', 'whatsapp', 'sms']);
  });

  it('hide the phone within a vendor’s id', async () => {
    const text = JSON.stringify(await world.get('/api/admin/notifications?limit=200'));
    for (const serial of [1, 2, 3, 4, 5, 6]) expect(text).not.toContain(phoneOf(serial).slice(1));
  });

  it.each([
    ['method=sms_fallback', 1],
    ['method=none', 0],
    ['reason=no_phone', 0],
    ['type=your_turn', 1],
    ['outcome=late', 0],
    ['outcome=unknown', 0],
    ['outcome=failed', 0],
    ['outcome=waiting', 0],
    ['outcome=parked', 0],
  ])('with %s are %i', async (filter, count) => {
    const { items } = await world.get<AdminNotificationPage>(`/api/admin/notifications?${filter}`);
    expect(items.filter(({ kind }) => kind === 'ticket')).toHaveLength(count);
  });
});

describe('bulk', () => {
  const bulk = async (body: Record<string, unknown>) =>
    (await (await world.send('POST', '/api/admin/sessions/bulk', body)).json()) as BulkSessionsAnswer;

  it('says whom a reminder would reach, then reaches them once', async () => {
    const filter = { status: 'expiring' };
    const preview = await bulk({ action: 'remind', filter, dryRun: true });
    expect(preview).toMatchObject({
      matched: 1,
      done: 1,
      results: [{ outcome: 'would_send', ticket: { number: 'A-4' } }],
    });
    expect(preview.text).toContain('Al Noor Clinic');
    const texts = world.textsTo(phoneOf(4)).length;
    expect(await bulk({ action: 'remind', filter })).toMatchObject({ done: 1, results: [{ outcome: 'sent' }] });
    expect(await bulk({ action: 'remind', filter })).toMatchObject({
      done: 0,
      results: [{ outcome: 'skipped', reason: 'already_reminded' }],
    });
    expect(world.textsTo(phoneOf(4))).toHaveLength(texts + 1);
  });

  it('ends the sessions that were chosen, and nothing where one is unknown', async () => {
    const sessionIds = (await sessions(`?ticketId=${ticketOf(3)}`)).items.map(({ id }) => id);
    const unknown = '01900000-0000-7000-8000-000000000000';
    const refused = await world.send('POST', '/api/admin/sessions/bulk', {
      action: 'end',
      sessionIds: [...sessionIds, unknown],
    });
    expect(refused.status).toBe(404);
    expect(await bulk({ action: 'end', sessionIds })).toMatchObject({ done: 1, results: [{ outcome: 'ended' }] });
    expect(await bulk({ action: 'end', sessionIds })).toMatchObject({ results: [{ reason: 'already_ended' }] });
    expect(await world.app.sessions.hasActiveSession(phoneOf(3), { organizationId: 'clinic' })).toBe(false);
    const query = { action: 'session.ended' } as const;
    const { items } = dataOf(await api().GET('/api/admin/audit-log', { params: { query } }));
    expect(items.map(({ target }) => target)).toEqual(sessionIds);
  });

  it.each([[{ action: 'end' }], [{ action: 'end', filter: {}, sessionIds: [] }], [{ action: 'sing', filter: {} }]])(
    'refuses %j',
    async (body) => {
      expect((await world.send('POST', '/api/admin/sessions/bulk', body)).status).toBe(422);
    },
  );
});

describe('reports', () => {
  it('count the way from the prompt to the message', async () => {
    await world.createTicket('t-funnel', { number: 'F-1' });
    const optIn = await world.createOptIn({ ticketId: 't-funnel' });
    for (const type of ['impression', 'link_open'])
      await world.request('POST', `/api/opt-ins/${optIn.id}/events`, { key: optIn.clientToken, body: { type } });
    await world.receive({ from: phoneOf(9), text: optIn.message });
    const report = dataOf(await api().GET('/api/admin/analytics/opt-ins'));
    expect(report.totals).toMatchObject({ impressions: 1, linkOpens: 1, connected: 1, declined: 0 });
    expect(report.rates).toMatchObject({ adoption: 1, decline: 0, capture: 1 });
    expect(report.timeToConnect.samples).toBe(1);
    expect([report.days.length, report.days.at(-1)?.connected]).toEqual([30, 1]);
  });

  it('name the methods and the failures', async () => {
    await world.createTicket('t-nobody', { number: 'N-1' });
    await world.notify({ ticketId: 't-nobody', type: 'your_turn' });
    const report = dataOf(await api().GET('/api/admin/analytics/deliveries'));
    expect(report.totals).toMatchObject({ sms_fallback: 1 });
    expect(report.days.at(-1)?.sms_fallback).toBe(1);
    expect(report.attempts.find(({ tier }) => tier === 'whatsapp')?.made).toBeGreaterThanOrEqual(7);
    expect(report.sms).toMatchObject({ messages: 1, segments: 1 });
  });

  it('prove that nothing was unsolicited, with the query that anybody can ask', async () => {
    const report = dataOf(await api().GET('/api/admin/compliance'));
    expect(report.proof).toMatchObject({ unsolicited: 0 });
    const [asked] = await world.database.query<{ sends: number; unsolicited: number }>(report.proof.query, ['clinic']);
    expect(asked).toEqual({ sends: report.proof.sends, unsolicited: 0 });
    expect(report.proof.sends).toBeGreaterThan(6);
    expect(report.consents.granted).toBeGreaterThanOrEqual(7);
    await eventually('the seals', async () => {
      const { chain } = dataOf(await api().POST('/api/admin/compliance/check'));
      return chain?.status === 'whole' && chain.unsealed === 0;
    });
    const { items } = dataOf(await api().GET('/api/admin/consents', { params: { query: { limit: 2 } } }));
    expect(items).toMatchObject([{ action: 'granted', method: 'opt_in_code' }, { method: 'inbound_message' }]);
    expect(items[0]?.seal?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
