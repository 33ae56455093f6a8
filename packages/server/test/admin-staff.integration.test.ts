import type { AdminKey, AdminKeyCreated, AuditLogPage, StaffSession } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OTHER_ADMIN, OTHER_SECRET, openAdminWorld, phoneOf, ticketOf, type AdminWorld } from './admin-world.js';
import { ADMIN, ORIGIN, SECRET, eventually } from './test-world.js';

let world: AdminWorld;
let sessionId: string;
let contactId: string;
let notificationId: string;
let messageId: string;
beforeAll(async () => {
  world = await openAdminWorld();
  await world.connect(1, { name: 'Sara' });
  notificationId = (await world.notify({ ticketId: ticketOf(1), type: 'your_turn' })).id;
  const { items } = await world.get<{ items: { id: string; customer: { contactId: string } }[] }>(
    '/api/admin/sessions',
  );
  sessionId = items[0]?.id ?? '';
  contactId = items[0]?.customer.contactId ?? '';
  const inbound = await world.get<{ items: { id: string }[] }>('/api/admin/inbound-messages');
  messageId = inbound.items[0]?.id ?? '';
});
afterAll(async () => {
  await world?.close();
});

const OWN = 'https://optin.clinic.example';
const json = async <T>(response: Response): Promise<T> => (await response.json()) as T;

/** Signs in as a browser does. @returns its cookie, and the proof for changes. */
async function signIn(key = ADMIN): Promise<{ cookie: string; csrf: string; setCookie: string }> {
  const response = await world.request('POST', '/api/admin/session', { body: { key }, headers: { origin: OWN } });
  expect(response.status).toBe(200);
  const setCookie = response.headers.get('set-cookie') ?? '';
  const { csrfToken } = await json<StaffSession>(response);
  return { cookie: setCookie.split(';')[0] ?? '', csrf: csrfToken ?? '', setCookie };
}

describe('a sign-in', () => {
  it('exchanges an admin key for a cookie that no script reads and no other site sends', async () => {
    const { cookie, setCookie } = await signIn();
    expect(setCookie).toMatch(
      /^__Host-whatsapp-optin-staff=ss_\S+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/,
    );
    expect(setCookie).not.toContain(ADMIN);
    const who = await world.request('GET', '/api/admin/session', { headers: { cookie } });
    expect(await json(who)).toMatchObject({
      organization: { id: 'clinic', name: 'Al Noor Clinic' },
      role: 'manager',
      by: 'cookie',
    });
  });

  it('lets a change through only with its proof, and from a page of ours', async () => {
    const { cookie, csrf } = await signIn();
    const change = (headers: Record<string, string>) =>
      world.request('PUT', '/api/admin/organization', {
        body: { messageStyle: 'formal' },
        headers: { cookie, ...headers },
      });
    const statuses = [
      await change({ origin: OWN }),
      await change({ origin: OWN, 'x-csrf-token': 'guess' }),
      await change({ origin: 'https://evil.example', 'x-csrf-token': csrf }),
      await change({ origin: 'null', 'x-csrf-token': csrf }),
      await change({ 'sec-fetch-site': 'cross-site', 'x-csrf-token': csrf }),
      await change({ origin: OWN, 'x-csrf-token': csrf }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 200]);
  });

  it('ends when it is asked to', async () => {
    const { cookie, csrf } = await signIn();
    const headers = { cookie, origin: OWN, 'x-csrf-token': csrf };
    const out = await world.request('DELETE', '/api/admin/session', { headers });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect((await world.request('GET', '/api/admin/session', { headers })).status).toBe(401);
  });

  it('ends by itself', async () => {
    const { cookie } = await signIn();
    await world.database.query(`UPDATE whatsapp_optin.staff_sessions SET expires_at = clock_timestamp()`);
    expect((await world.request('GET', '/api/admin/session', { headers: { cookie } })).status).toBe(401);
  });

  it.each([
    ['a secret key', SECRET, OWN, 401],
    ['nonsense', 'ak_nonsense', OWN, 401],
    ['a page of another site', ADMIN, 'https://evil.example', 403],
  ])('is refused for %s', async (_name, key, origin, status) => {
    const response = await world.request('POST', '/api/admin/session', { body: { key }, headers: { origin } });
    expect([response.status, response.headers.get('set-cookie')]).toEqual([status, null]);
  });
});

describe('a token of the host’s backend', () => {
  it('serves for reading, for a while, from an allowed page', async () => {
    const made = await world.send('POST', '/api/admin/staff-tokens', { name: 'desk 2', expiresInSeconds: 60 }, SECRET);
    expect(made.status).toBe(201);
    const { token, role } = await json<{ token: string; role: string }>(made);
    expect(role).toBe('viewer');
    const headers = { origin: ORIGIN };
    const list = await world.request('GET', '/api/admin/sessions', { key: token, headers });
    expect([list.status, list.headers.get('access-control-allow-origin')]).toEqual([200, ORIGIN]);
    expect(list.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await world.request('GET', `/api/sessions/${phoneOf(1)}`, { key: token })).status).toBe(200);
    for (const [method, path] of [
      ['POST', `/api/admin/contacts/${contactId}/reveal`],
      ['GET', '/api/admin/export/sessions.csv'],
      ['DELETE', `/api/contacts/${phoneOf(1)}`],
      ['GET', '/api/admin/keys'],
      ['GET', '/api/admin/audit-log'],
    ] as const)
      expect([path, (await world.send(method, path, undefined, token)).status]).toEqual([path, 403]);
    await world.database.query(`UPDATE whatsapp_optin.staff_sessions SET expires_at = clock_timestamp()`);
    expect((await world.send('GET', '/api/admin/sessions', undefined, token)).status).toBe(401);
  });

  it('is made by the secret key alone', async () => {
    expect((await world.send('POST', '/api/admin/staff-tokens', {}, ADMIN)).status).toBe(403);
    const { token } = await world.app.staff.createToken({ organizationId: 'other', role: 'manager' });
    expect((await world.send('POST', '/api/admin/staff-tokens', {}, token)).status).toBe(403);
    expect(await world.get('/api/admin/sessions', token)).toMatchObject({ items: [] });
  });
});

describe('keys', () => {
  const create = async (body: Record<string, unknown>) =>
    json<AdminKeyCreated>(await world.send('POST', '/api/admin/keys', body));

  it('have a name and scopes, and show when they were used, and never the key', async () => {
    const { key, ...made } = await create({
      name: 'Desk',
      role: 'viewer',
      scopes: ['sessions.read', 'contacts.erase'],
    });
    expect(made).toMatchObject({ name: 'Desk', role: 'viewer', scopes: ['sessions.read'], lastUsedAt: null });
    expect((await world.send('GET', '/api/admin/sessions', undefined, key)).status).toBe(200);
    expect((await world.send('GET', '/api/admin/inbound-messages', undefined, key)).status).toBe(403);
    const { items } = await world.get<{ items: AdminKey[] }>('/api/admin/keys');
    expect(items.map(({ source }) => source)).toEqual(['configuration', 'stored']);
    expect(items[1]).toMatchObject({
      id: made.id,
      status: 'active',
      lastUsedAt: expect.stringContaining('T') as string,
    });
    const kept = await world.database.query(`SELECT key_hash::text, hint FROM whatsapp_optin.admin_keys`);
    expect(JSON.stringify([items, kept])).not.toContain(key.slice(-20));
  });

  it('are rotated: both serve until the old one ends', async () => {
    const old = await create({ name: 'Rota', role: 'manager' });
    const rotated = await world.send('POST', `/api/admin/keys/${old.id}/rotate`, { overlapHours: 1 });
    const next = await json<AdminKeyCreated>(rotated);
    expect([rotated.status, next.name, next.key === old.key]).toEqual([201, 'Rota', false]);
    const serves = async (key: string) => (await world.send('GET', '/api/admin/session', undefined, key)).status;
    expect([await serves(old.key), await serves(next.key)]).toEqual([200, 200]);
    await world.database.query(
      `UPDATE whatsapp_optin.admin_keys SET expires_at = clock_timestamp() WHERE id = $1::uuid`,
      [old.id],
    );
    expect([await serves(old.key), await serves(next.key)]).toEqual([401, 200]);
  });

  it('that are revoked end their sign-ins at once', async () => {
    const { id, key } = await create({ name: 'Leaver', role: 'manager' });
    const { cookie } = await signIn(key);
    expect((await world.send('DELETE', `/api/admin/keys/${id}`)).status).toBe(204);
    expect((await world.request('GET', '/api/admin/session', { headers: { cookie } })).status).toBe(401);
    expect((await world.send('GET', '/api/admin/session', undefined, key)).status).toBe(401);
    expect((await world.send('DELETE', `/api/admin/keys/${id}`)).status).toBe(404);
  });

  it('give away no more than their maker has', async () => {
    const some = await create({ name: 'Keeper', role: 'manager', scopes: ['keys.write', 'sessions.read'] });
    const made = await world.send('POST', '/api/admin/keys', { name: 'More', role: 'manager' }, some.key);
    expect((await json<AdminKeyCreated>(made)).scopes).toEqual(['sessions.read', 'keys.write']);
    const full = await create({ name: 'Full', role: 'manager' });
    expect((await world.send('POST', `/api/admin/keys/${full.id}/rotate`, {}, some.key)).status).toBe(403);
  });

  const endOf = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const statusOf = async (key: string) => (await world.send('GET', '/api/admin/session', undefined, key)).status;

  it('end with their maker at the latest, and keep their end when they are rotated', async () => {
    const end = endOf(2);
    const maker = await create({ name: 'Temp', role: 'manager', expiresAt: end });
    const made = await json<AdminKeyCreated>(
      await world.send('POST', '/api/admin/keys', { name: 'Child', role: 'manager', expiresAt: null }, maker.key),
    );
    expect([made.expiresAt, made.parentId]).toEqual([end, maker.id]);
    const late = { name: 'Late', role: 'viewer', expiresAt: endOf(3) };
    const refused = await world.send('POST', '/api/admin/keys', late, maker.key);
    expect([refused.status, await refused.json()]).toMatchObject([422, { field: 'expiresAt' }]);
    const rotated = await json<AdminKeyCreated>(await world.send('POST', `/api/admin/keys/${maker.id}/rotate`, {}));
    expect(rotated.expiresAt).toBe(end);
    const signedIn = await world.request('POST', '/api/admin/session', { body: { key: rotated.key } });
    expect((await json<{ expiresAt: string }>(signedIn)).expiresAt).toBe(end);
  });

  it('that last longer are neither rotated nor revoked by one that ends', async () => {
    const short = await create({ name: 'Short', role: 'manager', expiresAt: endOf(1) });
    const long = await create({ name: 'Long', role: 'viewer' });
    expect((await world.send('POST', `/api/admin/keys/${long.id}/rotate`, {}, short.key)).status).toBe(403);
    expect((await world.send('DELETE', `/api/admin/keys/${long.id}`, undefined, short.key)).status).toBe(403);
    expect((await world.send('DELETE', `/api/admin/keys/${short.id}`, undefined, short.key)).status).toBe(204);
  });

  it('that may do more are not revoked by one that may do less', async () => {
    const some = await create({ name: 'Keeper 2', role: 'manager', scopes: ['keys.write', 'sessions.read'] });
    const full = await create({ name: 'Full 2', role: 'manager' });
    expect((await world.send('DELETE', `/api/admin/keys/${full.id}`, undefined, some.key)).status).toBe(403);
    expect(await statusOf(full.key)).toBe(200);
  });

  it('that are revoked end the keys that they made, and a rotation hands those on', async () => {
    const make = async (key: string) =>
      json<AdminKeyCreated>(await world.send('POST', '/api/admin/keys', { name: 'Kin', role: 'manager' }, key));
    const first = await create({ name: 'First', role: 'manager' });
    const second = await make(first.key);
    const third = await make(second.key);
    const next = await json<AdminKeyCreated>(await world.send('POST', `/api/admin/keys/${first.id}/rotate`, {}));
    expect((await world.send('DELETE', `/api/admin/keys/${first.id}`)).status).toBe(204);
    expect(await Promise.all([first, second, third, next].map(({ key }) => statusOf(key)))).toEqual([
      401, 200, 200, 200,
    ]);
    expect((await world.send('DELETE', `/api/admin/keys/${next.id}`)).status).toBe(204);
    expect(await Promise.all([second, third, next].map(({ key }) => statusOf(key)))).toEqual([401, 401, 401]);
  });

  it('are out of reach of a staff token, which lives in a page', async () => {
    const wanted = { organizationId: 'clinic', role: 'manager', name: 'Sara' } as const;
    const { token } = await world.app.staff.createToken(wanted);
    for (const [method, path] of [
      ['GET', '/api/admin/keys'],
      ['POST', '/api/admin/keys'],
    ] as const) {
      const body = method === 'POST' ? { name: 'Mine', role: 'manager' } : undefined;
      expect((await world.send(method, path, body, token)).status).toBe(403);
    }
  });

  it('do not serve where a secret key is asked for', async () => {
    const { key } = await create({ name: 'Wrong place', role: 'manager' });
    expect((await world.send('POST', '/api/notifications', {}, key)).status).toBe(403);
  });
});

describe('a masked phone', () => {
  const found = async (search: string, key: string) => {
    const path = `/api/admin/sessions?search=${encodeURIComponent(search)}`;
    return (await world.get<{ items: unknown[] }>(path, key)).items.length;
  };
  const lookUps = async (wanted: 'search' | 'session') => {
    const { items } = await world.get<AuditLogPage>('/api/admin/audit-log?action=phone.looked_up');
    return items.filter(({ details }) => details['by'] === wanted).length;
  };

  it('cannot be tried digit by digit, and is found whole, in the open', async () => {
    const made = { name: 'Masked', role: 'viewer' };
    const { key } = await json<AdminKeyCreated>(await world.send('POST', '/api/admin/keys', made));
    const digits = phoneOf(1).slice(1);
    const parts = Array.from({ length: digits.length - 2 }, (_, at) => digits.slice(0, at + 2));
    for (const part of [...parts, digits.slice(-4)]) {
      expect([part, await found(part, key)]).toEqual([part, part === digits ? 1 : 0]);
    }
    expect(await found(phoneOf(1), key)).toBe(1);
    expect(await found('A-1', key)).toBeGreaterThan(0);
    // Eight digits are a phone's length, whoever's it may be.
    const attempts = digits.length - 7;
    expect(await lookUps('search')).toBe(attempts);
    expect(await found(digits.slice(-4), ADMIN)).toBe(1);
    expect(await lookUps('search')).toBe(attempts + 1);
  });

  it('is looked up by a session route in the open, too, once an hour', async () => {
    const { key } = await json<AdminKeyCreated>(
      await world.send('POST', '/api/admin/keys', { name: 'Badge', role: 'viewer' }),
    );
    const before = await lookUps('session');
    for (const phone of [phoneOf(1), phoneOf(1), '+966570099999']) {
      expect((await world.send('GET', `/api/sessions/${phone}`, undefined, key)).status).toBe(200);
    }
    expect(await lookUps('session')).toBe(before + 2);
    const kept = await world.database.query(`SELECT target, details FROM whatsapp_optin.staff_audit`);
    expect(JSON.stringify(kept)).not.toContain(phoneOf(1).slice(1));
    expect((await world.send('GET', `/api/sessions/${phoneOf(1)}`, undefined, SECRET)).status).toBe(200);
    expect(await lookUps('session')).toBe(before + 2);
  });
});

describe('a name', () => {
  it.each([
    ['POST', '/api/admin/keys', { name: 'Sara \u202e', role: 'viewer' }],
    ['PUT', '/api/admin/organization', { name: 'Al\u2066Noor' }],
  ])('%s %s may not turn the direction of the text around it', async (method, path, body) => {
    const response = await world.send(method, path, body);
    expect([response.status, await response.json()]).toMatchObject([422, { field: 'name' }]);
  });
});

describe('the audit log', () => {
  it('names who revealed a phone, and holds none', async () => {
    const revealed = await world.send('POST', `/api/admin/contacts/${contactId}/reveal`);
    expect(await json(revealed)).toEqual({ contactId, phone: phoneOf(1) });
    const page = await world.get<AuditLogPage>('/api/admin/audit-log');
    expect(page.items[0]).toMatchObject({
      action: 'phone.revealed',
      target: contactId,
      actor: { name: 'ADMIN_KEY', role: 'manager', by: 'key' },
    });
    expect(JSON.stringify(page)).not.toContain(phoneOf(1).slice(1));
  });
});

describe('the live stream', () => {
  /** The events of a stream until `enough` says so. */
  async function events(lastEventId: string | null, enough: (text: string) => boolean, act: () => Promise<unknown>) {
    const headers = lastEventId === null ? {} : { 'last-event-id': lastEventId };
    const response = await world.request('GET', '/api/admin/stream', { key: ADMIN, headers });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.getReader();
    let text = '';
    let acted = false;
    while (reader !== undefined && !enough(text)) {
      const { value, done } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
      if (!acted) await act();
      acted = true;
    }
    await reader?.cancel();
    return text;
  }

  it('reports that a customer wrote, and to a returning reader what it missed', async () => {
    const written = await events(
      null,
      (text) => text.includes('event: change'),
      () => world.receive({ from: phoneOf(1), text: 'one more' }),
    );
    expect(written).toMatch(
      /event: ready\nid: \S+\ndata: {"topics":\[\]}\n\nevent: change\nid: \S+\ndata: {"topics":\["sessions","inbound","tickets"\]}/,
    );
    const last = /event: ready\nid: (\S+)/.exec(written)?.[1] ?? '';
    const missed = await events(
      last,
      (text) => text.includes('event: ready'),
      () => Promise.resolve(),
    );
    expect(missed).toMatch(/event: ready\nid: \S+\ndata: {"topics":\[[^\]]*"inbound"/);
  });

  it('is not for somebody without a key', async () => {
    expect((await world.request('GET', '/api/admin/stream')).status).toBe(401);
  });
});

describe('another organization', () => {
  const UNKNOWN = '01900000-0000-7000-8000-000000000000';
  const operations = (): [string, string, unknown?][] => [
    ['GET', `/api/admin/notifications/${notificationId}`],
    ['POST', '/api/admin/sessions/bulk', { action: 'end', sessionIds: [sessionId] }],
    ['POST', '/api/admin/sessions/bulk', { action: 'remind', sessionIds: [sessionId], dryRun: true }],
    ['POST', '/api/admin/inbound-messages/seen', { ids: [messageId] }],
    ['POST', `/api/admin/contacts/${contactId}/reveal`],
    ['DELETE', `/api/contacts/${phoneOf(1)}`],
    ['POST', `/api/admin/parked/notification/${notificationId}/retry`],
    ['POST', `/api/admin/keys/${UNKNOWN}/rotate`, {}],
    ['DELETE', `/api/admin/keys/${UNKNOWN}`],
  ];

  it('gets 404 for each id, as for one that never was, and changes nothing', async () => {
    const { id: keyId } = await json<AdminKeyCreated>(
      await world.send('POST', '/api/admin/keys', { name: 'Ours', role: 'viewer' }),
    );
    for (const [method, path, body] of operations()) {
      const theirs = path.replace(UNKNOWN, keyId);
      expect([method, theirs, (await world.send(method, theirs, body, OTHER_ADMIN)).status]).toEqual([
        method,
        theirs,
        404,
      ]);
    }
    expect(await world.app.sessions.hasActiveSession(phoneOf(1), { organizationId: 'clinic' })).toBe(true);
  });

  it('finds nothing of ours by any filter, list, report or export', async () => {
    for (const path of [
      '/api/admin/sessions',
      `/api/admin/sessions?search=sara`,
      `/api/admin/sessions?ticketId=${ticketOf(1)}`,
      '/api/admin/inbound-messages',
      `/api/admin/inbound-messages?sessionId=${sessionId}`,
      `/api/admin/inbound-messages?contactId=${contactId}`,
      '/api/admin/notifications',
      `/api/admin/notifications?contactId=${contactId}`,
      '/api/admin/consents',
      `/api/admin/consents?contactId=${contactId}`,
      '/api/admin/parked',
    ])
      expect([path, (await world.get<{ items: unknown[] }>(path, OTHER_ADMIN)).items]).toEqual([path, []]);
    for (const kind of ['sessions', 'notifications', 'consents']) {
      const csv = await world.send('GET', `/api/admin/export/${kind}.csv`, undefined, OTHER_ADMIN);
      expect([kind, (await csv.text()).trim().split('\r\n').length]).toEqual([kind, 1]);
    }
    expect(await world.get('/api/admin/compliance', OTHER_ADMIN)).toMatchObject({
      proof: { sends: 0, unsolicited: 0 },
    });
    expect(await world.get('/api/admin/sessions/stats', OTHER_ADMIN)).toMatchObject({ active: 0, opened: 0 });
    const audit = await world.get<AuditLogPage>('/api/admin/audit-log', OTHER_ADMIN);
    expect(audit.items.filter(({ action }) => action === 'phone.revealed')).toEqual([]);
  });

  it('is kept out of every admin route without a key, by a wrong kind of key, and of the page of another site', async () => {
    const document = await json<{ paths: Record<string, Record<string, { security?: object[] }>> }>(
      await world.request('GET', '/api/openapi.json'),
    );
    const routes = Object.entries(document.paths)
      .filter(([path]) => path.startsWith('/api/admin/') || path.startsWith('/api/contacts/'))
      .flatMap(([path, item]) => Object.keys(item).map((method) => [method.toUpperCase(), path] as const))
      .filter(([method, path]) => !(method === 'POST' && path === '/api/admin/session'));
    expect(routes.length).toBeGreaterThan(30);
    for (const [method, path] of routes) {
      const url = path.replaceAll(/\{(kind|id|contactId|phone)\}/g, (_whole, name: string) =>
        name === 'kind' ? 'reply' : name === 'phone' ? phoneOf(1) : UNKNOWN,
      );
      const statuses = [await world.request(method, url), await world.send(method, url, undefined, `${OTHER_SECRET}x`)];
      if (path !== '/api/admin/staff-tokens') statuses.push(await world.send(method, url, undefined, OTHER_SECRET));
      const got = statuses.map(({ status }) => status);
      expect([method, path, got]).toEqual([
        method,
        path,
        path === '/api/admin/staff-tokens' ? [401, 401] : [401, 401, 403],
      ]);
    }
  });
});

describe('a person who is erased', () => {
  it('is in no row any more, stays in the counts, and is not written to by accident', async () => {
    const phone = await world.connect(20, { name: 'Erased Person', text: 'my secret text' });
    await world.notify({ ticketId: ticketOf(20), type: 'your_turn' });
    await world.receive({ from: phone, text: 'STOP' });
    await eventually('the confirmation', () => world.textsTo(phone).length === 3);
    const before = await world.get<{ proof: { sends: number } }>('/api/admin/compliance');

    const response = await world.send('DELETE', `/api/contacts/${encodeURIComponent(phone)}`);
    expect(response.status).toBe(200);
    const answer = await json<{ erased: Record<string, number>; blocked: boolean }>(response);
    expect(answer).toMatchObject({
      blocked: true,
      erased: { contacts: 1, tickets: 1, whatsapp_sessions: 1, whatsapp_inbound_messages: 2 },
    });

    const tables = await world.database.query<{ name: string }>(
      `SELECT class.relname::text AS name FROM pg_class AS class
       JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
       WHERE class.relkind = 'r' AND namespace.nspname = 'whatsapp_optin'`,
    );
    for (const { name } of tables) {
      const [found] = await world.database.query<{ text: string | null }>(
        `SELECT string_agg(kept::text, ' ') AS text FROM whatsapp_optin."${name}" AS kept`,
      );
      const text = found?.text ?? '';
      const traces = [phone.slice(1), 'Erased Person', 'my secret text'].filter((trace) => text.includes(trace));
      expect([name, traces]).toEqual([name, []]);
    }
    expect(await world.get('/api/admin/compliance')).toMatchObject({ proof: { sends: before.proof.sends } });
    const check = await world.send('POST', '/api/admin/compliance/check');
    expect(await json(check)).toMatchObject({ proof: { unsolicited: 0 } });

    await world.createTicket(ticketOf(20), { number: 'A-20', phone });
    expect(await world.notify({ ticketId: ticketOf(20), type: 'your_turn' })).toMatchObject({ method: 'none' });
    expect(
      await world.app.sms.sendSMS({
        phone,
        notificationType: 'critical',
        organizationId: 'clinic',
        ticketId: 'x',
        ticketNumber: 'X',
      }),
    ).toMatchObject({ success: false, error: 'opted_out' });
    await world.receive({ from: phone, text: 'hello again' });
    await eventually('a new welcome', () => world.textsTo(phone).length === 4);
  });

  it('is found by the host’s own call, too; nobody is 404', async () => {
    await world.connect(21);
    const held = await world.app.contacts.export(phoneOf(21), { organizationId: 'clinic' });
    expect(held).toMatchObject({ organizationId: 'clinic', tables: { tickets: [{ id: ticketOf(21) }] }, cut: [] });
    expect(await world.app.contacts.export(held?.contactIds[0] ?? '', { organizationId: 'clinic' })).toMatchObject({
      contactIds: held?.contactIds,
    });
    expect(await world.app.contacts.erase(phoneOf(21), { organizationId: 'clinic' })).toMatchObject({ blocked: true });
    expect(await world.app.contacts.erase(phoneOf(21), { organizationId: 'clinic' })).toBeNull();
    expect(await world.app.contacts.export(phoneOf(21), { organizationId: 'clinic' })).toBeNull();
    expect((await world.send('DELETE', `/api/contacts/${phoneOf(99)}`)).status).toBe(404);
    expect((await world.send('DELETE', '/api/contacts/nobody')).status).toBe(422);
  });
});
