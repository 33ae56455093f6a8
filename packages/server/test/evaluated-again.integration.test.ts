import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NextHandler } from '../src/adapters/next.js';
import { createWhatsAppOptIn } from '../src/create-whatsapp-optin.js';
import type { WhatsAppOptIn } from '../src/index.js';
import { openDatabase } from '../src/storage/open-database.js';
import { createLog } from '../src/composition/create-log.js';
import { ADMIN, COMPANY, createDatabase, ENGINE, SECRET } from './test-world.js';

interface Host {
  app: WhatsAppOptIn;
  GET: NextHandler;
}

let database: { url: string; drop(): Promise<void> };
beforeAll(async () => {
  database = await createDatabase();
  process.env['EVALUATED_HOST_DATABASE'] = database.url;
});
afterAll(async () => {
  await (await evaluate(0)).app.close();
  await database.drop();
});

/** Runs the module again, as a framework does after an edit. */
async function evaluate(edit: number): Promise<Host> {
  return (await import(/* @vite-ignore */ `./evaluated-host.js?edit=${edit}`)) as Host;
}

async function countConnections(): Promise<number> {
  const own = await openDatabase({
    database: database.url,
    schema: 'whatsapp_optin',
    log: createLog({ level: 'silent' }),
  });
  const [row] = await own.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await own.close();
  return row?.count ?? 0;
}

describe('a host that a framework evaluates again', () => {
  it('keeps one engine over 20 edits', async () => {
    const connections: number[] = [];
    const hosts = new Set<Host>();
    for (let edit = 0; edit < 20; edit += 1) {
      const host = await evaluate(edit);
      hosts.add(host);
      const response = await host.GET(new Request('http://localhost/readyz'));
      expect([edit, response.status]).toEqual([edit, 200]);
      if (ENGINE === 'postgres') connections.push(await countConnections());
    }
    expect(hosts.size).toBe(20);
    // The pool of one engine, and its listener; 20 engines would have 20 listeners.
    expect(Math.max(0, ...connections)).toBeLessThan(20);
  });
});

describe('a server that nobody has started', () => {
  it('starts by the first call, and refuses after its end', async () => {
    const own = await createDatabase();
    const app = createWhatsAppOptIn({
      database: own.url,
      organization: { name: 'Al Noor Clinic', whatsappNumber: COMPANY, secretKey: SECRET, adminKey: ADMIN },
      providers: { ultramsg: { instanceId: '1150', token: 'token', webhookToken: 'webhook-token-of-the-tests' } },
      logLevel: 'silent',
    });
    const unsubscribe = app.onInboundMessage(() => undefined);
    await expect(app.notifications.notify({ ticketId: 'T1', type: 'your_turn' })).rejects.toMatchObject({
      code: 'UNKNOWN_TICKET',
    });
    expect((await app.fetch(new Request('http://localhost/readyz'))).status).toBe(200);
    unsubscribe();
    await app.close();
    await expect(app.notifications.notify({ ticketId: 'T1', type: 'your_turn' })).rejects.toThrow('closed');
    await own.drop();
  });
});
