import type { FunnelEventType, OptInCreated } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './test-world.js';

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
