import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, SECRET, eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const change = (body: Record<string, unknown>, key = ADMIN) =>
  world.request('PUT', '/api/admin/organization', { key, body });
beforeEach(async () => {
  await change({ quietHours: null, cancelWords: 'staff', smsDailyLimit: null });
});

/** A quarter of an hour around now, in the organization's zone. */
async function aroundNow(): Promise<{ from: string; until: string }> {
  const [row] = await world.database.query<{ from: string; until: string }>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'Asia/Riyadh' - interval '15 minutes', 'HH24:MI') AS from,
            to_char(clock_timestamp() AT TIME ZONE 'Asia/Riyadh' + interval '15 minutes', 'HH24:MI') AS until`,
  );
  if (row === undefined) throw new Error('The database has no clock.');
  return row;
}

async function connected(ticketId: string, phone: string): Promise<void> {
  await world.createTicket(ticketId, { number: 'S1', phone, departmentName: 'Room 3' });
  await world.receive({ from: phone, text: 'hello' });
  await eventually('the welcome', () => world.textsTo(phone).length === 1);
}

describe('quiet hours', () => {
  it('hold back ordinary news, and let a call pass', async () => {
    await connected('s-1', '+966500001001');
    await change({ quietHours: await aroundNow() });
    const ordinary = await world.notify({ ticketId: 's-1', type: 'position_update' });
    expect(ordinary).toMatchObject({ success: false, reason: 'quiet_hours' });
    expect(await world.notify({ ticketId: 's-1', type: 'your_turn' })).toMatchObject({ method: 'whatsapp_fallback' });
  });

  it('that are over hold nothing back, those over midnight included', async () => {
    await connected('s-2', '+966500001002');
    const { from, until } = await aroundNow();
    await change({ quietHours: { from: until, until: from } });
    expect(await world.notify({ ticketId: 's-2', type: 'position_update' })).toMatchObject({ success: true });
  });
});

describe("an organization's own text", () => {
  it('replaces ours, with its values', async () => {
    await connected('s-10', '+966500001010');
    const saved = await change({
      templates: [
        { type: 'position_update', locale: 'en', body: '{companyName}: {ticketNumber} is number {position}.' },
      ],
    });
    expect(saved.status).toBe(200);
    await world.notify({ ticketId: 's-10', type: 'position_update', params: { position: 4 } });
    expect(world.textsTo('+966500001010').at(-1)).toBe('Al Noor Clinic: S1 is number 4.');
  });

  it('that names a value which is not given is refused before anything is claimed', async () => {
    const response = await world.request('POST', '/api/notifications', {
      key: SECRET,
      body: { ticketId: 's-10', type: 'position_update' },
    });
    expect(response.status).toBe(422);
    expect(JSON.stringify(await response.json())).toContain('position');
  });

  it('with an unknown placeholder is refused by its name, and nothing is saved', async () => {
    const response = await change({
      messageStyle: 'formal',
      templates: [{ type: 'critical', locale: 'en', body: 'Dear {customer}' }],
    });
    expect(response.status).toBe(422);
    const problem = (await response.json()) as { field: string; detail: string };
    expect(problem.field).toBe('templates.0.body');
    expect(problem.detail).toContain('{customer}');
    const now = await world.request('GET', '/api/admin/organization', { key: ADMIN });
    expect(await now.json()).toMatchObject({ messageStyle: 'branded' });
  });

  it('can be seen before it is saved', async () => {
    const preview = (body: string) =>
      world.request('POST', '/api/admin/organization/preview', { key: ADMIN, body: { body, values: { position: 7 } } });
    expect(await (await preview('{ticketNumber} is number {position}')).json()).toEqual({ text: 'A001 is number 7' });
    expect((await preview('Dear {customer}')).status).toBe(422);
  });

  it('goes when it is put to null', async () => {
    await change({ templates: [{ type: 'position_update', locale: 'en', body: null }] });
    await world.notify({ ticketId: 's-10', type: 'position_update', params: { position: 4 } });
    expect(world.textsTo('+966500001010').at(-1)).not.toContain('is number 4.');
  });
});

describe('settings', () => {
  it('are for the admin key alone', async () => {
    expect((await change({ name: 'Mine' }, SECRET)).status).toBe(403);
    expect((await world.request('GET', '/api/admin/organization')).status).toBe(401);
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ quietHours: { from: '25:00', until: '06:00' } }, 'quietHours.from'],
    [{ whatsappNumber: 'abc' }, 'whatsappNumber'],
    [{ smsAllowedCountries: ['Saudi'] }, 'smsAllowedCountries.0'],
  ])('%j is wrong, by name', async (body, field) => {
    const response = await change(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ field });
  });
});

describe('a message that is no keyword and nearly one', () => {
  const flagOf = async (phone: string): Promise<string | null | undefined> => {
    const [row] = await world.database.query<{ flag: string | null }>(
      `SELECT flag FROM whatsapp_optin.whatsapp_inbound_messages WHERE phone_number = $1 ORDER BY received_at DESC LIMIT 1`,
      [phone],
    );
    return row?.flag;
  };

  it('is flagged for staff and ends nothing', async () => {
    await connected('s-20', '+966500001020');
    await world.receive({ from: '+966500001020', text: 'How do I stop?' });
    expect(await flagOf('+966500001020')).toBe('near_stop');
    expect(await world.app.sessions.hasActiveSession('+966500001020')).toBe(true);
  });

  it('is a STOP in whatever words it comes', async () => {
    await connected('s-22', '+966500001022');
    await world.receive({ from: '+966500001022', text: 'Stop. Thank you' });
    expect(await flagOf('+966500001022')).toBeNull();
    expect(await world.app.sessions.hasActiveSession('+966500001022')).toBe(false);
  });

  it('a bare "cancel" means what the organization says', async () => {
    await connected('s-21', '+966500001021');
    await world.receive({ from: '+966500001021', text: 'إلغاء' });
    expect(await flagOf('+966500001021')).toBe('cancel');
    expect(await world.app.sessions.hasActiveSession('+966500001021')).toBe(true);
    await change({ cancelWords: 'stop' });
    await world.receive({ from: '+966500001021', text: 'إلغاء' });
    expect(await world.app.sessions.hasActiveSession('+966500001021')).toBe(false);
  });
});

describe('the cost of SMS', () => {
  it('is estimated by its segments, and unknown where no price is known', async () => {
    await world.createTicket('s-30', { number: 'S30', phone: '+966500001030' });
    await world.notify({ ticketId: 's-30', type: 'critical', message: 'رسالة '.repeat(20) });
    const [row] = await world.database.query(
      `SELECT segments, cost_cents, cost_is_estimated FROM whatsapp_optin.sms_notifications WHERE ticket_id = 's-30'`,
    );
    expect(row).toEqual({ segments: 2, cost_cents: null, cost_is_estimated: true });
  });

  it("keeps to the organization's own daily limit", async () => {
    await change({ smsDailyLimit: 0 });
    await world.createTicket('s-31', { number: 'S31', phone: '+966500001031' });
    const notification = await world.notify({ ticketId: 's-31', type: 'critical' });
    expect(notification.attempts.at(-1)).toMatchObject({ tier: 'sms', reason: 'sms_limit' });
  });
});

describe('what staff can see of SMS and of dead letters', () => {
  it('is shown, and what an organization chooses is kept', async () => {
    const put = await world.request('PUT', '/api/admin/sms', {
      key: ADMIN,
      body: { dailyLimit: 7, allowedCountries: ['SA'] },
    });
    expect(await put.json()).toMatchObject({
      enabled: true,
      provider: 'twilio',
      dailyLimit: 7,
      allowedCountries: ['SA'],
    });
    const wrong = await world.request('PUT', '/api/admin/sms', { key: ADMIN, body: { dailyLimit: -1 } });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({ field: 'dailyLimit' });
    const parked = await world.request('GET', '/api/admin/parked', { key: ADMIN });
    expect(await parked.json()).toEqual({ items: [], nextCursor: null });
    const retry = await world.request('POST', '/api/admin/parked/reply/01900000-0000-7000-8000-000000000001/retry', {
      key: ADMIN,
    });
    expect(retry.status).toBe(404);
  });

  it('the proof counts no send without a message before it', async () => {
    const { sends, unsolicited } = await world.app.analytics.proof();
    expect(sends).toBeGreaterThan(5);
    expect(unsolicited).toBe(0);
  });
});

describe('the limits of the operator', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['/api/admin/sms', { dailyLimit: 1_000_000 }, 'dailyLimit'],
    ['/api/admin/sms', { allowedCountries: ['SA', 'LV'] }, 'allowedCountries'],
    ['/api/admin/sms', { enabled: false }, 'enabled'],
    ['/api/admin/sms', { fallbackEnabled: false, dailyLimit: 5 }, 'fallbackEnabled'],
    ['/api/admin/sms', { criticalOnly: false }, 'criticalOnly'],
    ['/api/admin/organization', { smsDailyLimit: 1_000_000 }, 'smsDailyLimit'],
    ['/api/admin/organization', { smsAllowedCountries: ['LV'] }, 'smsAllowedCountries'],
  ])('%s does not change them: %j', async (path, body, field) => {
    const response = await world.request('PUT', path, { key: ADMIN, body });
    expect([response.status, await response.json()]).toMatchObject([422, { field }]);
  });

  it.each(['/api/admin/sms', '/api/admin/organization'])('let %s have again what it has answered', async (path) => {
    const read = (await (await world.request('GET', path, { key: ADMIN })).json()) as Record<string, unknown>;
    const response = await world.request('PUT', path, { key: ADMIN, body: read });
    expect([response.status, await response.json()]).toEqual([200, read]);
  });

  it('hold where the database keeps more from before', async () => {
    const keep = (limit: number | null, countries: string | null) =>
      world.database.query(
        `UPDATE whatsapp_optin.organizations SET sms_daily_limit = $1::int, sms_allowed_countries = $2::text[]`,
        [limit, countries],
      );
    await keep(1_000_000, '{SA,LV}');
    const shown = await world.request('GET', '/api/admin/sms', { key: ADMIN });
    expect(await shown.json()).toMatchObject({ dailyLimit: 100, allowedCountries: ['SA'] });
    await world.createTicket('s-32', { number: 'S32', phone: '+37120000032' });
    const notification = await world.notify({ ticketId: 's-32', type: 'critical' });
    expect(notification.attempts.at(-1)).toMatchObject({ tier: 'sms', reason: 'sms_country' });
    await keep(null, null);
  });
});

describe('a vendor that hangs', () => {
  it('keeps neither webhooks nor opt-ins waiting', async () => {
    await connected('s-40', '+966500001040');
    world.simulator.behaviours.set('ultramsg', { mode: 'hang' }, '+966500001040');
    let answered = false;
    const hanging = world
      .notify({ ticketId: 's-40', type: 'position_update', params: { position: 1 } })
      .then(() => (answered = true));
    await eventually('the call to hang', () =>
      world.simulator.ledger
        .entries()
        .some((entry) => entry.kind === 'whatsapp_send' && entry.phone === '+966500001040' && !entry.accepted),
    );
    expect(await world.receive({ from: '+966500001041', text: 'hello' })).toBe(200);
    expect((await world.createOptIn({})).state).toBe('idle');
    expect(answered).toBe(false);
    await world.simulator.close();
    await hanging;
  });
});
