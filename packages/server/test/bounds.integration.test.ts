import type { FunnelEventType, OptInCreated } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, SECRET, ultramsgEvent, WEBHOOK_TOKEN, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

describe('steps of the funnel', () => {
  const report = async (optIn: OptInCreated, type: FunnelEventType) =>
    (await world.request('POST', `/api/opt-ins/${optIn.id}/events`, { key: optIn.clientToken, body: { type } })).status;
  const kept = async (optIn: OptInCreated) =>
    (
      await world.database.query<{ type: string }>(
        `SELECT type FROM whatsapp_optin.opt_in_events WHERE opt_in_id = $1::uuid ORDER BY type`,
        [optIn.id],
      )
    ).map(({ type }) => type);

  it('count once of each type and opt-in, however many come at once', async () => {
    const [optIn, other] = [await world.createOptIn({}), await world.createOptIn({})];
    const types: FunnelEventType[] = [...Array<FunnelEventType>(8).fill('impression'), 'copied', 'copied', 'copied'];
    const statuses = await Promise.all([...types.map((type) => report(optIn, type)), report(other, 'impression')]);
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect([await kept(optIn), await kept(other)]).toEqual([['copied', 'impression'], ['impression']]);
  });

  it('change the state as before: opened is waiting, and a refusal is final', async () => {
    const optIn = await world.createOptIn({});
    const stateAfter = async (type: FunnelEventType) => {
      expect(await report(optIn, type)).toBe(204);
      return (await world.readOptIn(optIn)).state;
    };
    expect(await stateAfter('impression')).toBe('idle');
    expect(await stateAfter('link_open')).toBe('waiting');
    expect(await stateAfter('declined')).toBe('declined');
    expect(await stateAfter('link_open')).toBe('declined');
    expect(await stateAfter('skipped')).toBe('declined');
    const [row] = await world.database.query<{ decline_reason: string }>(
      `SELECT decline_reason FROM whatsapp_optin.opt_ins WHERE id = $1::uuid`,
      [optIn.id],
    );
    expect(row?.decline_reason).toBe('no_whatsapp');
  });
});

describe('streams', () => {
  it('of one opt-in are five at once, however many ask with its token', async () => {
    const [optIn, other] = [await world.createOptIn({}), await world.createOptIn({})];
    const open = ({ id, clientToken }: OptInCreated) =>
      world.request('GET', `/api/opt-ins/${id}/stream`, { key: clientToken });
    const answers = await Promise.all(Array.from({ length: 500 }, () => open(optIn)));
    const taken = answers.filter(({ status }) => status === 200);
    expect([taken.length, answers.filter(({ status }) => status === 429).length]).toEqual([5, 495]);
    const ofOther = await open(other);
    expect(ofOther.status).toBe(200);
    for (const { body } of [...taken, ofOther]) await body?.cancel();
    const again = await open(optIn);
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });
});

describe('push subscriptions', () => {
  /** @returns the ids, oldest first. */
  const subscribe = async (times: number, target: { ticketId: string } | OptInCreated): Promise<string[]> => {
    const ids: string[] = [];
    for (let time = 0; time < times; time += 1) {
      const { subscription } = world.simulator.push.issueSubscription();
      ids.push(await subscribeWith(subscription, target));
    }
    return ids;
  };
  const subscribeWith = async (subscription: unknown, target: { ticketId: string } | OptInCreated): Promise<string> => {
    const [key, body] =
      'clientToken' in target ? [target.clientToken, { optInId: target.id }] : [SECRET, { ticketId: target.ticketId }];
    const response = await world.request('POST', '/api/push/subscriptions', { key, body: { ...body, subscription } });
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  };
  const kept = async (column: 'ticket_id' | 'opt_in_id', value: string) =>
    (
      await world.database.query<{ id: string }>(
        `SELECT id FROM whatsapp_optin.push_subscriptions WHERE ${column}::text = $1::text ORDER BY updated_at`,
        [value],
      )
    ).map(({ id }) => id);

  it('of an opt-in are the newest ten', async () => {
    const [optIn, other] = [await world.createOptIn({}), await world.createOptIn({})];
    const ofOther = await subscribe(1, other);
    const ids = await subscribe(12, optIn);
    expect(await kept('opt_in_id', optIn.id)).toEqual(ids.slice(2));
    expect(await kept('opt_in_id', other.id)).toEqual(ofOther);
  });

  it('of a ticket are the newest ten, whichever opt-in brought them', async () => {
    await world.createTicket('b-1');
    const optIn = await world.createOptIn({ ticketId: 'b-1' }, SECRET);
    const ofOptIn = await subscribe(3, optIn);
    const ofTicket = await subscribe(9, { ticketId: 'b-1' });
    expect(await kept('ticket_id', 'b-1')).toEqual([...ofOptIn.slice(2), ...ofTicket]);
  });

  it('that come again count as new, and replace none', async () => {
    await world.createTicket('b-2');
    const { subscription } = world.simulator.push.issueSubscription();
    const first = await subscribeWith(subscription, { ticketId: 'b-2' });
    const others = await subscribe(9, { ticketId: 'b-2' });
    expect(await subscribeWith(subscription, { ticketId: 'b-2' })).toBe(first);
    expect(await kept('ticket_id', 'b-2')).toEqual([...others, first]);
  });
});

describe('a batch of UltraMsg', () => {
  const post = async (count: number, instanceId: string) => {
    const { data } = ultramsgEvent({ from: '+966500008001', text: 'hello' });
    const messages = Array.from({ length: count }, () => data);
    const path = `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`;
    return world.request('POST', path, { body: { instanceId, messages } });
  };

  it.each(['1150', '1151'])('of more than 1,000 messages is refused whole, for instance %s', async (instanceId) => {
    const response = await post(1_001, instanceId);
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'PAYLOAD_TOO_LARGE' }]);
    const kept = await world.database.query(
      `SELECT received_at FROM whatsapp_optin.whatsapp_inbound_messages
       UNION ALL SELECT received_at FROM whatsapp_optin.kept_events`,
    );
    expect(kept).toEqual([]);
  });

  it('of 1,000 is taken', async () => {
    const response = await post(1_000, '1150');
    expect([response.status, await response.json()]).toEqual([200, { accepted: 1_000, ignored: 0 }]);
  });
});
