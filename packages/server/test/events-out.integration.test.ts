import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventEndpointCreated } from '@whatsapp-optin/sdk/contract';
import { openReceiver, type ReceivedEvent, type Receiver } from './event-receiver.js';
import { ADMIN, eventually, openWorld, type World } from './test-world.js';

const PHONE = '+966500003101';

let world: World;
let receiver: Receiver;
/** Answers with this status instead of taking the event. */
let refuse: (event: ReceivedEvent) => number | null = () => null;

beforeAll(async () => {
  receiver = await openReceiver((event) => ({ status: refuse(event) ?? 204 }));
  world = await openWorld({ webhookAllowedHosts: [receiver.host] }, { firstEventRetryMs: 20 });
});
afterAll(async () => {
  await world?.close();
  await receiver?.close();
});

const send = (method: string, path: string, body?: unknown): Promise<Response> =>
  world.request(method, `/api/admin/webhooks${path}`, { key: ADMIN, ...(body !== undefined && { body }) });

const written = async (): Promise<number> =>
  (await world.database.query<{ count: number }>('SELECT count(*)::int AS count FROM whatsapp_optin.events'))[0]
    ?.count ?? 0;

async function createEndpoint(body: object = {}): Promise<EventEndpointCreated> {
  const response = await send('POST', '', { url: receiver.url, ...body });
  expect(response.status).toBe(201);
  const endpoint = (await response.json()) as EventEndpointCreated;
  receiver.trust(endpoint.secret);
  return endpoint;
}

const typesOf = (ticketId: string): string[] =>
  receiver.taken.filter(({ data }) => data['ticketId'] === ticketId).map(({ type }) => type);

describe('events of an organization', () => {
  it('are not written while nobody wants them', async () => {
    await world.createTicket('e-0', { phone: PHONE });
    await world.receive({ from: PHONE, text: 'hello' });
    expect(await written()).toBe(0);
  });

  it('reach an endpoint, signed, in the order of the facts', async () => {
    const endpoint = await createEndpoint();
    const phone = '+966500003102';
    await world.createTicket('e-1', { phone });
    const optIn = await world.createOptIn({ ticketId: 'e-1' });
    await world.receive({ from: phone, text: optIn.message });
    await world.receive({ from: phone, text: 'how long?', ageSeconds: -2 });
    await world.notify({ ticketId: 'e-1', type: 'position_update' });
    await world.receive({ from: phone, text: 'STOP' });
    await eventually(
      'the end',
      () =>
        typesOf('e-1').includes('consent.withdrawn') &&
        typesOf('e-1').filter((type) => type === 'message.received').length === 3,
    );
    expect(typesOf('e-1')).toEqual([
      ...['optin.connected', 'session.opened', 'consent.granted', 'message.received'],
      ...['session.renewed', 'message.received', 'notification.settled'],
      ...['session.ended', 'consent.withdrawn', 'message.received'],
    ]);
    const message = receiver.taken.find(({ type }) => type === 'message.received');
    expect(message?.data).toMatchObject({ organizationId: 'clinic', phoneNumber: phone, text: optIn.message });
    const others = receiver.taken.filter(({ type }) => type !== 'message.received');
    expect(JSON.stringify(others)).not.toContain(phone);
    expect((await send('DELETE', `/${endpoint.id}`)).status).toBe(204);
  });
});

describe('an endpoint', () => {
  const PHONES = { retried: '+966500003103', rotated: '+966500003104' };

  it('that fails keeps the order of a ticket, and the others go on', async () => {
    const endpoint = await createEndpoint({ types: ['session.opened', 'message.received'] });
    const phone = PHONES.retried;
    await world.createTicket('e-2', { phone });
    await world.createTicket('e-3', { phone: '+966500003105' });
    let failures = 0;
    refuse = ({ type, data }) =>
      type === 'session.opened' && data['ticketId'] === 'e-2' && failures++ < 3 ? 500 : null;
    await world.receive({ from: phone, text: 'one' });
    await world.receive({ from: '+966500003105', text: 'other' });
    await eventually('both messages', () => typesOf('e-2').length === 2 && typesOf('e-3').length === 2);
    expect(failures).toBe(4);
    expect(typesOf('e-2')).toEqual(['session.opened', 'message.received']);
    const ids = receiver.requests.filter(({ body }) => body.includes('session.opened') && body.includes('"e-2"'));
    expect(new Set(ids.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await send('DELETE', `/${endpoint.id}`)).status).toBe(204);
  });

  it('has its events again by a replay, of one, of those that failed, of a range', async () => {
    refuse = () => 500;
    const { id } = await createEndpoint({ types: ['message.received'] });
    const since = new Date().toISOString();
    await world.createTicket('e-4', { phone: PHONES.rotated });
    await world.receive({ from: PHONES.rotated, text: 'lost' });
    const dead = await eventually('a failure', async () => {
      await world.database.query(
        `UPDATE whatsapp_optin.event_deliveries SET first_tried_at = clock_timestamp() - interval '25 hours'
         WHERE endpoint_id = $1::uuid AND tries > 0 AND status = 'pending'`,
        [id],
      );
      const page: unknown = await (await send('GET', `/${id}/deliveries?status=dead`)).json();
      return (page as { items: { eventId: string; httpStatus: number; ticketId: string }[] }).items[0];
    });
    expect(dead).toMatchObject({ httpStatus: 500, ticketId: 'e-4', nextTryAt: null });
    refuse = () => null;
    const replay = async (body: object): Promise<unknown> => (await send('POST', `/${id}/replay`, body)).json();
    expect(await replay({ since, which: 'dead' })).toEqual({ events: 1 });
    const arrived = () => receiver.taken.filter((event) => event.id === dead.eventId).length;
    await eventually('the replay', () => arrived() === 1);
    expect(await replay({ since, which: 'dead' })).toEqual({ events: 0 });
    expect(await replay({ eventId: dead.eventId })).toEqual({ events: 1 });
    await eventually('the second replay', () => arrived() === 2);
    expect(await replay({ since, which: 'all' })).toEqual({ events: 1 });
    await eventually('the third replay', () => arrived() === 3);
    expect(await replay({ eventId: '01938f6e-0000-7000-8000-00000000ffff' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await replay({})).toMatchObject({ code: 'UNPROCESSABLE', field: 'eventId' });
  });

  it('knows both secrets while they change, and its test event', async () => {
    const endpoint = await createEndpoint({ types: ['optin.declined'] });
    const rotated = (await (
      await send('POST', `/${endpoint.id}/rotate`, { overlapHours: 1 })
    ).json()) as EventEndpointCreated;
    expect(rotated.secret).not.toBe(endpoint.secret);
    for (const secret of [endpoint.secret, rotated.secret]) {
      receiver.trust(secret);
      const { eventId } = (await (await send('POST', `/${endpoint.id}/test`)).json()) as { eventId: string };
      const event = await eventually('the test', () => receiver.taken.find(({ id }) => id === eventId));
      expect(event.data).toMatchObject({ kind: 'test', organizationId: 'clinic' });
    }
    await send('POST', `/${endpoint.id}/rotate`, { overlapHours: 0 });
    const before = receiver.requests.length;
    await send('POST', `/${endpoint.id}/test`);
    await eventually('the refused test', () => receiver.requests.length > before);
    expect(String(receiver.requests.at(-1)?.headers['webhook-signature']).split(' ')).toHaveLength(1);
    const list = JSON.stringify(await (await send('GET', '')).json());
    expect(list).not.toContain('whsec_');
    const [kept] = await world.database.query<{ secret: string }>(
      'SELECT secret FROM whatsapp_optin.event_endpoints WHERE id = $1::uuid',
      [endpoint.id],
    );
    expect(kept?.secret).toMatch(/^sealed:v1:/);
    await send('DELETE', `/${endpoint.id}`);
  });

  it('that is gone is disabled', async () => {
    const { id } = await createEndpoint({ types: ['optin.declined'] });
    refuse = () => 410;
    await send('POST', `/${id}/test`);
    await eventually('the end', async () => {
      const endpoint: unknown = await (await send('GET', `/${id}`)).json();
      return (endpoint as { disabledReason: string | null }).disabledReason === 'gone';
    });
    refuse = () => null;
    const enabled: unknown = await (await send('PUT', `/${id}`, { enabled: true })).json();
    expect(enabled).toMatchObject({ enabled: true, disabledReason: null, failures: 0 });
    await send('DELETE', `/${id}`);
  });

  it.each([
    ['http://clinic.example/events', 'not https'],
    ['https://user:password@clinic.example/', 'a user name'],
    ['https://clinic.example/ events', 'no URL'],
    ['ftp://clinic.example/', 'not https'],
    ['http://127.0.0.1:1/', 'not https'],
  ])('is none at %s', async (url, why) => {
    const response = await send('POST', '', { url });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ field: 'url', detail: expect.stringContaining(why) as string });
  });

  it('is changed by those who may change settings, of its own organization, and each change leaves a line', async () => {
    expect(
      (await world.request('GET', '/api/admin/webhooks', { key: 'sk_test_secret_key_of_all_the_tests' })).status,
    ).toBe(403);
    const log: unknown = await (await world.request('GET', '/api/admin/audit-log?limit=200', { key: ADMIN })).json();
    const actions = (log as { items: { action: string }[] }).items.map(({ action }) => action);
    for (const action of ['created', 'changed', 'rotated', 'deleted', 'replayed', 'tested'])
      expect(actions).toContain(`webhook.${action}`);
  });
});

describe('a listener in the process', () => {
  it('gets each event once, in order, whatever another one throws', async () => {
    const heard: string[] = [];
    const stops = [
      world.app.on('session.opened', ({ type }) => void heard.push(type)),
      world.app.on('message.received', () => Promise.reject(new Error('of the host'))),
      world.app.on('message.received', ({ type, data }) => void heard.push(`${type} ${data.text}`)),
    ];
    await eventually('the listener to be known', async () => {
      const rows = await world.database.query('SELECT FROM whatsapp_optin.event_listeners');
      return rows.length === 2;
    });
    await world.createTicket('e-9', { phone: '+966500003109' });
    await world.receive({ from: '+966500003109', text: 'first' });
    await world.receive({ from: '+966500003109', text: 'second' });
    await eventually('three events', () => heard.length >= 3);
    expect(heard).toEqual(['session.opened', 'message.received first', 'message.received second']);
    stops.forEach((stop) => stop());
  });
});

describe('an opt-in that runs out', () => {
  it('is an event, once', async () => {
    const { id } = await createEndpoint({ types: ['optin.expired'] });
    const emit = () => world.database.query('SELECT whatsapp_optin.emit_expired_opt_ins_v1()');
    await emit();
    const optIn = await world.createOptIn({ ticketNumber: 'E1' });
    await world.database.query(`UPDATE whatsapp_optin.opt_ins SET expires_at = clock_timestamp() WHERE id = $1::uuid`, [
      optIn.id,
    ]);
    await emit();
    await emit();
    const ofOptIn = () => receiver.taken.filter(({ data }) => data['optInId'] === optIn.id);
    await eventually('the event', () => ofOptIn().length > 0);
    const events = await world.database.query(
      `SELECT FROM whatsapp_optin.events WHERE type = 'optin.expired' AND data ->> 'optInId' = $1::text`,
      [optIn.id],
    );
    expect(events).toHaveLength(1);
    expect(ofOptIn()[0]).toMatchObject({ type: 'optin.expired', data: { ticketId: null, ticketNumber: 'E1' } });
    await send('DELETE', `/${id}`);
  });
});

describe('an erasure', () => {
  it('takes the events of the person along, and says so', async () => {
    const { id } = await createEndpoint({ types: ['message.received', 'contact.erased'] });
    const phone = '+966500003110';
    await world.createTicket('e-10', { phone });
    await world.receive({ from: phone, text: 'forget me' });
    await eventually('the message', () => typesOf('e-10').length === 1);
    await world.app.contacts.erase(phone);
    const erased = await eventually('the erasure', () => receiver.taken.find(({ type }) => type === 'contact.erased'));
    const kept = await world.database.query<{ type: string }>(
      'SELECT type FROM whatsapp_optin.events WHERE contact_id = ANY ($1::uuid[])',
      [erased.data['contactIds']],
    );
    expect(kept.map(({ type }) => type)).toEqual(['contact.erased']);
    await send('DELETE', `/${id}`);
  });
});
