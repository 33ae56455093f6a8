import { SUPPORTED_LOCALES, type AuditLogPage } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCapabilityLinks } from '../src/customer-page/capability-links.js';
import { PAGE_WORDS } from '../src/customer-page/words/all-words.js';
import { ADMIN, ORIGIN, eventually, openWorld, type World } from './test-world.js';

const PAGE = /https:\/\/optin\.clinic\.example(\/m\/[\w-]+)/;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

let serial = 0;

/** A customer with a ticket and an open session. @returns their phone, and the path in their welcome. */
async function customer(text = 'hello', fields: Record<string, unknown> = {}) {
  serial += 1;
  const phone = `+9665130000${String(serial).padStart(2, '0')}`;
  const ticketId = `page-${serial}`;
  await world.createTicket(ticketId, { number: `P${serial}`, phone, ...fields });
  await world.receive({ from: phone, text });
  const welcome = await eventually('the welcome', () => world.textsTo(phone).at(0));
  return { phone, ticketId, welcome, path: PAGE.exec(welcome)?.[1] ?? '' };
}

const get = (path: string, headers: Record<string, string> = {}) => world.request('GET', path, { headers });

function post(path: string, form: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(form);
  return world.app.fetch(new Request(`https://optin.clinic.example${path}`, { method: 'POST', body }));
}

async function expectGone(path: string) {
  const response = await get(path, { 'accept-language': 'en' });
  expect([response.status, (await response.text()).includes(PAGE_WORDS.en.gone)]).toEqual([404, true]);
}

const rows = (sql: string, values: unknown[] = []) => world.database.query(sql, values);
const notify = (ticketId: string) => world.notify({ ticketId, type: 'your_turn' });

describe('the page', () => {
  it('is linked in each welcome, once', async () => {
    const { welcome } = await customer();
    expect(welcome.match(/\/m\//g)).toHaveLength(1);
    expect(welcome).toMatch(/Stop, pause or see your data:\nhttps:\/\/optin\.clinic\.example\/m\/[\w-]{40,100}$/);
  });

  it('shows what is on and held, without a script, to nobody else', async () => {
    const { path, phone } = await customer();
    const response = await get(path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*form-action 'self'/);
    expect(text).not.toMatch(/<script|style="|\son\w+=/);
    expect(text).toContain('On for ticket <bdi dir="ltr" class="phone">P');
    expect(text).toContain('Sara');
    expect(text).not.toContain(phone);
    expect(text.indexOf('value="stop"')).toBeLessThan(text.indexOf('value="pause"'));
  });

  it('changes nothing by being fetched, as by a preview', async () => {
    const { path, phone } = await customer();
    const state = () => rows(`SELECT to_jsonb(contact) AS row FROM whatsapp_optin.contacts AS contact ORDER BY id`);
    const before = await state();
    for (const one of [path, `${path}?erase=ask`, `${path}/receipt`, `${path}/data`, `${path}?action=stop`]) {
      expect((await get(one)).status).toBe(200);
    }
    expect(await state()).toEqual(before);
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(true);
  });

  it('is the same 404 for a forged, an unknown and a foreign token', async () => {
    const { path } = await customer();
    const token = path.slice(3);
    const flip = (at: number) => `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    for (const at of [0, 5, 21, 22, 30, token.length - 4]) await expectGone(`/m/${flip(at)}`);
    for (const other of ['x', token.slice(1), `${token}A`, `${token}=`, 'A'.repeat(2000)])
      await expectGone(`/m/${other}`);
    const contactId = '01900000-0000-7000-8000-000000000000';
    const foreign = createCapabilityLinks(new Map([['clinic', Buffer.alloc(32, 1)]]), 'https://optin.clinic.example');
    await expectGone(PAGE.exec(foreign.urlOf({ organizationId: 'clinic', contactId }) ?? '')?.[1] ?? '');
  });

  it('ends a day after the updates', async () => {
    const { path, phone } = await customer();
    const end = (hours: number) =>
      rows(
        `UPDATE whatsapp_optin.whatsapp_sessions SET expires_at = clock_timestamp() - make_interval(mins => $2::int)
         WHERE phone_number = $1::text`,
        [phone, hours * 60],
      );
    await end(23);
    expect(await (await get(path)).text()).toContain(PAGE_WORDS.en.endedHint);
    await end(25);
    await expectGone(path);
  });

  it.each(SUPPORTED_LOCALES)('speaks %s, and stores the choice for the messages', async (locale) => {
    const { path, ticketId, phone } = await customer('hello', { locale: 'en' });
    expect((await post(path, { action: 'language', locale })).status).toBe(303);
    const text = await (await get(path)).text();
    expect(text).toContain(`<html lang="${locale}" dir="${locale === 'ar' || locale === 'ur' ? 'rtl' : 'ltr'}">`);
    expect(text).toContain(PAGE_WORDS[locale].stop);
    expect(text).not.toMatch(/\{\{|undefined|null|Invalid/);
    await notify(ticketId);
    const [kept] = await rows(
      `SELECT locale FROM whatsapp_optin.notification_logs WHERE ticket_id = $1::text AND kind = 'ticket'`,
      [ticketId],
    );
    expect([kept, world.textsTo(phone)]).toMatchObject([{ locale }, { length: 2 }]);
  });
});

describe('a stop', () => {
  it('takes one tap, reaches all channels, and is in the journal', async () => {
    const { path, phone, ticketId } = await customer();
    const response = await post(path, { action: 'stop' });
    expect([response.status, response.headers.get('location')]).toEqual([303, path]);
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(false);
    const { attempts } = await world.notify({ ticketId, type: 'critical' });
    expect(attempts.map(({ tier, reason }) => [tier, reason])).toEqual([
      ['push', 'no_push_subscription'],
      ['whatsapp', 'opted_out'],
      ['sms', 'opted_out'],
    ]);
    await post(path, { action: 'stop' });
    const journal = await rows(
      `SELECT consent.action, consent.method, consent.evidence FROM whatsapp_optin.consents AS consent
       JOIN whatsapp_optin.contact_identities AS identity USING (organization_id, contact_id)
       WHERE identity.value = $1::text AND consent.action = 'withdrawn'`,
      [phone],
    );
    expect(journal).toEqual([{ action: 'withdrawn', method: 'customer_page', evidence: 'capability_link' }]);
    expect(await (await get(path)).text()).toMatch(/Stopped[^]*text=START/);
    expect(await (await get(`${path}/receipt`)).text()).toMatch(/You stopped[^]*You agreed/);
    const listed = await world.request('GET', '/api/admin/consents?action=withdrawn', { key: ADMIN });
    expect(await listed.text()).toContain('customer_page');
  });

  it('is undone by a START, and ends the page a day later', async () => {
    const { path, phone, ticketId } = await customer();
    await post(path, { action: 'stop' });
    await rows(
      `UPDATE whatsapp_optin.contacts SET opted_out_at = opted_out_at - interval '25 hours' WHERE opted_out_at IS NOT NULL`,
    );
    await expectGone(path);
    await world.receive({ from: phone, text: 'START' });
    expect((await notify(ticketId)).method).toBe('whatsapp_fallback');
    expect((await get(path)).status).toBe(200);
  });
});

describe('a pause', () => {
  it.each(['position_update', 'your_turn', 'critical'] as const)('holds %s back on every tier', async (type) => {
    const { path, phone, ticketId } = await customer();
    await post(path, { action: 'pause', until: 'hour' });
    const text = await (await get(path)).text();
    expect(text).toContain(PAGE_WORDS.en.paused);
    expect(text.indexOf('value="stop"')).toBeGreaterThan(0);
    const paused = await world.notify({ ticketId, type });
    expect(paused.attempts.find(({ tier }) => tier === 'whatsapp')?.reason).toBe('quiet_hours');
    expect(paused.method).toBe('none');
    await post(path, { action: 'resume' });
    expect((await notify(ticketId)).method).toBe('whatsapp_fallback');
    expect(world.textsTo(phone)).toHaveLength(2);
  });

  it('is over by its time, and by a START', async () => {
    const one = await customer();
    await post(one.path, { action: 'pause', until: 'hour' });
    await rows(`UPDATE whatsapp_optin.contacts SET paused_until = clock_timestamp() WHERE paused_until IS NOT NULL`);
    expect((await notify(one.ticketId)).method).toBe('whatsapp_fallback');
    const other = await customer();
    await post(other.path, { action: 'pause', until: 'hour' });
    await rows(
      `UPDATE whatsapp_optin.contacts SET paused_at = paused_at - interval '2 seconds' WHERE paused_at IS NOT NULL`,
    );
    await world.receive({ from: other.phone, text: 'START' });
    expect((await notify(other.ticketId)).method).toBe('whatsapp_fallback');
  });

  it('lasts a day at most, and lies ahead', async () => {
    const { path, ticketId } = await customer();
    for (const until of [
      '',
      'never',
      new Date(Date.now() - 1000).toISOString(),
      new Date(Date.now() + 90_000_000).toISOString(),
    ]) {
      expect((await post(path, { action: 'pause', until })).status).toBe(303);
    }
    expect((await notify(ticketId)).method).toBe('whatsapp_fallback');
  });

  it('offers moments that are ahead and within a day', async () => {
    const { path } = await customer();
    const text = await (await get(path)).text();
    const offered = [...text.matchAll(/name="until" value="(\d[^"]+)"/g)].map(
      ([, at]) => Date.parse(at ?? '') - Date.now(),
    );
    expect(offered.length).toBeGreaterThan(0);
    for (const ahead of offered) {
      expect(ahead).toBeGreaterThan(3_600_000);
      expect(ahead).toBeLessThan(86_400_000);
    }
  });
});

describe('the data', () => {
  it('is downloaded as JSON, with each message', async () => {
    const { path, phone } = await customer('my very own words');
    const response = await get(`${path}/data`);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="whatsapp-data-[\d-]+\.json"$/);
    const text = await response.text();
    expect(text).toContain('my very own words');
    expect(text).toContain(phone);
  });

  it('is erased by the second tap alone', async () => {
    const { path, phone } = await customer();
    const asked = await (await get(`${path}?erase=ask`)).text();
    expect(asked).toContain(PAGE_WORDS.en.eraseNow);
    expect(await (await get(path)).text()).not.toContain(PAGE_WORDS.en.eraseNow);
    const response = await post(path, { action: 'erase' });
    expect([response.status, (await response.text()).includes(PAGE_WORDS.en.erased)]).toEqual([200, true]);
    await expectGone(path);
    await expectGone(`${path}/data`);
    const left = await rows(`SELECT FROM whatsapp_optin.contact_identities WHERE value = $1::text`, [phone]);
    expect(left).toEqual([]);
  });

  it('is what staff export, by phone and by contact id, and note', async () => {
    const { phone } = await customer('for staff');
    const exported = async (name: string) => {
      const path = `/api/contacts/${encodeURIComponent(name)}/export`;
      return (await (await world.request('GET', path, { key: ADMIN })).json()) as {
        contactIds: string[];
        tables: object;
      };
    };
    await eventually('the welcome to be settled', async () => {
      const unsettled = await rows(`SELECT FROM whatsapp_optin.owed_replies WHERE status = 'claimed'`);
      return unsettled.length === 0;
    });
    const byPhone = await exported(phone);
    expect(JSON.stringify(byPhone)).toContain('for staff');
    expect((await exported(byPhone.contactIds[0] ?? '')).tables).toEqual(byPhone.tables);
    const log = await (await world.request('GET', '/api/admin/audit-log', { key: ADMIN })).text();
    expect(log).toContain('export.made');
    expect((await world.request('GET', '/api/contacts/+966599999999/export', { key: ADMIN })).status).toBe(404);
    expect((await world.request('GET', `/api/contacts/${phone}/export`)).status).toBe(401);
  });
});

it('counts addresses that guess', async () => {
  const codes = new Set<number>();
  for (let tries = 0; tries < 302; tries += 1) {
    const request = new Request(`https://optin.clinic.example/m/guess${tries}`, { headers: { origin: ORIGIN } });
    codes.add((await world.app.fetch(request, { remoteAddress: '192.0.2.7' })).status);
  }
  expect([...codes]).toEqual([404, 429]);
});

describe('the audit log of staff', () => {
  const logged = async (action: string) => {
    const response = await world.request('GET', `/api/admin/audit-log?action=${action}`, { key: ADMIN });
    return ((await response.json()) as AuditLogPage).items;
  };

  it('holds a stop on the page once, by the customer, and names nobody', async () => {
    const { path, phone } = await customer();
    const before = (await logged('contact.stopped')).length;
    expect([(await post(path, { action: 'stop' })).status, (await post(path, { action: 'stop' })).status]).toEqual([
      303, 303,
    ]);
    const entries = await logged('contact.stopped');
    expect(entries).toHaveLength(before + 1);
    const [person] = await rows(
      'SELECT contact_id AS id FROM whatsapp_optin.contact_identities WHERE value = $1::text',
      [phone],
    );
    expect(entries[0]).toMatchObject({
      actor: { name: 'customer', role: null, by: 'customer_page' },
      target: person?.['id'],
      details: {},
    });
  });

  it('holds an erasure on the page, by the customer', async () => {
    const { path } = await customer();
    expect((await post(path, { action: 'erase' })).status).toBe(200);
    const [entry] = await logged('contact.erased');
    expect(entry).toMatchObject({ actor: { name: 'customer', by: 'customer_page' } });
    expect(entry?.details['rows']).toBeGreaterThan(0);
  });
});
