import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { createRefusedOriginStore } from '../src/storage/refused-origin-store.js';
import { ENGINE, WEBHOOK_TOKEN, createDatabase, openWorld, type World } from './test-world.js';

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
  const printed: string[] = [];
  await runCli(['doctor'], {
    env: {
      SECRET_KEY: 'sk_0000000000000000000000000000000000',
      PUBLISHABLE_KEY: 'pk_0000000000000000000000000000000000',
      ADMIN_KEY: 'ak_0000000000000000000000000000000000',
      WHATSAPP_COMPANY_NUMBER: '+966500000000',
      ULTRAMSG_INSTANCE_ID: '1150',
      ULTRAMSG_TOKEN: 'simulator-token',
      ULTRAMSG_BASE_URL: world.simulator.url,
      ULTRAMSG_WEBHOOK_TOKEN: WEBHOOK_TOKEN,
      ALLOWED_ORIGINS: allowedOrigins,
      LOG_LEVEL: 'silent',
      ...(ENGINE === 'postgres' ? { DATABASE_URL: created.url } : { DATA_DIR: created.url }),
    },
    out: (text) => void printed.push(text),
    err: (text) => void printed.push(text),
    stop: new AbortController().signal,
  });
  return printed.join('\n');
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
