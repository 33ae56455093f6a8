import { createSimulator } from '@whatsapp-optin/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWhatsAppOptIn } from '../../src/index.js';
import { ENGINE, createEmptyDatabase } from '../test-world.js';
import { FAULT_TWILIO, faultOptions } from './fault-options.js';

/** A folder has one server; on PostgreSQL a whole deployment may come up at once on a new database. */
const SERVERS = ENGINE === 'pglite' ? 1 : 5;

const simulator = createSimulator({ twilio: FAULT_TWILIO });
let vendors: string;
beforeAll(async () => {
  vendors = await simulator.listen();
});
afterAll(() => simulator.close());

describe('servers that first start at once', () => {
  it('all come up on one new database', async () => {
    const { url, drop } = await createEmptyDatabase();
    const options = faultOptions({ database: url, vendors });
    const apps = Array.from({ length: SERVERS }, () => createWhatsAppOptIn(options));
    const started = await Promise.allSettled(apps.map((app) => app.start()));
    await Promise.all(apps.map((app) => app.close()));
    await drop();
    expect(started.map(({ status }) => status)).toEqual(apps.map(() => 'fulfilled'));
  });
});
