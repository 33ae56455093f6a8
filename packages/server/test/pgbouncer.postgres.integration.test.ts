import { describe, expect, it } from 'vitest';
import { openDatabase } from '../src/storage/open-database.js';
import { startPgbouncer, type Pgbouncer } from './pgbouncer.js';
import { eventually, openWorld } from './test-world.js';

describe.each([
  ['that the server knows of', true],
  ['that the server finds out', false],
])('behind pgbouncer in transaction mode, %s', (_, isKnown) => {
  it('carries the whole journey, with many requests on two connections', async () => {
    let pooler: Pgbouncer | undefined;
    const world = await openWorld(
      {},
      {
        async openDatabase(input) {
          pooler = await startPgbouncer(input.database);
          const directUrl = isKnown ? input.database : undefined;
          return openDatabase({ ...input, database: pooler.url, directUrl });
        },
      },
    );
    try {
      await world.createTicket('t-1', { number: 'A001' });
      const optIn = await world.createOptIn({ ticketId: 't-1' });
      const phone = '+966500003101';
      expect(await world.receive({ from: phone, text: optIn.message })).toBe(200);
      await eventually('the connection', async () => (await world.readOptIn(optIn)).state === 'connected');
      await eventually('the welcome', () => world.textsTo(phone).length === 1);
      expect(await world.notify({ ticketId: 't-1', type: 'your_turn' })).toMatchObject({
        success: true,
        method: 'whatsapp_fallback',
      });
      const others = Array.from({ length: 60 }, (_other, index) => `+96650000${3200 + index}`);
      const statuses = await Promise.all(others.map((from) => world.receive({ from, text: 'Hello' })));
      expect(statuses.filter((status) => status !== 200)).toEqual([]);
    } finally {
      await world.close();
      await pooler?.close();
    }
  });
});
