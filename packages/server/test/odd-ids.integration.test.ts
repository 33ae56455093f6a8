import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const ODD_IDS = ['-'.repeat(36), 'a'.repeat(36), `${'a'.repeat(8)}----${'a'.repeat(24)}`, ''];

describe('an id that is no UUID', () => {
  it.each(ODD_IDS)('is of nothing that is kept: "%s"', async (id) => {
    expect(await world.app.notifications.get(id)).toBeNull();
    await expect(
      world.app.sessions.createSession({ phone: '+966500000001', inboundMessageId: id }),
    ).rejects.toMatchObject({ name: 'SessionRefusedError' });
  });

  it.each(ODD_IDS.slice(0, 3))('is answered without an error of the database: "%s"', async (id) => {
    const retry = await world.request('POST', `/api/admin/parked/notification/${id}/retry`, { key: ADMIN });
    const read = await world.request('GET', `/api/admin/notifications/${id}`, { key: ADMIN });
    for (const { status } of [retry, read]) expect(status).toBe(404);
  });
});
