import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRefusedOriginStore } from '../src/storage/refused-origin-store.js';
import { RANDOM, runCommand, vendorEnvironments } from './run-command.js';
import { createDatabase, openWorld, type World } from './test-world.js';

let world: World;
let created: Awaited<ReturnType<typeof createDatabase>>;
let store: ReturnType<typeof createRefusedOriginStore>;
beforeAll(async () => {
  created = await createDatabase();
  world = await openWorld({ database: created.url });
  store = createRefusedOriginStore(world.database);
});
afterAll(async () => {
  await world?.close();
  await created?.drop();
});

const recent = async () => (await store.recent()).map(({ origin }) => origin);

async function doctor(allowedOrigins: string): Promise<string> {
  const { ultramsg } = vendorEnvironments({ database: created.url, vendors: world.simulator.url });
  const env = { ...ultramsg, PUBLISHABLE_KEY: `pk_${RANDOM}`, ALLOWED_ORIGINS: allowedOrigins };
  return (await runCommand(env, 'doctor')).text;
}

describe('refused origins', () => {
  it('are the last twenty of 30 days', async () => {
    await store.record('https://old.example');
    await world.database.query(
      `UPDATE whatsapp_optin.refused_origins SET last_refused_at = clock_timestamp() - interval '31 days'`,
    );
    expect(await recent()).toEqual([]);
    for (let count = 0; count < 22; count += 1) await store.record(`https://n${count}.example`);
    await store.record('https://n2.example');
    const origins = await recent();
    expect([origins.length, origins[0], origins.at(-1)]).toEqual([20, 'https://n2.example', 'https://n3.example']);
    const [count] = await world.database.query(`SELECT count(*)::int AS rows FROM whatsapp_optin.refused_origins`);
    expect(count).toEqual({ rows: 20 });
  });

  it('are named by doctor with the remedy, until they are allowed', async () => {
    const response = await world.request('OPTIONS', '/api/opt-ins', {
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    await expect.poll(recent).toContain('https://shop.example');
    // A folder of PGlite belongs to one process at a time.
    await world.app.close();

    const printed = await doctor('https://clinic.example');
    expect(printed).toContain('! warning  Pages: Those of https://shop.example were refused, the last at 20');
    expect(printed).toContain('set ALLOWED_ORIGINS=https://clinic.example,https://shop.example and start');
    expect(await doctor('https://clinic.example,https://shop.example')).not.toContain(
      'https://shop.example were refused',
    );
  });
});
